"""How the figures of somebody's text stand to those on record."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.comparison import Relation, compare
from claims.quantities import Quantity
from search.checked import Checked


class FigurePair(NamedTuple):
    """A figure on record, one of the text, and how they relate if both answer one question."""

    ours: Quantity
    theirs: Quantity
    relation: Relation
    check: Checked


def pairs(theirs: Sequence[Quantity], check: Checked, ours: Sequence[Quantity]) -> list[FigurePair]:
    """
    Each figure of the text beside those of a check that it can be compared with.

    Where none can be compared, one pair says why not.
    """
    found = [
        FigurePair(one, other, compare(one, other), check)
        for one in ours
        for other in (_as_ours(one, each) for each in theirs)
    ]
    comparable = [pair for pair in found if pair.relation.relation != "incomparable"]
    return comparable or found[:1]


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
