"""Finding rows by words: a condition for any queryset whose rows are indexed, or the best first."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, F, Func, Q, Value
from django.db.models.expressions import RawSQL

from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
from factcheck.index.words import read

# So many rows are put in the order of their relevance; the others do not come.
MOST_RELEVANT = 1_000


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
    for parts in filter(None, map(read, searches)):
        few = engine.few(connection, kind_named(kind), parts, tuple(columns))
        if few is None:
            return None
        ids.update(dict.fromkeys(few))
    return list(ids)


def many_found(kind: str, searches: Sequence[str], *, columns: Sequence[str] = ()) -> Q:
    """`found` for one of these searches, where `few_found` has said that there are many rows."""
    engine = engine_of(connection)
    conditions = [
        engine.many(kind_named(kind), parts, tuple(columns))
        for parts in filter(None, map(read, searches))
    ]
    return reduce(or_, conditions, Q(pk__in=[]))


def among(ids: Sequence[int]) -> Q:
    """Being one of these rows."""
    return among_written(written(ids))


def written(ids: Sequence[int]) -> str:
    """The ids as one value of a statement, which is the same however many there are."""
    return engine_of(connection).written(ids)


def among_written(ids: str) -> Q:
    """Being one of the rows whose ids `written` has written."""
    return Q(pk__in=RawSQL(engine_of(connection).READ, [ids]))


def best_first(
    queryset: Any, kind: str, searches: Sequence[str], *, columns: Sequence[str] = ()
) -> Any:
    """
    The rows of a queryset that one of these searches finds, with `relevance` to order them by.

    It is each row's place among those of the queryset, from 0 on: to readers, whose querysets leave
    rows out, it says nothing of these. At most MOST_RELEVANT.
    """
    relevant = most_relevant(kind, searches, columns=columns)
    there = set(queryset.filter(among(relevant)).values_list("pk", flat=True))
    ids = written([row for row in relevant if row in there])
    return queryset.filter(among_written(ids)).annotate(relevance=Place(Value(ids), F("pk")))


def most_relevant(kind: str, searches: Sequence[str], *, columns: Sequence[str] = ()) -> list[int]:
    """The ids of the rows that these searches find, most relevant first, newest of the like."""
    engine, scores = engine_of(connection), dict[int, float]()
    for parts in filter(None, map(read, searches)):
        for row, score in engine.weighed(
            connection, kind_named(kind), parts, tuple(columns), MOST_RELEVANT
        ):
            scores[row] = max(score, scores.get(row, score))
    return sorted(scores, key=lambda row: (-scores[row], -row))[:MOST_RELEVANT]


class Place(Func):
    """Where the second expression, an id, stands among those that `written` has written."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(SELECT key FROM json_each(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, arg_joiner=") WHERE value = (")

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "(array_position(%(expressions)s) - 1)"
        return self.as_sql(compiler, connection, template=template, arg_joiner="::bigint[], ")
