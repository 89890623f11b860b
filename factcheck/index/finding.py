"""Finding rows by words: a condition for any queryset whose rows are indexed."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Q

from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
from factcheck.index.words import read


def found(kind: str, search: str, *, columns: Sequence[str] = ()) -> Q:
    """
    The rows of this kind in which everything stands that the search asks for.

    Words are found whatever their ending, case and diacritics; words in quotation marks in their
    order; of the last word its beginning is enough. With `columns` only those are looked through.
    A search without a word finds nothing.
    """
    parts = read(search)
    if not parts:
        return Q(pk__in=[])

    return engine_of(connection).condition(connection, kind_named(kind), parts, tuple(columns))
