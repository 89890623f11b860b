"""Joins two numbers into a range, or tells the two ends of a change apart."""

from decimal import Decimal
from typing import Final

from claims.quantities.cores import Core, Unit
from claims.quantities.quantity import Kind
from claims.quantities.tokens import GLUED, WORD, Tokens
from claims.quantities.vocabulary import word_set

_CHANGE: Final = word_set("""
    rose rise rises risen rising fell fall falls fallen falling cut cuts cutting grew grow grows
    grown growing increased increase increases increasing decreased decrease decreases
    decreasing dropped drop drops dropping jumped jump jumps jumping climbed climb climbs
    climbing gained gain gains gaining lost slid slipped slip slips slumped slump slumps plunged
    plunge plunges tumbled tumble tumbles surged surge surges soared soar soars raised raise
    raises raising reduced reduce reduces reducing reduction lowered lower lowers lowering
    lifted lift changed change changes up down went gone swung expanded expand expanding shrank
    shrunk shrink doubled tripled quadrupled improved improve declined decline declines
    declining eased ease advanced added hiked hike swelled dipped sank boosted boost upgraded
    downgraded revised narrowed widened rallied edged inched ballooned dwindled moved moving
    extended extend extending shifted accelerated slowed firmed weakened strengthened trimmed
    slashed
""")
_WINDOW: Final = 9

_CONNECTORS: Final = {
    ("to",),
    ("-",),
    ("through",),
    ("~",),
    ("till",),
    ("-", "to", "-"),
    ("-", "to"),
    ("-", "or"),
    ("-", "and"),
    ("up", "to"),
    ("or",),
}
_FROM: Final = ("from",)
_BETWEEN: Final = {"between"}

_APPROXIMATE: Final = {
    "about",
    "around",
    "roughly",
    "~",
    "some",
    "as",
    "approximately",
    "nearly",
    "almost",
}
_CLAUSE_ENDS: Final = {".", ";", "!", "?", "—"}

_ODDS: Final = word_set("""
    vote votes majority odds favourite favorite decision ruling win victory defeat
""")


def pair(tokens: Tokens, lower: Core, upper: Core) -> bool:
    """
    Joins two neighbouring cores where the words make them one range or one change.

    Sets `lower.partner` for a range and `role` on both for a change; True when they are a range.
    """
    connector = _connector(tokens, lower, upper)
    if connector is None or lower.partner or lower.form != upper.form:
        return False
    if lower.value is None or upper.value is None or lower.form == "couple":
        return False
    before = _opening(tokens, lower.first)
    if connector == ("-", "and"):  # "two- and three-bedroom flats"
        _share_unit(lower, upper)
        return False
    if connector == ("and",):
        return before in _BETWEEN and _join(tokens, lower, upper)
    if connector == ("or",):
        return _is_adjacent(lower, upper) and _join(tokens, lower, upper)
    if before == "from" and connector == ("to",) and _changed(tokens, lower.first - 1):
        lower.role, upper.role = "from", "to"
        _share_unit(lower, upper)
        return False
    if connector == _FROM:
        if before == "to" and _changed(tokens, lower.first - 1) and _may_be_ends(lower, upper):
            lower.role, upper.role = "to", "from"
            _share_unit(lower, upper)
        return False
    if connector == ("to",) and before != "from" and _is_level(tokens, lower, upper):
        return False
    if tokens.word(upper.tail) in _ODDS:
        return False
    return _join(tokens, lower, upper)


def _connector(tokens: Tokens, lower: Core, upper: Core) -> tuple[str, ...] | None:
    """
    The words between two cores, where they are few and connect; a hedge on the upper end is passed
    over.
    """
    start, end = lower.tail, upper.first
    if end - start > 4 or end < start:
        return None
    words = [tokens.word(at) for at in range(start, end)]
    if words == [*_FROM] or words == [",", *_FROM]:
        return _FROM
    if words and words[0] == "," and len(words) > 1:
        return None
    while len(words) > 1 and words[-1] in _APPROXIMATE:
        words.pop()
    connector = tuple(words)
    if connector == ("-",) and tokens.glued(start) != (tokens.at(start + 1).gap == GLUED):
        return connector if not tokens.glued(start) and tokens.at(start + 1).gap == GLUED else None
    if connector == ("and",) or connector in _CONNECTORS:
        return connector
    return None


def _may_be_ends(lower: Core, upper: Core) -> bool:
    """Not "rose to £5m from 164p", nor "to 12 from 40 countries"."""
    return lower.unit is None or upper.unit is None or _same(lower.unit, upper.unit)


def _opening(tokens: Tokens, first: int) -> str:
    """The word before the lower end, hedges passed over: "between about 5 and 10"."""
    at = first - 1
    while tokens.word(at) in _APPROXIMATE | {"anywhere", "an", "estimated"}:
        at -= 1
    return tokens.word(at)


def _changed(tokens: Tokens, at: int) -> bool:
    """Whether a change is spoken of shortly before this token, within the clause."""
    for index in range(at - 1, max(at - 1 - _WINDOW, -1), -1):
        if tokens.word(index) in _CLAUSE_ENDS:
            return False
        if tokens.word(index) in _CHANGE:
            return True
    return False


def _is_level(tokens: Tokens, lower: Core, upper: Core) -> bool:
    """ "rose 6.5% to 164p", "up 18 sen to RM23.50": a change and the level it led to."""
    if lower.unit is None or lower.unit is upper.unit:
        at = lower.first - 1
        return upper.unit is None and tokens.word(at) in _CHANGE
    if not _same(lower.unit, upper.unit):
        return True
    at = lower.first - 1
    for _ in range(4):
        if tokens.word(at) in _CHANGE:
            return True
        if tokens.at(at).kind != WORD or tokens.word(at) in {"of", "between", "from"}:
            return False
        at -= 1
    return False


def _is_adjacent(lower: Core, upper: Core) -> bool:
    """
    "five or six", "10 or 12", "two or three hundred": neighbours name a range, others a choice.
    """
    low, high = lower.value, upper.value
    if low is None or high is None or lower.unit is not None:
        return False
    if upper.scale > lower.scale and low < 20:
        low *= upper.scale
    step = high - low
    return Decimal(0) < step <= max(upper.scale, low / 2)


def _same(one: Unit | None, other: Unit | None) -> bool:
    return one is not None and other is not None and one.name == other.name


def _join(tokens: Tokens, lower: Core, upper: Core) -> bool:
    """Makes the two one range where units agree, or one is bare, and the ends stand in order."""
    if lower.unit is not None and upper.unit is not None and not _same(lower.unit, upper.unit):
        return False
    _share_scale(lower, upper)
    if lower.value is None or upper.value is None or lower.value >= upper.value:
        return False
    _share_unit(lower, upper)
    lower.partner = upper
    lower.tail = upper.tail
    return True


def _share_scale(lower: Core, upper: Core) -> None:
    """ "$10 to $15 billion", "four to five thousand": the scale counts for both ends."""
    if upper.scale > 1 and lower.scale == 1 and lower.value is not None and upper.value is not None:
        stated = upper.value / upper.scale
        if lower.value < stated or (lower.value < 1000 and stated < lower.value):
            lower.value *= upper.scale
            lower.scale = upper.scale


def _share_unit(lower: Core, upper: Core) -> None:
    unit = upper.unit or lower.unit
    if unit is None:
        return
    lower.unit = lower.unit or unit
    upper.unit = upper.unit or unit


def kind_of(core: Core) -> Kind:
    """The kind of figure that this core is by its unit."""
    return core.unit.kind if core.unit else "count"
