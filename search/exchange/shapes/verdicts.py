"""Verdicts in a file. A file travels, so protected sources and the desk's people stay at home."""

from collections.abc import Mapping
from typing import Any

from claims.models import Evidence
from claims.models.evidence import GIVES_AWAY
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
EVIDENCE = Evidence.objects.order_by("position", "pk").values(
    "verdict",
    "source__slug",
    "stance",
    "url",
    "title",
    "excerpt",
    "archived_url",
    "retrieved_at",
    "record",
    "protected",
)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of COLUMNS with the keys KEYS; their evidence in one query."""
    evidence = EVIDENCE.filter(verdict__in=[row["pk"] for row in rows])
    pieces = grouped(evidence, by="verdict")
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
    piece = {
        "source": row["source__slug"],
        "stance": row["stance"],
        "url": row["url"] or None,
        "title": row["title"] or None,
        "excerpt": row["excerpt"] or None,
        "archived_url": row["archived_url"] or None,
        "retrieved_at": exactly(row["retrieved_at"]),
        "record": row["record"] or None,
        "protected": row["protected"] or None,
    }
    return piece | (dict.fromkeys(GIVES_AWAY) if piece["protected"] else {})
