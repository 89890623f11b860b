"""
How every reader's page is answered: nobody logs in, anybody may keep it for a minute.

A page follows from the ledger, so whoever has it, as its ETag tells, gets a 304 before anything
is rendered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, wraps
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from factcheck.rest.conditional import PUBLIC, etag_of, is_held, is_named, not_modified
from factcheck.rest.exceptions import QueryError
from factcheck.rest.paging import absolute
from publishing.following import tag_following

ROOM = Path(__file__).resolve().parents[1]
MISSING = "publishing/missing.html"
LOOKS = ("templates/publishing/*.html", "static/publishing/*")


@dataclass(frozen=True)
class Page:
    """
    A page that is not written yet.

    `build` gives what its template needs. `follows` names what the page shows beside the ledger's
    documents, as values that change with it; None says that only the finished page can tell.
    """

    template: str
    build: Callable[[], Mapping[str, Any]] = dict
    follows: tuple[Any, ...] | None = ()
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def reader_page(view: Callable[..., Page | HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that returns a Page, or a redirect; what it does not find is told as a page, too."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            if "\x00" in request.path:
                raise Http404
            page = view(request, *args, **named)
            return _answer(request, page) if isinstance(page, Page) else page
        except Http404:
            return _answer(request, Page(MISSING, status=404))
        except QueryError:
            return _answer(request, Page(MISSING, lambda: {"unreadable": True}, status=400))

    return answer


def moved_to(path: str) -> HttpResponse:
    """301, which may be kept as long as a page."""
    return HttpResponse(status=301, headers={"Location": path, "Cache-Control": PUBLIC})


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    headers = {"Cache-Control": PUBLIC if page.status in (200, 410, 451) else "no-store"}
    headers |= page.headers
    tag = None
    if page.status == 200 and page.follows is not None:
        tag = tag_following(request, looks(), *page.follows)
    if tag and is_named(request, tag):
        return not_modified(tag, headers)
    context = {
        "desk_name": settings.DESK_NAME,
        "address": absolute(request, request.path),
        # Whole, because not everybody who looks for it reads it as a link of this page.
        "oembed": absolute(request, reverse("oembed")),
    }
    body = render_to_string(page.template, context | dict(page.build())).encode()
    if page.status == 200:
        tag = tag or etag_of(body)
        if is_held(request, tag):
            return not_modified(tag, headers)
        headers["ETag"] = tag
    return HttpResponse(body, status=page.status, headers=headers)


@cache
def looks() -> str:
    """What the templates and style sheets of this release are."""
    files = sorted(path for pattern in LOOKS for path in ROOM.glob(pattern))
    digest = blake2b(digest_size=8)
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
