"""ETags and preconditions (RFC 9110): writes name the version they have read, reads can be 304."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework.request import Request

from factcheck.rest.exceptions import PreconditionFailed, PreconditionRequired

PUBLIC = "public, max-age=60"
PRIVATE = "private, no-store"
READS = ("GET", "HEAD")
VARY = ("Authorization", "Cookie", "Accept")
# What a 304 repeats of the answer that it stands for.
KEPT_IN_304 = ("Cache-Control", "Vary", "Content-Location", "Link", "Expires")


def etag_of(body: bytes, version: int | str | None = None) -> str:
    """The strong ETag of these bytes: `"<version>-<hash>"`, or `"<hash>"` without a version."""
    digest = urlsafe_b64encode(blake2b(body, digest_size=12).digest()).decode()
    return f'"{digest}"' if version is None else f'"{version}-{digest}"'


def tag_of(*values: Any) -> str:
    """The strong ETag of an answer that stays the same while these values do."""
    return f'"{blake2b(repr(values).encode(), digest_size=15).hexdigest()}"'


def not_modified(etag: str, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """A 304 for whoever has what this ETag stands for."""
    unchanged = HttpResponse(status=304, headers={**(headers or {}), "ETag": etag})
    del unchanged["Content-Type"]
    return unchanged


def require_match(request: Any, version: int | str) -> None:
    """
    Demand that If-Match names this version of the row; `*` names any.

    Raises PreconditionRequired (428) without the header, PreconditionFailed (412) if it names
    others. A weak tag never matches.
    """
    given = request.META.get("HTTP_IF_MATCH")
    if given is None:
        raise PreconditionRequired
    tags = parse_etags(given)
    if "*" not in tags and not any(_version_in(tag) == str(version) for tag in tags):
        raise PreconditionFailed


def _version_in(tag: str) -> str:
    """What stands before the hash; nothing in a weak tag."""
    return tag.strip('"').partition("-")[0] if tag.startswith('"') else ""


class ConditionalMixin:
    """
    Answers with ETag, Cache-Control and Vary, and with 304 where the caller has it already.

    A view may set `version` on its response (the row's, which the ETag then begins with) and
    `cache_control` on itself (for anonymous reads). Credentials make an answer private.
    """

    cache_control: str = PUBLIC

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        patch_vary_headers(response, VARY)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = self._cache_control_for(request, response)
        if response.streaming or not isinstance(response, HttpResponse):
            return response
        if request.method in READS and response.status_code == 200:
            return _unless_held(request, _tagged(response))
        if 200 <= response.status_code < 300 and getattr(response, "version", None) is not None:
            return _tagged(response)
        return response

    def _cache_control_for(self, request: Request, response: HttpResponseBase) -> str:
        if has_credentials(request):
            return PRIVATE
        is_read = request.method in READS and response.status_code < 400
        return self.cache_control if is_read else "no-store"


def has_credentials(request: Any) -> bool:
    """Whether the request shows who sends it, by a token or a session."""
    meta = request.META
    if "HTTP_AUTHORIZATION" in meta:
        return True
    return "HTTP_COOKIE" in meta and settings.SESSION_COOKIE_NAME in request.COOKIES


def _tagged(response: Any) -> Any:
    """The response, rendered, with the ETag of its bytes unless it has one already."""
    if not getattr(response, "is_rendered", True):
        response.render()
    if not response.has_header("ETag") and response.content:
        response["ETag"] = etag_of(response.content, getattr(response, "version", None))
    return response


def _unless_held(request: Any, response: Any) -> Any:
    """The response, or a 304 in its place if If-None-Match names it."""
    if not is_held(request, response["ETag"]):
        return response
    kept = {name: response[name] for name in KEPT_IN_304 if response.has_header(name)}
    return not_modified(response["ETag"], kept)


def is_held(request: Any, etag: str) -> bool:
    """Whether If-None-Match names this ETag, by weak comparison, or is `*`, which any answer is."""
    return is_named(request, etag) or holds_any(request)


def is_named(request: Any, etag: str) -> bool:
    """
    Whether If-None-Match names this ETag, by weak comparison.

    For a tag that is known before there is an answer: `*` says nothing of whether there is one.
    """
    given = request.META.get("HTTP_IF_NONE_MATCH")
    if not given:
        return False
    return any(tag.removeprefix("W/") == etag for tag in parse_etags(given))


def holds_any(request: Any) -> bool:
    """Whether If-None-Match is `*`: of whatever there is an answer to, its sender has one."""
    return str(request.META.get("HTTP_IF_NONE_MATCH", "")).strip() == "*"
