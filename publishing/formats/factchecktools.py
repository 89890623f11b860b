"""
Documents as Google's Fact Check Tools answer them: `claims:search`, v1alpha1.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search. What is
unknown is left out, never null.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from publishing.formats.claimreview import Desk
from publishing.formats.people import claimant_of

# google.rpc.Code by HTTP status: the word that stands beside the number.
STATUSES = {
    400: "INVALID_ARGUMENT",
    404: "NOT_FOUND",
    405: "UNIMPLEMENTED",
}
_BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"


def search_answer(
    documents: Iterable[Mapping[str, Any]],
    desk: Desk,
    *,
    next_page: str | None = None,
    others: Iterable[dict[str, Any]] = (),
) -> dict[str, Any]:
    """A page of what was found, behind ours the claims of others; `{}` where nothing was."""
    claims = [*(fact_checked_claim(document, desk) for document in documents), *others]
    answer: dict[str, Any] = {"claims": claims} if claims else {}
    return answer | {"nextPageToken": next_page} if next_page else answer


def fact_checked_claim(document: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """One claim, with our review of it."""
    claimant = claimant_of(document)
    statement, rating = document["claim"]["statement"], document["verdict"]["rating"]
    claim: dict[str, Any] = {"text": statement}
    if claimant:
        claim["claimant"] = claimant["source"]["name"]
    if claimant and claimant["at"]:
        claim["claimDate"] = f"{claimant['at']}T00:00:00Z"
    review = {
        "publisher": {"name": desk.name, "site": site_of(desk.url)},
        "url": desk.at(document["path"]),
        "title": f"{rating['name']}: {statement}",
        "reviewDate": document["published_at"],
        "textualRating": rating["name"],
        "languageCode": document["language"],
    }
    return claim | {"claimReview": [review]}


def claim_of_review(
    *,
    text: str,
    claimant: str,
    claimed_on: date | None,
    publisher: str,
    site: str,
    url: str,
    title: str,
    reviewed_on: date | None,
    label: str,
    language: str,
) -> dict[str, Any]:
    """One claim with another desk's review of it; what is empty is left out."""
    review = {
        "publisher": {"name": publisher, "site": site},
        "url": url,
        "title": title,
        "reviewDate": _midnight(reviewed_on),
        "textualRating": label,
        "languageCode": language,
    }
    claim = {"text": text, "claimant": claimant, "claimDate": _midnight(claimed_on)}
    return _said(claim) | {"claimReview": [_said(review)]}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _midnight(day: date | None) -> str:
    return f"{day.isoformat()}T00:00:00Z" if day else ""


def site_of(address: str) -> str:
    """The host without `www.`, of an address or of a bare host; empty where there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def error_answer(
    status: int, message: str, fields: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Google's body of an error; `fields` says of each parameter what is wrong with it."""
    error: dict[str, Any] = {"code": status, "message": message}
    if status in STATUSES:
        error["status"] = STATUSES[status]
    if fields:
        violations = [{"field": name, "description": said} for name, said in fields.items()]
        error["details"] = [{"@type": _BAD_REQUEST, "fieldViolations": violations}]
    return {"error": error}
