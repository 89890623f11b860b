"""/factchecks/{id}-{slug}/: a fact check, and every version that it had."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from claims.models import Document, FactCheckVersion
from claims.models.published_version import Kind
from claims.record.withholding import notice_of_withholding
from factcheck.rest.paging import absolute
from publishing.desk import desk_of
from publishing.formats.claimreview import claim_review
from publishing.pages.answering import Page, moved_to, reader_page
from publishing.pages.checks import Check, check_of
from publishing.record import (
    RETRACTED,
    STANDING,
    WITHHELD,
    id_in,
    states_of,
)

TEMPLATE = "publishing/fact_check.html"


@reader_page
def fact_check(request: HttpRequest, name: str) -> Page | HttpResponse:
    """
    What stands. A retracted check is 410 with its notice and what stood before, a withheld one 451.
    """
    versions = _versions(name)
    last = _last(versions)
    check = _check(last)
    if check is None:
        return _withheld(last)
    if request.path != check.path:
        return moved_to(check.path)
    states = states_of(check.key)
    state = states[last.version]
    return Page(
        TEMPLATE,
        lambda: {
            "check": check,
            "state": state,
            "latest": True,
            "retraction": last if state == RETRACTED else None,
            "history": _history(versions, states, check.path),
            "document": _document(last) if state == STANDING else None,
            "review": claim_review(check.said, desk_of(request)) if state == STANDING else None,
        },
        status=410 if state == RETRACTED else 200,
    )


@reader_page
def version(request: HttpRequest, name: str, number: int) -> Page | HttpResponse:
    """One version, for ever: it says what became of it."""
    versions = _versions(name)
    chosen = next((each for each in versions if each.version == number), None)
    if chosen is None:
        raise Http404
    check = _check(chosen)
    if check is None:
        return _withheld(chosen)
    path = f"{check.path}versions/{number}/"
    if request.path != path:
        return moved_to(path)
    states = states_of(check.key)
    return Page(
        TEMPLATE,
        lambda: {
            "check": check,
            "state": states[number],
            "latest": False,
            "retraction": _retraction(versions, states, number),
            "number": number,
            "history": _history(versions, states, check.path),
            "document": _document(chosen),
            "address": absolute(request, check.path),
        },
        headers={
            "Link": f'<{absolute(request, check.path)}>; rel="latest-version"',
            "Fact-Check-State": states[number],
        },
    )


def _versions(name: str) -> Sequence[FactCheckVersion]:
    """Every version, first to last. Raises Http404 where nothing was ever published."""
    rows = FactCheckVersion.objects.filter(fact_check__public_id=id_in(name))
    versions = list(rows.order_by("version"))
    if not versions:
        raise Http404
    return versions


def _last(versions: Sequence[FactCheckVersion]) -> FactCheckVersion:
    """The version that decides what readers see: a row that withholds another one says nothing."""
    return next(each for each in reversed(versions) if each.kind != Kind.WITHHELD)


def _retraction(
    versions: Sequence[FactCheckVersion], states: Mapping[int, str], number: int
) -> FactCheckVersion | None:
    """The retraction that took this version back, or the check that it is an old version of."""
    if states[number] == RETRACTED:
        later = (each for each in versions if each.version >= number)
        return next(each for each in later if each.kind == Kind.RETRACTED)
    last = _last(versions)
    return last if last.kind == Kind.RETRACTED else None


def _check(version: FactCheckVersion) -> Check | None:
    """What this version says; None where that has been withheld."""
    body = Document.objects.values_list("body", flat=True).get(digest=version.digest)
    return None if body is None else check_of(body)


def _withheld(version: FactCheckVersion) -> Page:
    notice = notice_of_withholding(version)
    return Page("publishing/withheld.html", lambda: {"notice": notice}, status=451)


def _document(version: FactCheckVersion) -> dict[str, Any]:
    """Where this version's bytes are, what they hash to, and the ledger's row that says so."""
    key, number = version.fact_check_id, version.version
    return {
        "number": number,
        "path": reverse("v1:versions-detail", args=[key, number]),
        "file": f"{key}-{number}.json",
        "digest": version.digest,
        "sequence": version.sequence,
    }


def _history(
    versions: Sequence[FactCheckVersion], states: Mapping[int, str], path: str
) -> list[dict[str, Any]]:
    """What happened, latest first; a version without words of its own leads nowhere."""
    return [
        {
            "number": each.version,
            "kind": each.kind,
            "at": each.at,
            "notice": each.notice,
            "path": None
            if states[each.version] == WITHHELD or each.kind == Kind.RETRACTED
            else f"{path}versions/{each.version}/",
            "state": states[each.version],
        }
        for each in reversed(versions)
    ]
