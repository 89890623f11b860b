"""Claims in a file: their words in the latest text, who stands where, and their figures."""

from collections.abc import Mapping
from typing import Any

from claims.models import Attribution
from claims.models.claim_anchor import SAME_WORDS
from claims.models.places import CLAIM_COLUMNS, anchors_of, place_of
from factcheck.records.rows_of import RowsOf
from factcheck.rest.rows import grouped
from search.exchange.shapes import figures
from search.exchange.shapes.dates import exactly, told

COLUMNS = (
    "pk",
    "public_id",
    "article__public_id",
    "statement",
    *CLAIM_COLUMNS,
    "question__slug",
    "repeats__public_id",
    "note",
    "due_at",
    "closed_at",
    "close_reason",
    "created_at",
)
KEYS = (
    "id",
    "article",
    "statement",
    "quote",
    "start",
    "end",
    "question",
    "repeats",
    "note",
    "due_at",
    "attributions",
    "quantities",
    "close_reason",
    "closed_at",
    "created_at",
)
_ATTRIBUTIONS_OF = RowsOf(
    Attribution.objects.order_by("position", "pk").values(
        "claim", "source__slug", "stance", "via__slug", "at"
    ),
    by="claim",
)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS; three queries more."""
    claims = [row["pk"] for row in rows]
    anchors = anchors_of(claims)
    stands = grouped(_ATTRIBUTIONS_OF(claims), by="claim")
    said = grouped(figures.of_claims(claims), by="claim")
    return [
        _claim(row, anchors.get(row["pk"]))
        | {
            "attributions": [_attribution(each) for each in stands[row["pk"]]],
            "quantities": [figures.figure(each) for each in said[row["pk"]]],
            "close_reason": row["close_reason"] or None,
            "closed_at": told(row["closed_at"]),
            "created_at": told(row["created_at"]),
        }
        for row in rows
    ]


def _claim(row: Mapping[str, Any], anchor: Mapping[str, Any] | None) -> dict[str, Any]:
    quote, start, end = _where(row, anchor)
    return {
        "id": row["public_id"],
        "article": row["article__public_id"],
        "statement": row["statement"],
        "quote": quote,
        "start": start,
        "end": end,
        "question": row["question__slug"],
        "repeats": row["repeats__public_id"],
        "note": row["note"] or None,
        "due_at": exactly(row["due_at"]),
    }


def _where(row: Mapping[str, Any], anchor: Mapping[str, Any] | None) -> tuple[Any, Any, Any]:
    """Its place in the latest text if its words are there, else where it stands."""
    place = place_of(row, anchor)
    if place.state in SAME_WORDS:
        return place.quote, place.start, place.end
    return row["quote"], row["start"], row["end"]


def _attribution(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "source": row["source__slug"],
        "stance": row["stance"],
        "via": row["via__slug"],
        "at": exactly(row["at"]),
    }
