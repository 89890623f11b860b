"""A question's whole disagreement: who gives which figure, which of them can both be true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from claims.comparison import Relation, compare, groups
from claims.models import Attribution, Claim, Question, Verdict
from claims.models.status import CLOSED
from sources.models import Source


@dataclass(frozen=True, eq=False)
class Position:
    """A claim that answers the question, with its figure; without one it stands beside."""

    claim: Claim
    quantity: Any = None
    verdict: Verdict | None = None
    attributions: Sequence[Attribution] = ()

    def by(self, stance: str) -> list[Attribution]:
        """Who takes this stance on it."""
        return [each for each in self.attributions if each.stance == stance]


@dataclass(frozen=True)
class Pair:
    """Two positions, and how their figures relate."""

    a: Position
    b: Position
    relation: Relation


@dataclass(frozen=True)
class Related:
    """A narrower question: its figures stand beside these and are not compared with them."""

    question: Question
    positions: list[Position]
    reason: str


@dataclass(frozen=True)
class Disagreement:
    """
    What is said on a question.

    `groups` are the maximal sets of positions that can all be true. `spread` is the pair furthest
    apart of those that cannot, None where all can. `independent_sources` counts who asserts a
    figure: those who speak for one another, or relay one another, once.
    """

    question: Question
    positions: list[Position]
    without_figure: list[Position] = field(default_factory=list)
    groups: list[list[Position]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    spread: Pair | None = None
    independent_sources: int = 0
    related: list[Related] = field(default_factory=list)

    @property
    def has_conflict(self) -> bool:
        return any(pair.relation.relation == "disjoint" for pair in self.pairs)

    @property
    def denials(self) -> list[Attribution]:
        """Who denies one of these claims, each source once."""
        denying = {
            each.source_id: each
            for position in (*self.positions, *self.without_figure)
            for each in position.by(Attribution.Stance.DENIES)
        }
        return list(denying.values())


def disagreement_on(question: Question, *, reader: Any) -> Disagreement:
    """
    What is said on this question, as far as this reader may see it.

    Queries: as many for a hundred claims as for one.
    """
    answering = _positions(question, reader)
    positions = [each for each in answering if each.quantity is not None]
    positions.sort(key=_size, reverse=True)
    pairs = [Pair(a, b, compare(a.quantity, b.quantity)) for a, b in combinations(positions, 2)]
    indexes = groups([each.quantity for each in positions])
    return Disagreement(
        question=question,
        positions=positions,
        without_figure=[each for each in answering if each.quantity is None],
        groups=[[positions[index] for index in group] for group in indexes],
        pairs=pairs,
        spread=_furthest(pairs),
        independent_sources=_independent_sources(positions),
        related=_related(question, reader),
    )


def _positions(question: Question, reader: Any) -> list[Position]:
    claims = (
        Claim.objects.for_reader(reader)
        .exclude(verification_status=CLOSED)
        .filter(question=question)
        .select_related("article__publisher")
        .order_by("created_at", "pk")
    )
    claims = list(claims.prefetch_related("quantities"))
    keys = [claim.pk for claim in claims]
    attributions = Attribution.objects.filter(claim__in=keys).select_related("source", "via")
    stands: dict[int, list[Attribution]] = {key: [] for key in keys}
    for each in attributions.order_by("position", "pk"):
        stands[each.claim_id].append(each)
    standing = Verdict.objects.standing().filter(claim__in=keys).select_related("rating")
    verdicts = {verdict.claim_id: verdict for verdict in standing}
    return [
        Position(
            claim=claim,
            quantity=next((each for each in claim.quantities.all() if each.is_answer), None),
            verdict=verdicts.get(claim.pk),
            attributions=stands[claim.pk],
        )
        for claim in claims
    ]


def _size(position: Position) -> tuple[Any, ...]:
    """The number by which positions are listed, largest first."""
    quantity = position.quantity
    bounds = (quantity.value, quantity.base_high, quantity.base_low)
    nominal = next((number for number in bounds if number is not None), 0)
    return (nominal, quantity.base_low or 0, position.claim.public_id)


def _furthest(pairs: Iterable[Pair]) -> Pair | None:
    """Of the pairs that cannot both be true, the one with the largest ratio; a bound says more."""
    disjoint = [pair for pair in pairs if pair.relation.relation == "disjoint"]
    return max(
        disjoint,
        key=lambda pair: (pair.relation.ratio or 0, pair.relation.ratio_is_bound),
        default=None,
    )


def _independent_sources(positions: Sequence[Position]) -> int:
    """How many sources assert these figures, those who share a voice counted once."""
    asserting = [each for position in positions for each in position.by("asserts")]
    voices = _voices({each.source_id: each.source for each in asserting})
    spoken = set(voices)
    for each in asserting:
        # A source that passes another's word on is not a second one.
        if each.via_id in spoken:
            relayed, relaying = voices[each.source_id], voices[each.via_id]
            voices = {key: relayed if voice == relaying else voice for key, voice in voices.items()}
    return len(set(voices.values()))


def _voices(sources: dict[int, Source]) -> dict[int, int]:
    """For whom each source speaks in the end: the key at the top of its chain."""
    above = {key: source.speaks_for_id for key, source in sources.items()}
    unknown = {key for key in above.values() if key is not None} - above.keys()
    while unknown:
        found = dict(Source.objects.filter(pk__in=unknown).values_list("pk", "speaks_for"))
        above |= found
        unknown = {key for key in found.values() if key is not None} - above.keys()
    return {key: _top(key, above) for key in sources}


def _top(key: int, above: dict[int, int | None]) -> int:
    while (speaks_for := above[key]) is not None:
        key = speaks_for
    return key


def _related(question: Question, reader: Any) -> list[Related]:
    narrower = Question.objects.for_reader(reader).filter(part_of=question)
    return [
        Related(each, [p for p in _positions(each, reader) if p.quantity], _why_apart(each))
        for each in narrower.order_by("created_at", "pk")
    ]


def _why_apart(question: Question) -> str:
    scope = ", ".join(part for part in (question.place, question.period) if part)
    part = f"a part of it ({scope})" if scope else "a part of it"
    return f"“{question.text}” asks about {part}, so its figures are not compared with these."
