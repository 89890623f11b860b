"""
How feeds are answered: to anybody, for a minute, and with a 304 to whoever has it already.

A feed follows from the ledger, so its ETag is known before anything in it is read.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NamedTuple

import orjson
from django.http import HttpRequest, HttpResponse
from rest_framework.exceptions import APIException, MethodNotAllowed

from factcheck.rest.bodies import PROBLEM_JSON, problem_of
from factcheck.rest.causes import as_api_exception
from factcheck.rest.conditional import PUBLIC, READS, etag_of, holds_any, is_named, not_modified
from factcheck.rest.query import refuse_unknown
from publishing.following import tag_following


class Body(NamedTuple):
    """What is sent, and the headers that come with it."""

    content: str | bytes
    headers: Mapping[str, str] = {}


class Feed(NamedTuple):
    """
    An answer that is not built yet.

    `follows` names what it depends on beside the ledger, the address and our own name; None says
    that only the finished answer can tell.
    """

    media_type: str
    build: Callable[[], Body]
    follows: tuple[Any, ...] | None = ()


class Refusal(NamedTuple):
    """How an error is told."""

    media_type: str
    body: Callable[[APIException], Mapping[str, Any]]


PROBLEM = Refusal(PROBLEM_JSON, problem_of)


def feed(*parameters: str, refusal: Refusal = PROBLEM) -> Callable[..., Any]:
    """A view that returns a Feed and takes these parameters; others are refused by name."""

    def decorate(view: Callable[[HttpRequest], Feed]) -> Callable[[HttpRequest], HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest) -> HttpResponse:
            try:
                if request.method not in READS:
                    raise MethodNotAllowed(str(request.method))
                refuse_unknown(request.GET, parameters)
                return _answer(request, view(request))
            except Exception as cause:
                error = as_api_exception(cause)
                if error is None:
                    raise
                return refused(error, refusal)

        return answer

    return decorate


def _answer(request: HttpRequest, found: Feed) -> HttpResponse:
    body = found.build() if found.follows is None else None
    tag = etag_of(_bytes(body)) if body else tag_following(request, *(found.follows or ()))
    headers = {"Cache-Control": PUBLIC, "ETag": tag}
    if is_named(request, tag):
        return not_modified(tag, headers)
    body = body or found.build()
    if holds_any(request):
        return not_modified(tag, headers)
    headers |= body.headers
    return HttpResponse(_bytes(body), content_type=found.media_type, headers=headers)


def _bytes(body: Body) -> bytes:
    return body.content.encode() if isinstance(body.content, str) else body.content


def refused(error: APIException, refusal: Refusal) -> HttpResponse:
    """The answer to what cannot be answered otherwise."""
    response = HttpResponse(
        orjson.dumps(refusal.body(error)),
        status=error.status_code,
        content_type=refusal.media_type,
        headers={"Cache-Control": "no-store"},
    )
    if isinstance(error, MethodNotAllowed):
        response["Allow"] = ", ".join(READS)
    return response
