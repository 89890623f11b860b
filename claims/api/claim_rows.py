"""Claims as the API shows them, with article, attributions, figures and standing verdict."""

from typing import Any

from claims.api.figure_rows import quantities_of, quantity_row
from claims.api.people import people_named
from claims.api.revision_rows import anchor_row
from claims.api.verdict_rows import PEOPLE as VERDICT_PEOPLE
from claims.api.verdict_rows import columns_for as verdict_columns_for
from claims.api.verdict_rows import evidence_of, verdicts_with
from claims.models import Attribution, Verdict
from claims.models.places import anchors_of
from claims.models.status import RESERVED
from factcheck.records.rows_of import RowsOf
from factcheck.rest.rows import grouped, joined, reference
from sources.api.rows import brief, sources_named

ARTICLE = ("headline", "url", "language", "published_at")
QUESTION = ("slug", "text", "unit")

READER_COLUMNS = (
    "pk",
    "public_id",
    "statement",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    *joined("article", ARTICLE),
    "article__publisher",
    "revision__number",
    *joined("question", QUESTION),
    "repeats__public_id",
    "repeats__verification_status",
    "verification_status",
    "version",
    "created_at",
)
PEOPLE = {"assignee": "assignee", "author": "created_by"}
COLUMNS = (
    *READER_COLUMNS,
    *PEOPLE.values(),
    "work",
    "note",
    "due_at",
    "closed_at",
    "closed_by",
    "close_reason",
    "anchor_state",
)
# The version counts the desk's notes and assignments, too.
_NOT_FOR_READERS = dict.fromkeys(
    ("work", "note", "assignee", "due_at", "closed", "author", "anchor", "version")
)

_ATTRIBUTIONS_OF = RowsOf(
    Attribution.objects.order_by("position", "pk").values(
        "claim", "public_id", "source", "stance", "via", "at"
    ),
    by="claim",
)
_STANDING_OF = {
    desk: RowsOf(Verdict.objects.standing().values(*verdict_columns_for(desk=desk)), by="claim")
    for desk in (False, True)
}


def columns_for(*, desk: bool) -> tuple[str, ...]:
    """What to select of claims for the desk or for readers."""
    return COLUMNS if desk else READER_COLUMNS


def claim_rows(rows: list[dict[str, Any]], *, desk: bool) -> list[dict[str, Any]]:
    """The rows of COLUMNS as the API shows them, in five queries more, for the desk seven."""
    claims = [row["pk"] for row in rows]
    attributions = _ATTRIBUTIONS_OF(claims)
    standing = _STANDING_OF[desk](claims)
    evidence = evidence_of(standing, desk=desk)
    sources = sources_named(_keys_of_sources(rows, attributions, evidence), desk=desk)
    people = _people_in(rows, standing) if desk else None
    shown = verdicts_with(standing, evidence, sources, people)
    verdicts = dict(zip((row["claim"] for row in standing), shown, strict=True))
    stands = grouped(attributions, by="claim")
    figures = grouped(quantities_of(claims, desk=desk), by="claim")
    anchors = anchors_of(claims) if desk else {}
    return [
        _claim_row(row, verdicts.get(row["pk"]), people, anchors.get(row["pk"]))
        | _said(row, stands[row["pk"]], figures[row["pk"]], sources, desk=desk)
        for row in rows
    ]


def _keys_of_sources(rows: Any, attributions: Any, evidence: Any) -> set[int | None]:
    return {
        *(row["article__publisher"] for row in rows),
        *(each["source"] for each in attributions),
        *(each["via"] for each in attributions),
        *(each["source"] for each in evidence),
    }


def _people_in(rows: list[dict[str, Any]], standing: list[dict[str, Any]]) -> dict[Any, Any]:
    keys = [row[column] for row in rows for column in (*PEOPLE.values(), "closed_by")]
    keys += [row[column] for row in standing for column in VERDICT_PEOPLE.values()]
    return people_named(keys)


def _claim_row(
    row: dict[str, Any],
    verdict: dict[str, Any] | None,
    people: dict[Any, Any] | None,
    anchor: dict[str, Any] | None,
) -> dict[str, Any]:
    """The claim itself; without `people`, as readers see it."""
    return {
        "id": row["public_id"],
        "statement": row["statement"],
        "quote": row["quote"],
        "prefix": row["prefix"],
        "suffix": row["suffix"],
        "start": row["start"],
        "end": row["end"],
        "question": reference(row, "question", QUESTION),
        "repeats": _repeats(row, desk=people is not None),
        "verification_status": row["verification_status"],
        "verdict": verdict,
        **(_NOT_FOR_READERS if people is None else _desk_keys(row, people, anchor)),
        "created_at": row["created_at"],
    }


def _said(
    row: dict[str, Any],
    attributions: list[dict[str, Any]],
    figures: list[dict[str, Any]],
    sources: dict[Any, Any],
    *,
    desk: bool,
) -> dict[str, Any]:
    """Where it was said, by whom, and with which figures."""
    stands = [_attribution_row(each, sources) for each in attributions]
    return {
        "article": {
            **(reference(row, "article", ARTICLE) or {}),
            "publisher": brief(sources.get(row["article__publisher"])),
            "revision": row["revision__number"],
        },
        "attributions": stands,
        "claimant": next((each["source"] for each in stands if each["stance"] == "asserts"), None),
        "quantities": [quantity_row(each, desk=desk) for each in figures],
    }


def _attribution_row(row: dict[str, Any], sources: dict[Any, Any]) -> dict[str, Any]:
    return {
        "id": row["public_id"],
        "source": sources[row["source"]],
        "stance": row["stance"],
        "via": sources.get(row["via"]),
        "at": row["at"],
    }


def _repeats(row: dict[str, Any], *, desk: bool) -> str | None:
    """The claim that this one repeats, if whoever asks may see that one."""
    is_seen = desk or row["repeats__verification_status"] not in RESERVED
    return row["repeats__public_id"] if is_seen else None


def _desk_keys(
    row: dict[str, Any], people: dict[Any, Any], anchor: dict[str, Any] | None
) -> dict[str, Any]:
    closed = row["closed_at"] and {
        "at": row["closed_at"],
        "by": people.get(row["closed_by"]),
        "reason": row["close_reason"],
    }
    return {
        "work": row["work"],
        "note": row["note"] or None,
        "due_at": row["due_at"],
        "closed": closed,
        "anchor": anchor_row(row, anchor),
        "version": row["version"],
        **{name: people.get(row[column]) for name, column in PEOPLE.items()},
    }
