"""Idempotency-Key: a POST that is sent again is done once, and answered the same."""

import re
from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.request import Request

from factcheck.rest.exceptions import BadRequest, Conflict, InFlight, Unprocessable
from factcheck.rest.models import IdempotentAct

# Visible ASCII.
ACCEPTABLE = re.compile(r"[!-~]{1,255}")
KEPT_HEADERS = ("Content-Type", "Location", "ETag", "Link")


class IdempotencyMixin:
    """
    Does a signed-in caller's POST with an Idempotency-Key once; kept for 24 hours.

    The key is reserved first; what the POST does and its answer are stored in one transaction. An
    answer of 400 or more is not kept: nothing has been done, and the key is free again. A view
    marks an answer that must not be kept with `response.has_secret = True`; sent again, it is a
    409 that says so.
    """

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        key = request.META.get("HTTP_IDEMPOTENCY_KEY")
        act = getattr(self, "post", None)
        if key is None or act is None or request.method != "POST":
            return
        if request.user.is_authenticated:
            self.post = partial(self._do_once, act, _acceptable(key))

    def _do_once(
        self, act: Callable[..., Any], key: str, request: Request, *args: Any, **kwargs: Any
    ) -> Any:
        fingerprint = fingerprint_of(request.get_full_path(), request.body)
        kept, ours = IdempotentAct.reserve(
            user=request.user, key=key, fingerprint=fingerprint, at=timezone.now()
        )
        if kept is None:
            raise InFlight
        if not ours:
            return _answer_again(kept, fingerprint)
        try:
            with transaction.atomic():
                response = self._finished(act, request, *args, **kwargs)
                failed = response.status_code >= 400
                if failed:
                    transaction.set_rollback(True)
                elif not _keep(kept, response):
                    raise InFlight
        except BaseException:
            kept.free()
            raise
        if failed:
            kept.free()
        return response

    def _finished(
        self, act: Callable[..., Any], request: Request, *args: Any, **kwargs: Any
    ) -> Any:
        """The finished answer, as the client will read it."""
        response = act(request, *args, **kwargs)
        # DRF does this again afterwards, which changes nothing any more.
        response = self.finalize_response(request, response, *args, **kwargs)  # type: ignore[attr-defined]
        return response if getattr(response, "is_rendered", True) else response.render()


def _acceptable(key: str) -> str:
    if not ACCEPTABLE.fullmatch(key):
        raise BadRequest(
            "An Idempotency-Key is 1 to 255 visible ASCII characters.",
            code="invalid_idempotency_key",
        )
    return key


def fingerprint_of(path: str, body: bytes) -> str:
    """What tells one request from another under the same key."""
    return blake2b(path.encode() + b"\n" + body, digest_size=32).hexdigest()


def _keep(kept: IdempotentAct, response: Any) -> bool:
    return kept.keep(
        status=response.status_code,
        headers={name: response[name] for name in KEPT_HEADERS if response.has_header(name)},
        body=None if getattr(response, "has_secret", False) else response.content,
    )


def _answer_again(kept: IdempotentAct, fingerprint: str) -> HttpResponse:
    if kept.fingerprint != fingerprint:
        raise Unprocessable
    if kept.status is None:
        raise InFlight
    if kept.body is None:
        raise Conflict(
            "This was done. Its answer held a secret, which is shown only once.",
            code="answer_not_kept",
        )
    response = HttpResponse(bytes(kept.body), status=kept.status)
    del response["Content-Type"]
    for name, value in kept.headers.items():
        response[name] = value
    response["Idempotency-Replayed"] = "true"
    return response
