"""How the figures of somebody's text stand to those on record."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from claims.chart.figures import times_apart
from claims.comparison import Relation, compare
from claims.quantities import Quantity
from claims.quantities.same_unit import words_for
from search.checked import Checked, stems_of

# A sentence with more figures is a table: no more of them are held against each check.
MOST_COMPARED = 20


class FigurePair(NamedTuple):
    """A figure on record, one of the text, and how they relate if both answer one question."""

    ours: Quantity
    theirs: Quantity
    relation: Relation
    check: Checked

    @property
    def apart(self) -> str:
        """How far apart they are, in words: “more than 3.33×”."""
        return times_apart(self.relation, self.ours, self.theirs)


def pairs(theirs: Sequence[Quantity], check: Checked, ours: Sequence[Quantity]) -> list[FigurePair]:
    """
    Each of the text's first MOST_COMPARED figures beside those of a check that it compares with.

    Where none can be compared, one pair says why not.
    """
    found = [
        FigurePair(one, other, compare(one, other), check)
        for one in ours
        for other in (_as_ours(one, each) for each in theirs[:MOST_COMPARED])
    ]
    comparable = [pair for pair in found if pair.relation.relation != "incomparable"]
    return comparable or found[:1]


def names_counted(figures: Iterable[Quantity]) -> frozenset[frozenset[str]]:
    """
    For each thing that these figures count, the stems of all its names.

    So that “8,000 soldiers” has a word in common with a statement about troops.
    """
    named = (words_for(unit) for unit in {figure.unit for figure in figures if figure.unit})
    return frozenset(frozenset(chain(*map(stems_of, words))) for words in named if words)


def _as_ours(ours: Quantity, theirs: Quantity) -> Quantity:
    """
    The figure of the text as a document would say it.

    A document leaves out what a rate is per, and a bare number counts what ours counts; it is no
    money and no share.
    """
    theirs = replace(theirs, per=None)
    if theirs.unit is None and ours.unit is not None and theirs.kind == ours.kind == "count":
        return theirs.with_unit(ours.unit, kind=ours.kind)
    return theirs
