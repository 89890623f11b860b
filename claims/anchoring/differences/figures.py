"""Figures in two wordings: whether they say the same number, bound and unit."""

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import NamedTuple

from claims.anchoring.differences.cyrillic import read_figure_words
from claims.anchoring.differences.dates import Date, read_dates
from claims.anchoring.differences.passage import Passage
from claims.quantities import Quantity, read_quantities

_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u2009\u202f ](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?")
_SEPARATORS = re.compile(r"[,\u00a0\u2009\u202f ](?=\d{3}(?!\d))")


class Figures(NamedTuple):
    """
    The quantities and dates of a passage, reduced to what must stay the same.

    `rest` is the passage with both blanked out: "January" and "Three" are not names.
    """

    quantities: tuple[Hashable, ...] = ()
    dates: tuple[Hashable, ...] = ()
    other_digits: tuple[str, ...] = ()
    rest: str = ""


def has_figures(words: str) -> bool:
    """Whether a text, read alone, holds a figure or a date."""
    return any(_read(words))


def figures_of(passage: Passage) -> Figures:
    """
    The figures that touch the passage's words, each read within its sentence.

    So the bound counts that stands before the quote: "more than" before "3,000 troops".
    """
    quantities, dates, digits = _read(passage.sentence)
    start, end = passage.offset, passage.offset + len(passage.text)
    rest = passage.sentence
    taken = [(one.start, one.end) for one in quantities] + [(one.start, one.end) for one in dates]
    for first, last in taken:
        rest = rest[:first] + " " * (last - first) + rest[last:]
    return Figures(
        tuple(_meaning(one) for one in quantities if one.start < end and start < one.end),
        tuple(one.meaning for one in dates if one.start < end and start < one.end),
        tuple(group for at, group in digits if start <= at < end),
        rest[start:end],
    )


def figures_differ(old: Figures, new: Figures) -> bool:
    """Whether a value, bound or unit differs, or digits that are no quantity and no date."""
    return old.quantities != new.quantities or old.other_digits != new.other_digits


def dates_differ(old: Figures, new: Figures) -> bool:
    return old.dates != new.dates


@lru_cache(maxsize=256)
def _read(sentence: str) -> tuple[list[Quantity], list[Date], list[tuple[int, str]]]:
    quantities = read_quantities(sentence)
    taken = [(quantity.start, quantity.end) for quantity in quantities]
    dates = [
        date
        for date in read_dates(sentence)
        if not (date.is_bare_year and _within(date.start, taken))
    ]
    taken += [(date.start, date.end) for date in dates]
    digits = [
        (match.start(), _SEPARATORS.sub("", match[0]))
        for match in _DIGITS.finditer(sentence)
        if not _within(match.start(), taken)
    ]
    return quantities, dates, sorted(digits + read_figure_words(sentence))


def forget() -> None:
    """Drop the readings kept from earlier calls, to time a first one."""
    _read.cache_clear()


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _meaning(quantity: Quantity) -> Hashable:
    return (
        quantity.comparator,
        quantity.value,
        quantity.low,
        quantity.high,
        (quantity.unit or "").lower(),
    )
