"""Meeting what a search finds along a list's own order, where gathering it would take longer."""

from collections.abc import Callable, Sequence

from django.db import connection

from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
from factcheck.index.words import read_all

# How far a list is walked, in windows: a word in every tenth row fills a page in the first.
WINDOWS = ((0, 600), (600, 1_800), (1_800, 5_400), (5_400, 12_000))

# Of a list the ids of its rows from one place to another, in its order.
Window = Callable[[int, int], Sequence[int]]


def first_met(
    kind: str, searches: Sequence[str], window: Window, most: int, *, columns: Sequence[str] = ()
) -> list[int] | None:
    """
    The first `most` rows of a list in which one of these searches finds its words: their ids.

    For searches that find many. None where the list should be narrowed by `many_found` instead: of
    rows that are far apart in this list that has an end, and PostgreSQL chooses by itself.
    """
    engine = engine_of(connection)
    asked = []
    for parts in read_all(searches):
        stretches = engine.stretches(connection, kind_named(kind), parts, tuple(columns))
        if stretches is None:
            return None
        asked.append(stretches)

    met: list[int] = []
    for begin, end in WINDOWS:
        ids = window(begin, end)
        found = set().union(*(each.among(ids) for each in asked))
        met += [row for row in ids if row in found]
        if len(met) >= most or len(ids) < end - begin:
            return met[:most]
    return None
