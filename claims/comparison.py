"""
How two figures relate, and which of many can all be true.

Pure: takes anything with the attributes of a Quantity, a database row as well as a figure just
read. Only hard intervals decide. A figure is never compared across units, questions or ends of a
change, nor one for US troops with one for North Korean troops; and what cannot be compared says why
in a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claims.quantities.qualifiers import KINDS, Said, said_by
from claims.quantities.quantity import VAGUE
from claims.quantities.scale_of_units import dimension_of, factor_of
from claims.quantities.spans import Figure, needs_rounding, span, within_rounding
from claims.quantities.wording import figure_in_words
from claims.ratio import ratio_between, times

# Twice as many degrees are not twice as warm.
_WITHOUT_TRUE_ZERO = {"celsius", "fahrenheit", "degree"}
RelationName = Literal["same", "compatible", "disjoint", "incomparable"]


@dataclass(frozen=True, slots=True)
class Relation:
    """
    How two figures stand to each other.

    `ratio` is the larger over the smaller, to two decimals, and only of figures that cannot both be
    true; with `ratio_is_bound` it is at least that, and rounded down.
    `reason` is a sentence an editor understands.
    """

    relation: RelationName
    ratio: Decimal | None
    ratio_is_bound: bool
    reason: str


def compare(a: Figure, b: Figure, *, same_question: bool = True) -> Relation:
    """
    How two figures relate: same, compatible, disjoint or incomparable.

    `same_question` says whether they answer one question (same measure, place and time); the caller
    knows. Orders of magnitude contradict nothing that only touches them. Raises nothing.
    """
    obstacle = _obstacle(a, b, same_question)
    if obstacle:
        return Relation("incomparable", None, False, obstacle)
    one, other = figure_in_words(a), figure_in_words(b)
    rounding = needs_rounding([a, b])
    if not span(a, rounding).meets(span(b, rounding)):
        return _disjoint(a, b)
    if _same(a, b):
        reason = f"Both say {one}." if one == other else f"{_capital(one)} is the same as {other}."
        return Relation("same", None, False, reason)
    return Relation("compatible", None, False, f"{_capital(one)} and {other} can both be true.")


def groups(positions: Sequence[Figure]) -> list[list[int]]:
    """
    The maximal sets of figures that can all be true, as indexes into the positions given.

    Figures that answer one question are intervals on a line, and intervals that meet pairwise all
    meet in one point (Helly's property): a sweep over their ends finds every maximal set, in order
    of the low end. Vague figures and figures without a unit belong to none. Figures of another
    dimension are grouped among themselves, in the order in which they first come; so are US troops
    and Russian ones, each with the troops that nobody is named for. Time n log n for each, plus the
    output.
    """
    return [group for alike in _alike(positions) for group in _swept(positions, alike)]


def any_disjoint(figures: Sequence[Figure]) -> bool:
    """
    Whether two of these figures cannot both be true, in linear time.

    Intervals on a line all meet unless one begins beyond the end of another.
    """
    for members in (part for alike in _alike(figures) for part in alike):
        rounding = needs_rounding([figures[index] for index in members])
        spans = [span(figures[index], rounding) for index in members]
        if max(span.low for span in spans) > min(span.high for span in spans):
            return True
    return False


def _alike(figures: Sequence[Figure]) -> list[list[list[int]]]:
    """
    The figures that compare at all, as indexes: for each measure, the largest sets of those that
    all compare with one another. Only figures without a qualifier are in several.
    """
    measures: dict[tuple[object, ...], list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.comparator != VAGUE and figure.unit is not None:
            measures.setdefault(_measure_key(figure), []).append(index)
    return [_parted({index: _said(figures[index]) for index in each}) for each in measures.values()]


def _parted(said: Mapping[int, Mapping[str, Said]]) -> list[list[int]]:
    """These figures parted by whom they count, those that do not say it in every part."""
    for kind in KINDS:
        meanings = {each[kind].meanings for each in said.values() if kind in each}
        if len(meanings) > 1:
            return [
                part
                for meaning in sorted(meanings, key=sorted)
                for part in _parted(
                    {
                        index: each
                        for index, each in said.items()
                        if kind not in each or each[kind].meanings == meaning
                    }
                )
            ]
    return [list(said)]


def _swept(positions: Sequence[Figure], parts: list[list[int]]) -> list[list[int]]:
    """The maximal sets that can all be true, each part's own, in order of the low end."""
    found = [group for part in parts for group in _sweep(positions, part)]
    if len(parts) == 1:
        return found
    rounding = needs_rounding([positions[index] for part in parts for index in part])
    sets = {frozenset(group) for group in found}
    largest = [sorted(each) for each in sets if not any(each < other for other in sets)]
    return sorted(
        largest,
        key=lambda group: (max(span(positions[index], rounding).low for index in group), group),
    )


def _sweep(positions: Sequence[Figure], members: list[int]) -> list[list[int]]:
    """The maximal sets of overlapping intervals among these members."""
    rounding = needs_rounding([positions[index] for index in members])
    spans = {index: span(positions[index], rounding) for index in members}
    events = [(spans[index].low, 0, index) for index in members]
    events += [(spans[index].high, 1, index) for index in members]
    open_now: set[int] = set()
    grown = False
    found: list[list[int]] = []
    for _, closes, index in sorted(events):
        if not closes:
            open_now.add(index)
            grown = True
            continue
        if grown:
            found.append(sorted(open_now))
            grown = False
        open_now.discard(index)
    return found


def _obstacle(a: Figure, b: Figure, same_question: bool) -> str | None:
    """The sentence that says why two figures cannot be compared, or None."""
    one, other = figure_in_words(a), figure_in_words(b)
    if not same_question:
        return f"{_capital(one)} and {other} answer different questions."
    if a.comparator == VAGUE or b.comparator == VAGUE:
        return "An amount such as “several” or “a few” is too vague to compare."
    if a.unit is None or b.unit is None:
        return f"It is not said what {one if a.unit is None else other} counts."
    if dimension_of(a.unit) != dimension_of(b.unit):
        return f"{_capital(one)} and {other} are in different units."
    if getattr(a, "per", None) != getattr(b, "per", None):
        return f"{_capital(one)} and {other} are rates per different things."
    if a.statistic != b.statistic:
        return f"Of {one} and {other}, only one is an average."
    if {a.role, b.role} == {"from", "to"}:
        return f"{_capital(one)} and {other} are the two ends of a change."
    if "from" in {a.role, b.role} and a.role != b.role:
        return f"Of {one} and {other}, one is what it was before a change."
    apart = _said_apart(a, b)
    return apart and f"{_capital(one)} and {other} count different things: {apart}."


def _said(figure: Figure) -> Mapping[str, Said]:
    """What is said of those whom the figure counts; nothing of what is no count."""
    qualifier = getattr(figure, "qualifier", None) if figure.kind == "count" else None
    return said_by(qualifier) if qualifier else {}


def _said_apart(a: Figure, b: Figure) -> str | None:
    """What two figures count, where both say it and it differs: “US troops; Russian troops”."""
    one, other = _said(a), _said(b)
    for kind in KINDS:
        if kind in one and kind in other and one[kind].meanings != other[kind].meanings:
            return f"{one[kind].words} {a.unit}; {other[kind].words} {b.unit}"
    return None


def _measure_key(figure: Figure) -> tuple[object, ...]:
    return (
        dimension_of(figure.unit or ""),
        getattr(figure, "per", None),
        figure.statistic,
        figure.role == "from",
    )


def _same(a: Figure, b: Figure) -> bool:
    """
    Whether two figures that meet say one thing: same kind of bound, same ends, rounding aside.
    """
    if a.comparator != b.comparator:
        return False
    if a.comparator == "=" and needs_rounding([a, b]):
        return within_rounding(a, b)
    return span(a, False) == span(b, False)


def _disjoint(a: Figure, b: Figure) -> Relation:
    one, other = figure_in_words(a), figure_in_words(b)
    ends, is_bound = _ends(a, b)
    if dimension_of(a.unit or "") in _WITHOUT_TRUE_ZERO:
        ratio, why_not = None, "degrees have no ratio"
    else:
        ratio, why_not = _ratio(*ends, is_bound=is_bound)
    said = f"{_capital(one)} and {other} cannot both be true"
    if ratio is None:
        return Relation("disjoint", None, False, f"{said}; {why_not}.")
    apart = times(ratio, a, b, is_bound=is_bound)
    return Relation(
        "disjoint", ratio, is_bound, f"{said}: the larger is {apart} times the smaller."
    )


def _ends(a: Figure, b: Figure) -> tuple[tuple[Decimal, Decimal], bool]:
    """The two numbers a ratio is made of, and whether it is only a bound."""
    bounds = any(figure.comparator in {"<", "<=", ">", ">="} for figure in (a, b))
    if a.value is not None and b.value is not None and not bounds:
        values = a.value * factor_of(a.unit or ""), b.value * factor_of(b.unit or "")
        return values, False
    below, above = (a, b) if span(a, False).high <= span(b, False).low else (b, a)
    return (span(below, False).high[0], span(above, False).low[0]), True


def _ratio(one: Decimal, other: Decimal, *, is_bound: bool) -> tuple[Decimal | None, str]:
    """How many times one is the other; or None, and why there is no ratio."""
    if not one or not other:
        return None, "one of them is zero, so there is no ratio"
    if (one < 0) != (other < 0):
        return None, "they lie on either side of zero, so there is no ratio"
    ratio = ratio_between(one, other, is_bound=is_bound)
    if ratio == 1:
        return None, "one begins where the other ends" if is_bound else "they hardly differ"
    return ratio, ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
