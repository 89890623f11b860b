"""/check/: paste a draft, and read in it what was checked before. Nothing of it is kept."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from rest_framework.request import Request

from claims.anchoring import normalise
from claims.api.figure_inputs import LONGEST
from factcheck.rest.paging import absolute
from factcheck.rest.throttles import Throttle
from publishing.desk import desk_of
from search.drafts import Span, spans


class Piece(NamedTuple):
    """A stretch of the draft; `number` and `span` where something is on record about it."""

    text: str
    number: int = 0
    span: Span | None = None


# Exempt, because it changes nothing: whoever is made to send it has lost nothing.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form, and above it the draft that was sent, with its marks."""
    if request.method != "POST":
        return _page(request)
    draft = request.POST.get("text", "")
    problem, status = _refusal(request, draft)
    if problem:
        return _page(request, status, problem=problem, draft=draft[:LONGEST])
    text = normalise(draft)
    found = spans(text)
    return _page(request, draft=text, pieces=pieces(text, found), found=found)


def _page(request: HttpRequest, status: int = 200, **shown: Any) -> HttpResponse:
    said = {
        "desk_name": desk_of(request).name,
        "address": absolute(request, request.path),
        "longest": LONGEST,
    }
    return render(request, "search/check.html", said | shown, status=status)


def pieces(text: str, found: list[Span]) -> list[Piece]:
    """The text cut where spans begin and end; nothing is lost."""
    cut, at = [], 0
    for number, span in enumerate(found, 1):
        cut += [Piece(text[at : span.start]), Piece(span.quote, number, span)]
        at = span.end
    return [piece for piece in [*cut, Piece(text[at:])] if piece.text]


def _refusal(request: HttpRequest, draft: str) -> tuple[str, int]:
    """Why a draft is not read, with the status; empty if it is."""
    throttle = Throttle()
    if not throttle.allow_request(Request(request), None):
        return "Too many drafts from your address. Try again in a while.", 429
    if len(draft) > LONGEST:
        return f"A draft has at most {LONGEST:,} characters; this one has {len(draft):,}.", 413
    if not draft.strip():
        return "There is no text to check.", 400
    try:
        normalise(draft)
    except ValueError as error:
        return str(error), 400
    return "", 200
