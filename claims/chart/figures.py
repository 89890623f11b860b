"""A figure and how two relate, in the few words that stand in a picture."""

from typing import Any

from claims.chart.people import clean
from claims.comparison import Relation
from claims.disagreement import Pair
from claims.quantities.quantity import ORDER
from claims.ratio import times

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
    """How many times one is the other: "more than 3.33×"; empty where that says nothing."""
    return times_apart(pair.relation, pair.a.quantity, pair.b.quantity)


def times_apart(relation: Relation, one: Any, other: Any) -> str:
    """`ratio_of` two quantities that stand in this relation."""
    if relation.ratio is None:
        return ""
    return f"{times(relation.ratio, one, other, is_bound=relation.ratio_is_bound)}×"


def counted(count: int, *, capital: bool = False) -> str:
    """A small number as a word."""
    word = _WORDS[count] if count < len(_WORDS) else f"{count:,}"
    return word.capitalize() if capital else word
