"""Relevance: what a search finds, best first, for lists that are asked for it."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, F, Func, Value

from factcheck.index.engines import engine_of
from factcheck.index.finding import among, among_written
from factcheck.index.kinds import kind_named
from factcheck.index.words import read_all
from factcheck.records.among import written

# So many rows are put in the order of their relevance; the others do not come.
MOST_RELEVANT = 1_000
# Of more rows that a search finds only the newest are weighed.
MOST_WEIGHED = 20_000


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
    ids = written(connection, [row for row in relevant if row in there])
    return queryset.filter(among_written(ids)).annotate(relevance=Place(Value(ids), F("pk")))


def most_relevant(kind: str, searches: Sequence[str], *, columns: Sequence[str] = ()) -> list[int]:
    """The ids of the rows that these searches find, most relevant first, newest of the like."""
    engine, scores = engine_of(connection), dict[int, float]()
    for parts in read_all(searches):
        for row, score in engine.weighed(
            connection, kind_named(kind), parts, tuple(columns), MOST_WEIGHED, MOST_RELEVANT
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
