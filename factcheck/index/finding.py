"""Finding rows by words: a condition for any queryset whose rows are indexed."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import F, Q

from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
from factcheck.index.words import read_all
from factcheck.records.among import Among, written


def found(kind: str, search: str, *, columns: Sequence[str] = ()) -> Q:
    """
    The rows of this kind in which everything stands that the search asks for.

    Words are found whatever their ending, case and diacritics; words in quotation marks in their
    order; of the last word its beginning is enough. With `columns` only those are looked through.
    A search without a word finds nothing.
    """
    few = few_found(kind, [search], columns=columns)
    return many_found(kind, [search], columns=columns) if few is None else among(few)


def few_found(
    kind: str, searches: Sequence[str], *, columns: Sequence[str] = ()
) -> list[int] | None:
    """The ids of the rows that one of these searches finds; None where those are many."""
    engine, ids = engine_of(connection), dict[int, None]()
    for parts in read_all(searches):
        few = engine.few(connection, kind_named(kind), parts, tuple(columns))
        if few is None:
            return None
        ids.update(dict.fromkeys(few))
    return list(ids)


def many_found(kind: str, searches: Sequence[str], *, columns: Sequence[str] = ()) -> Q:
    """`found` for one of these searches, where `few_found` has said that there are many rows."""
    engine = engine_of(connection)
    conditions = [
        engine.many(kind_named(kind), parts, tuple(columns)) for parts in read_all(searches)
    ]
    return reduce(or_, conditions, Q(pk__in=[]))


def among(ids: Sequence[int]) -> Q:
    """Being one of these rows."""
    return among_written(written(connection, ids))


def among_written(ids: str) -> Q:
    """Being one of the rows whose ids `written` has written."""
    return Q(Among(F("pk"), ids))
