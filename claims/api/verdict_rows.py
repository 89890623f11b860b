"""Verdicts as the API shows them, with their evidence."""

from typing import Any

from claims.api.people import people_in
from claims.models import Evidence
from claims.models.claim_anchor import UNSETTLED
from claims.models.evidence import FIELDS, without_protected_source
from claims.models.verdict_queries import LOOKED_AT
from claims.record.shapes import piece, scored
from factcheck.records.rows_of import RowsOf
from factcheck.rest.rows import grouped
from sources.api.rows import sources_named

READER_COLUMNS = (
    "pk",
    "public_id",
    "claim",
    "claim__public_id",
    *(f"rating__{name}" for name in ("slug", "name", "definition", "value", "colour")),
    "summary",
    "rationale",
    "state",
    "published_at",
    "notice",
    "superseded_at",
    "retracted_at",
    "retraction_reason",
    "version",
    "created_at",
)

# A verdict's way through the desk, of which readers see nothing.
PEOPLE = {
    "author": "created_by",
    **{f"{act}_by": f"{act}_by" for act in ("edited", "submitted", "returned", "published")},
    "retracted_by": "retracted_by",
}
DESK_FACTS = ("edited_at", "submitted_at", "returned_at", "return_reason", "four_eyes")
COLUMNS = (*READER_COLUMNS, *PEOPLE.values(), *DESK_FACTS, "claim__anchor_state")
_NOT_FOR_READERS = dict.fromkeys((*PEOPLE, *DESK_FACTS, "needs_fresh_look"))

_EVIDENCE_OF = RowsOf(
    Evidence.objects.order_by("position", "pk").values("verdict", "public_id", *FIELDS),
    by="verdict",
)


def columns_for(*, desk: bool) -> tuple[str, ...]:
    """What to select of verdicts for the desk or for readers."""
    return COLUMNS if desk else READER_COLUMNS


def verdict_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them, in two queries more, for the desk three."""
    evidence = evidence_of(rows, desk=desk)
    sources = sources_named((each["source"] for each in evidence), desk=desk)
    people = people_in(rows, *PEOPLE.values()) if desk else None
    return verdicts_with(rows, evidence, sources, people)


def evidence_of(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The evidence of these verdicts, in order; to readers without protected sources."""
    pieces = _EVIDENCE_OF(row["pk"] for row in rows)
    return pieces if desk else list(map(without_protected_source, pieces))


def verdicts_with(
    rows: list[dict[str, Any]],
    evidence: list[dict[str, Any]],
    sources: dict[Any, Any],
    people: dict[Any, Any] | None,
) -> list[dict[str, Any]]:
    """The verdicts as the API shows them; without `people`, as readers see them."""
    by_verdict = grouped(evidence, by="verdict")
    return [
        _verdict_row(row, [_evidence_row(each, sources) for each in by_verdict[row["pk"]]], people)
        for row in rows
    ]


def _verdict_row(
    row: dict[str, Any], evidence: list[dict[str, Any]], people: dict[Any, Any] | None
) -> dict[str, Any]:
    return {
        "id": row["public_id"],
        "claim": row["claim__public_id"],
        "rating": scored(row, "rating__"),
        "summary": row["summary"],
        "rationale": row["rationale"],
        "state": row["state"],
        "evidence": evidence,
        "published_at": row["published_at"],
        "notice": row["notice"] or None,
        "superseded_at": row["superseded_at"],
        "retracted_at": row["retracted_at"],
        "retraction_reason": row["retraction_reason"] or None,
        **(_NOT_FOR_READERS if people is None else _way_through_the_desk(row, people)),
        "version": row["version"],
        "created_at": row["created_at"],
    }


def _way_through_the_desk(row: dict[str, Any], people: dict[Any, Any]) -> dict[str, Any]:
    return {
        **{name: people.get(row[column]) for name, column in PEOPLE.items()},
        **{name: row[name] for name in DESK_FACTS},
        "return_reason": row["return_reason"] or None,
        "needs_fresh_look": _needs_fresh_look(row),
    }


def _needs_fresh_look(row: dict[str, Any]) -> bool:
    """Whether somebody reads or works on it while the article has changed its claim's words."""
    return row["state"] in LOOKED_AT and row["claim__anchor_state"] in UNSETTLED


def _evidence_row(row: dict[str, Any], sources: dict[Any, Any]) -> dict[str, Any]:
    return {"id": row["public_id"]} | piece(row, sources.get(row["source"]))
