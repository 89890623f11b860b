"""How each position of a disagreement stands to each other, as the comparison found it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.comparison import RelationName
from claims.disagreement import Disagreement, Pair, Position
from claims.quantities.quantity import VAGUE


class Relations:
    """Looks pairs up by their positions, in either order."""

    def __init__(self, found: Disagreement) -> None:
        self._pairs: dict[tuple[Position, Position], Pair] = {}
        self._disjoint: set[Position] = set()
        self._apart: set[Position] = set()
        for pair in found.pairs:
            self._pairs[pair.a, pair.b] = self._pairs[pair.b, pair.a] = pair
            if pair.relation.relation == "disjoint":
                self._disjoint |= {pair.a, pair.b}
            elif pair.relation.relation == "incomparable" and not is_vague(pair):
                self._apart |= {pair.a, pair.b}

    def pair(self, a: Position, b: Position) -> Pair:
        return self._pairs[a, b]

    def between(self, a: Position, b: Position) -> RelationName:
        return self._pairs[a, b].relation.relation

    def is_contradicted(self, position: Position) -> bool:
        """Whether some other figure cannot be true beside it."""
        return position in self._disjoint

    def is_apart(self, position: Position) -> bool:
        """Whether it cannot be compared with some figure that is not vague."""
        return position in self._apart

    def distinct(self, positions: Iterable[Position]) -> list[Position]:
        """One position of each figure, however many claims give it."""
        kept: list[Position] = []
        for position in positions:
            if all(self.between(position, other) != "same" for other in kept):
                kept.append(position)
        return kept


def is_vague(pair: Pair) -> bool:
    """Whether one of the two figures is too vague to compare with any."""
    return VAGUE in {pair.a.quantity.comparator, pair.b.quantity.comparator}


@dataclass(frozen=True)
class Camps:
    """
    The positions, each in one camp.

    `quarrelling`: some other cannot be true beside it. `fitting`: it can be true with every other.
    `apart`: it contradicts none and cannot be compared with some. `vague`: with none.
    """

    quarrelling: list[Position]
    fitting: list[Position]
    apart: list[Position]
    vague: list[Position]

    @property
    def size(self) -> int:
        return len(self.quarrelling) + len(self.fitting) + len(self.apart) + len(self.vague)


def camps(found: Disagreement, relations: Relations) -> Camps:
    """Who contradicts somebody, who nobody."""
    vague = [each for each in found.positions if each.quantity.comparator == VAGUE]
    others = [each for each in found.positions if each.quantity.comparator != VAGUE]
    peaceful = [each for each in others if not relations.is_contradicted(each)]
    return Camps(
        quarrelling=[each for each in others if relations.is_contradicted(each)],
        fitting=[each for each in peaceful if not relations.is_apart(each)],
        apart=[each for each in peaceful if relations.is_apart(each)],
        vague=vague,
    )
