"""Revising: what becomes of an article's claims when its text has changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from claims.anchoring import Anchor, State, reanchor
from claims.models.claim_anchor import SAME_WORDS, UNSETTLED, ClaimAnchor
from claims.models.status import RESERVED
from factcheck.records.change import Change, differences_between


class Words(NamedTuple):
    """Some words of a revision: its number, their span in code points, and themselves."""

    revision: int
    start: int
    end: int
    quote: str


class Report(NamedTuple):
    """What became of one claim's words; `new` is None where they are lost."""

    claim: Any
    state: str
    reasons: Sequence[str]
    old: Words
    new: Words | None
    quote_similarity: float
    context_similarity: float


def follow(article: Any, revision: Any, *, by: Any, at: datetime) -> list[Report]:
    """
    Look for the words of every claim of the article in its new revision, in the order of the text.

    Where they stand unchanged, a claim that readers do not see goes with them. One that they see
    stays where its document says; every other one stays where it is until an editor decides.
    """
    claims = list(article.claims.select_related("revision").order_by("start", "end", "pk"))
    origins = _origins_of(claims)
    anchors = [
        ClaimAnchor.found(claim, revision, found)
        for claim, found in zip(claims, _reanchored(claims, origins, revision.text), strict=True)
    ]
    reports = [_report(anchor, origins[anchor.claim.pk]) for anchor in anchors]
    ClaimAnchor.keep(anchor.claim for anchor in anchors if _goes_with_its_words(anchor))
    ClaimAnchor.objects.bulk_create(anchors)
    for anchor in anchors:
        _store(anchor, by=by, at=at)
    return reports


def _origins_of(claims: Iterable[Any]) -> dict[int, Any]:
    """
    Where to look from: the latest place that is known to hold each claim's words.

    A claim itself, or its anchor in a later revision.
    """
    origins = {claim.pk: claim for claim in claims}
    anchors = ClaimAnchor.objects.in_latest_revisions().filter(claim__in=claims)
    for anchor in anchors.select_related("revision"):
        if anchor.is_settled:
            origins[anchor.claim_id] = anchor
    return origins


def _reanchored(claims: Sequence[Any], origins: dict[int, Any], text: str) -> list[Anchor]:
    """What was found of each claim; one diff for all that come from the same revision."""
    groups: dict[Any, list[Any]] = defaultdict(list)
    for claim in claims:
        groups[origins[claim.pk].revision].append(claim)
    found: dict[int, Anchor] = {}
    for old, members in groups.items():
        spans = [(origins[claim.pk].start, origins[claim.pk].end) for claim in members]
        anchors = reanchor(old.text, text, spans)
        found |= {claim.pk: each for claim, each in zip(members, anchors, strict=True)}
    return [_against(claim, found[claim.pk]) for claim in claims]


def _against(claim: Any, found: Anchor) -> Anchor:
    """Moved or not, told from where the claim itself stands."""
    if found.state.value not in SAME_WORDS:
        return found
    state = State.EXACT if found.start == claim.start else State.MOVED
    return Anchor(state, found.start, found.end, found.quote_similarity, found.context_similarity)


def _report(anchor: ClaimAnchor, origin: Any) -> Report:
    new = None
    if anchor.start is not None and anchor.end is not None:
        new = Words(anchor.revision.number, anchor.start, anchor.end, anchor.quote)
    return Report(
        claim=anchor.claim,
        state=anchor.state,
        reasons=anchor.reasons,
        old=Words(origin.revision.number, origin.start, origin.end, origin.quote),
        new=new,
        quote_similarity=anchor.quote_similarity,
        context_similarity=anchor.context_similarity,
    )


def _goes_with_its_words(anchor: ClaimAnchor) -> bool:
    return anchor.state in SAME_WORDS and anchor.claim.verification_status in RESERVED


def _store(anchor: ClaimAnchor, *, by: Any, at: datetime) -> None:
    """Let the claim say how it stands in the new revision, and stand there if it moves."""
    claim, place = anchor.claim, anchor.place if _goes_with_its_words(anchor) else {}
    values = {"anchor_state": anchor.state} | place
    before = {name: getattr(claim, name) for name in values}
    differences = differences_between(before, values)
    if differences:
        claim._swap(values)
        for name, value in values.items():
            setattr(claim, name, value)
        told = [each for each in differences if each.field not in ("prefix", "suffix")]
        Change.note(claim, told, by=by, at=at)
    if anchor.state in UNSETTLED:
        claim.verdicts.have_read_again()
