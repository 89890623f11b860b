"""A figure and how two relate, in the few words that stand in a picture."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from claims.chart.people import clean
from claims.comparison import Relation
from claims.disagreement import Pair
from claims.quantities.quantity import ORDER

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MILLION = Decimal(10) ** 6
_LARGE = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (_MILLION, "million"),
)


def in_its_words(quantity: Any) -> str:
    """The figure as its source puts it, with its unit; one that is implied in brackets."""
    text = clean(quantity.text)
    if quantity.unit_implied:
        return f"{text} [{clean(quantity.unit or '')}]"
    unit = clean(quantity.unit_text or ("" if quantity.kind == "ratio" else quantity.unit or ""))
    if unit and unit.casefold() not in text.casefold():
        of = " of" if quantity.comparator == ORDER and text.endswith("s") else ""
        text = f"{text}{of} {unit}"
    return f"{text} per {clean(quantity.per)}" if quantity.per else text


def ratio_of(pair: Pair) -> str:
    """How many times the larger is the smaller: "more than 3.3×"; empty where that says nothing."""
    return times_apart(pair.relation, pair.a.quantity, pair.b.quantity)


def times_apart(relation: Relation, one: Any, other: Any) -> str:
    """`ratio_of` two quantities that stand in this relation."""
    times = _times(relation)
    if not times or not relation.ratio_is_bound:
        return times
    is_open = any(each.comparator in {"<", ">"} for each in (one, other))
    return f"{'more than' if is_open else 'at least'} {times}"


def _times(relation: Relation) -> str:
    """To one decimal, to two where that is needed; a bound is never rounded up."""
    ratio = relation.ratio
    if ratio is None:
        return ""
    context = Context(prec=80, rounding=ROUND_DOWN if relation.ratio_is_bound else ROUND_HALF_EVEN)
    place = Decimal("0.1") if ratio < 100 else Decimal(1)
    if ratio >= _MILLION:
        place = Decimal(1).scaleb(ratio.adjusted() - 1)
    for rounded in (context.quantize(ratio, place), context.quantize(ratio, Decimal("0.01"))):
        if rounded > 1:
            return f"{number(rounded)}×"
    return ""


def number(value: Decimal) -> str:
    """A number as an axis shows it: 20,000, 1.5 million, 0.05."""
    for size, word in _LARGE:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    digits = f"{value:,f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace("-", "−")


def counted(count: int, *, capital: bool = False) -> str:
    """A small number as a word."""
    word = _WORDS[count] if count < len(_WORDS) else f"{count:,}"
    return word.capitalize() if capital else word
