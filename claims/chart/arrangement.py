"""In which order positions stand, what holds them together and what parts them. No pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.chart.figures import counted, ratio_of
from claims.chart.relations import Relations
from claims.disagreement import Disagreement, Pair, Position
from claims.quantities.quantity import VAGUE

MOST_ROWS = 60
# With more gaps than these, words in each would drown the figures.
_SPELLED_OUT, _WITH_RATIO = 3, 8
_MOST_BRACKETS = 4

NEUTRAL = "Contradicts none of these"
NEUTRAL_MANY = "Contradict none of these"
TOO_VAGUE = "Too vague to compare"


@dataclass(frozen=True)
class Gap:
    """What parts two rows: that they cannot both be true (`pair`: the nearest two), or words."""

    words: str = ""
    pair: Pair | None = None


@dataclass(frozen=True)
class Heading:
    """What the rows below have in common."""

    words: str


@dataclass(frozen=True)
class Cut:
    """Rows left out for want of room."""

    words: str


Item = Position | Gap | Heading | Cut


@dataclass(frozen=True)
class Bracket:
    """Positions that can all be true, in a column of their own where brackets overlap."""

    members: Sequence[Position]
    column: int


@dataclass(frozen=True)
class Arrangement:
    """What is drawn, from top to bottom, with the brackets beside it."""

    items: list[Item]
    brackets: list[Bracket] = field(default_factory=list)
    brackets_left_out: int = 0

    @property
    def columns(self) -> int:
        return max((bracket.column + 1 for bracket in self.brackets), default=0)


def arranged(found: Disagreement) -> Arrangement:
    """
    The positions in order: those of one group together, from the largest figures down.

    A figure that fits into every group stands below them, since it contradicts none.
    """
    relations = Relations(found)
    vague = [each for each in found.positions if each.quantity.comparator == VAGUE]
    neutral = _neutral(found)
    rows = _in_groups(found, leaving_out={*vague, *neutral})
    brackets, left_out = _brackets(found.groups, rows)
    items: list[Item] = [*_with_gaps(rows, brackets, relations)]
    if neutral:
        items += [Heading(NEUTRAL if len(neutral) == 1 else NEUTRAL_MANY), *neutral]
    if vague:
        items += [Heading(TOO_VAGUE), *vague] if items else vague
    return Arrangement(_shortened(items), brackets, left_out)


def _neutral(found: Disagreement) -> list[Position]:
    """The positions that fit into every one of several groups."""
    if len(found.groups) < 2:
        return []
    return [each for each in found.positions if all(each in group for group in found.groups)]


def _in_groups(found: Disagreement, *, leaving_out: set[Position]) -> list[Position]:
    # Groups come in order of their low ends; the picture begins with the largest.
    first: dict[Position, int] = {}
    for place, group in enumerate(reversed(found.groups)):
        for position in group:
            first.setdefault(position, place)
    rows = [each for each in found.positions if each not in leaving_out]
    return sorted(rows, key=lambda each: first.get(each, len(found.groups)))


def _brackets(
    groups: Sequence[Sequence[Position]], rows: Sequence[Position]
) -> tuple[list[Bracket], int]:
    """A bracket for each group of several rows, side by side where they overlap."""
    place = {position: index for index, position in enumerate(rows)}
    groups = [[each for each in group if each in place] for group in groups]
    extents = sorted(
        (min(map(place.__getitem__, group)), max(map(place.__getitem__, group)), number)
        for number, group in enumerate(groups)
        if len(group) > 1
    )
    ends: list[int] = []
    brackets, left_out = [], 0
    for first, last, number in extents:
        column = next((index for index, end in enumerate(ends) if end < first), len(ends))
        if column == _MOST_BRACKETS:
            left_out += 1
            continue
        ends[column:] = [last, *ends[column + 1 :]]
        members = sorted(groups[number], key=place.__getitem__)
        brackets.append(Bracket(members, column))
    return brackets, left_out


def _with_gaps(
    rows: Sequence[Position], brackets: Iterable[Bracket], relations: Relations
) -> list[Item]:
    """The rows, with what parts them wherever no bracket spans two neighbours."""
    place = {position: index for index, position in enumerate(rows)}
    spanned = {
        index
        for bracket in brackets
        for index in range(place[bracket.members[0]], place[bracket.members[-1]])
    }
    starts = [0, *(index + 1 for index in range(len(rows) - 1) if index not in spanned), len(rows)]
    blocks = [rows[start:end] for start, end in pairwise(starts)]
    items: list[Item] = []
    for number, block in enumerate(blocks):
        if number:
            items.append(_gap(blocks[number - 1], block, number, len(blocks) - 1, relations))
        items += block
    return items


def _gap(
    above: Sequence[Position],
    below: Sequence[Position],
    number: int,
    gaps: int,
    relations: Relations,
) -> Gap:
    if gaps > _WITH_RATIO:
        return Gap()
    pairs = [relations.pair(a, b) for a in above for b in below]
    kinds = {pair.relation.relation for pair in pairs}
    if kinds == {"incomparable"}:
        return Gap("not comparable with each other")
    if kinds != {"disjoint"}:
        return Gap()
    nearest = min(pairs, key=lambda pair: pair.relation.ratio or 0)
    ratio = ratio_of(nearest)
    if gaps > _SPELLED_OUT and number > 1:
        return Gap(ratio, nearest)
    return Gap(f"cannot both be true: {ratio}" if ratio else "cannot both be true", nearest)


def _shortened(items: list[Item]) -> list[Item]:
    """As many rows as one looks at, from both ends, saying how many are missing between."""
    positions = [index for index, item in enumerate(items) if isinstance(item, Position)]
    missing = len(positions) - MOST_ROWS
    if missing <= 0:
        return items
    half = MOST_ROWS // 2
    cut = Cut(f"{counted(missing, capital=True)} more between these: see the table")
    return [*items[: positions[half - 1] + 1], cut, *items[positions[-half] :]]
