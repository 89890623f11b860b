"""Places: where claims stand in the latest revision of their article, for whoever shows it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from claims.models.claim_anchor import ClaimAnchor
from factcheck.records.rows_of import RowsOf

# What a place is made of: of the claim, and of its anchor in the latest revision.
CLAIM_COLUMNS = ("anchor_state", "revision__number", "quote", "prefix", "suffix", "start", "end")
ANCHOR_COLUMNS = (
    "revision__number",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    "quote_similarity",
    "context_similarity",
    "reasons",
    "decision",
)
_ANCHORS_OF = RowsOf(
    ClaimAnchor.objects.in_latest_revisions().values("claim", *ANCHOR_COLUMNS), by="claim"
)
# What is said of a place that an editor has chosen.
_DECIDED: Mapping[str, Any] = {"quote_similarity": 1.0, "context_similarity": 1.0, "reasons": ()}


class Place(NamedTuple):
    """
    A claim's words in the latest revision; lost ones have no span and no quote.

    Similarities and reasons are what was found, until an editor decides.
    """

    state: str
    revision: int
    quote: str
    prefix: str
    suffix: str
    start: int | None
    end: int | None
    quote_similarity: float
    context_similarity: float
    reasons: Sequence[str]


def anchors_of(claims: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The latest anchor of each claim with these keys that has one, by the key, in one query."""
    return {row["claim"]: row for row in _ANCHORS_OF(claims)}


def place_of(claim: Mapping[str, Any], anchor: Mapping[str, Any] | None) -> Place:
    """Where a claim (CLAIM_COLUMNS) stands, with its row of `anchors_of`."""
    stands = claim if anchor is None or _was_put_elsewhere(claim, anchor) else anchor
    found = _DECIDED if anchor is None or anchor["decision"] else anchor
    return Place(
        claim["anchor_state"],
        *(stands[column] for column in CLAIM_COLUMNS[1:]),
        *(found[name] for name in _DECIDED),
    )


def _was_put_elsewhere(claim: Mapping[str, Any], anchor: Mapping[str, Any]) -> bool:
    """Whether the claim stands in the anchor's revision, but not where that says."""
    same_revision = claim["revision__number"] == anchor["revision__number"]
    return same_revision and claim["start"] != anchor["start"]


def with_places(claims: Iterable[Any]) -> list[tuple[Any, Place]]:
    """These claims, loaded with their revision, each with its place, in one query more."""
    loaded = list(claims)
    anchors = anchors_of(claim.pk for claim in loaded)
    return [(claim, place_of(_columns(claim), anchors.get(claim.pk))) for claim in loaded]


def _columns(claim: Any) -> dict[str, Any]:
    own = {name: getattr(claim, name) for name in CLAIM_COLUMNS if "__" not in name}
    return own | {"revision__number": claim.revision.number}
