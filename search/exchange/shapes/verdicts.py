"""Verdicts in a file. A file travels, so protected sources and the desk's people stay at home."""

from collections.abc import Mapping
from typing import Any

from claims.models import Evidence
from claims.models.evidence import SAID, without_protected_source
from claims.record.shapes import piece
from factcheck.records.rows_of import RowsOf
from factcheck.rest.rows import grouped
from search.exchange.shapes.dates import exactly, told

TIMES = ("submitted_at", "published_at", "superseded_at", "retracted_at", "created_at")
WORDS = ("summary", "rationale", "notice", "retraction_reason")
COLUMNS = (
    "pk",
    "public_id",
    "claim__public_id",
    "claim__statement",
    "rating__slug",
    "state",
    *WORDS,
    *TIMES,
)
KEYS = ("id", "claim", "statement", "rating", "state", *WORDS, "evidence", *TIMES)
_EVIDENCE_OF = RowsOf(
    Evidence.objects.order_by("position", "pk").values("verdict", "source__slug", *SAID),
    by="verdict",
)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS; their evidence in one query."""
    pieces = grouped(_EVIDENCE_OF(row["pk"] for row in rows), by="verdict")
    return [
        {
            "id": row["public_id"],
            "claim": row["claim__public_id"],
            "statement": row["claim__statement"],
            "rating": row["rating__slug"],
            "state": row["state"],
            **{name: row[name] or None for name in WORDS},
            "evidence": [_piece(each) for each in pieces[row["pk"]]],
            **{name: told(row[name]) for name in TIMES},
        }
        for row in rows
    ]


def _piece(row: Mapping[str, Any]) -> dict[str, Any]:
    said = piece(row, row["source__slug"]) | {"retrieved_at": exactly(row["retrieved_at"])}
    return without_protected_source(said)
