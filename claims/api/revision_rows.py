"""An article's revisions as the API shows them, and what became of its claims in a new one."""

from typing import Any

from claims.api.people import people_in
from claims.models.article import Revised
from claims.models.places import place_of
from claims.models.revising import Report, Words

REVISION_COLUMNS = ("number", "created_at", "created_by", "text")
REVISION_ORDERINGS = {"number": ("number",)}


def revision_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of REVISION_COLUMNS as the API shows them; to readers without people."""
    people = people_in(rows, "created_by") if desk else {}
    return [
        {
            "number": row["number"],
            "created_at": row["created_at"],
            "by": people.get(row["created_by"]),
            "text": row["text"],
        }
        for row in rows
    ]


def revised_row(revised: Revised) -> dict[str, Any]:
    """A new revision with a report on each claim, in the order of the text."""
    stored = {name: getattr(revised.revision, name) for name in REVISION_COLUMNS[:2]}
    row = stored | {"created_by": revised.revision.created_by_id, "text": revised.revision.text}
    return revision_rows([row], desk=True)[0] | {"claims": list(map(_report_row, revised.reports))}


def anchor_row(claim: dict[str, Any], anchor: dict[str, Any] | None) -> dict[str, Any]:
    """Where a claim stands in the latest revision; lost words have no span and no quote."""
    place = place_of(claim, anchor)
    return {
        "state": place.state,
        "revision": place.revision,
        "start": place.start,
        "end": place.end,
        "quote": place.quote or None,
        "quote_similarity": place.quote_similarity,
        "context_similarity": place.context_similarity,
        "reasons": list(place.reasons),
    }


def _report_row(report: Report) -> dict[str, Any]:
    return {
        "claim": report.claim.public_id,
        "statement": report.claim.statement,
        "state": report.state,
        "reasons": report.reasons,
        "old": _words(report.old),
        "new": report.new and _words(report.new),
        "quote_similarity": report.quote_similarity,
        "context_similarity": report.context_similarity,
    }


def _words(words: Words) -> dict[str, Any]:
    return words._asdict()
