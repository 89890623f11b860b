"""Which rows a page of fact checks has: their places and documents, by statements kept compiled."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from claims.models import FactCheckPeriod, SourceInPeriod
from claims.models.fact_check import PLACE_OF_SOURCE
from factcheck.index.finding import among_written, few_found, many_found
from factcheck.index.meeting import first_met
from factcheck.records.among import written
from factcheck.records.prepared import Prepared
from factcheck.rest.cursors import Cursor
from factcheck.rest.keysets import Keyset, keyset
from publishing.api.filters import RATING, SOURCE, WORDS, FactCheckFilters
from publishing.record import shown

# In place of a search the rows that it finds, where they are few.
ROWS = "rows"
# Filters, by how many values they have, of which no value makes another way the better one.
ONE_WAY: Sequence[Mapping[str, int]] = ({}, {SOURCE: 1}, {SOURCE: 1, RATING: 1}, {ROWS: 1})
BY_PLACE = keyset(FactCheckPeriod.objects, ("place",))
BY_PLACE_OF_SOURCE = Keyset((BY_PLACE.columns[0]._replace(path=PLACE_OF_SOURCE),))


class Shape(NamedTuple):
    """All that a list's statement depends on; its values are the other half of the question."""

    ordering: str
    backwards: bool
    at_edge: bool
    # From which row on, and up to which: those of a page and one more.
    begin: int
    end: int
    is_past: bool
    # Each filter with how many values it has.
    filters: tuple[tuple[str, int], ...]


class Listing(NamedTuple):
    """
    A page of the fact checks that stand, or stood when `sequence` was the ledger's last row.

    Filters are those of `FactCheckFilters.read`.
    """

    filters: Mapping[str, Sequence[Any]]
    sequence: int | None
    cursor: Cursor
    size: int

    @classmethod
    def of(
        cls, filters: Mapping[str, Sequence[Any]], sequence: int | None, cursor: Cursor, size: int
    ) -> "Listing":
        """The listing, in which the few rows that a search finds stand in its place."""
        listing = cls(filters, sequence, cursor, size)
        few = few_found("factchecks", filters[WORDS]) if filters.get(WORDS) else None
        if few is None:
            return listing
        return listing._replace(filters={**listing._unsearched(), ROWS: [written(connection, few)]})

    def rows(self) -> list[tuple[int, Any]]:
        """Place and body of the page's rows, and of one more if there are more."""
        shape, values = self._shape(0, self.size + 1), self._values()
        if self._goes_one_way():
            return _planned_rows(shape, values)
        if not self.filters.get(WORDS):
            return _prepared_rows(shape, values)
        met = self._met()
        # What a search looks for is part of its statement.
        return list(_rows(shape, values)) if met is None else met

    def total(self) -> int:
        """How many rows pass the filters, on all pages."""
        return int(_selected(self._shape(0, 0), self._values())[0].count())

    def _met(self) -> list[tuple[int, Any]] | None:
        """`rows`, where what is searched for is soon met in the list without the search."""
        whole = self._replace(filters=self._unsearched())
        values = whole._values()

        def window(begin: int, end: int) -> list[int]:
            return [row for (row,) in _prepared_ids(whole._shape(begin, end), values)]

        met = first_met("factchecks", self.filters[WORDS], window, self.size + 1)
        if met is None:
            return None
        found = (
            _prepared_periods(whole.sequence is not None, [*whole._instant(), *met]) if met else []
        )
        rows = {row: (place, body) for row, place, body in found}
        # Something may have been published since they were met.
        return [rows[row] for row in met] if len(rows) == len(met) else None

    def _goes_one_way(self) -> bool:
        """Whether one index has all that is asked, in the list's order or few: for any values."""
        counts = {name: len(values) for name, values in self.filters.items()}
        return self.sequence is None and counts in ONE_WAY

    def _unsearched(self) -> dict[str, Sequence[Any]]:
        return {name: values for name, values in self.filters.items() if name != WORDS}

    def _shape(self, begin: int, end: int) -> Shape:
        cursor = self.cursor
        named = tuple((name, len(values)) for name, values in self.filters.items())
        past = self.sequence is not None
        return Shape(cursor.ordering, cursor.backwards, cursor.at_edge, begin, end, past, named)

    def _values(self) -> list[Any]:
        filtered = (value for values in self.filters.values() for value in values)
        return [*self._instant(), *filtered, *(self.cursor.key or ())]

    def _instant(self) -> list[int]:
        return [] if self.sequence is None else [self.sequence]


def _rows(shape: Shape, values: Sequence[Any]) -> QuerySet[Any, Any]:
    return _ordered(shape, values).values_list("place", "document__body")[shape.begin : shape.end]


def _ids(shape: Shape, values: Sequence[Any]) -> QuerySet[Any, Any]:
    return _ordered(shape, values).values_list("pk")[shape.begin : shape.end]


def _periods(is_past: Any, values: Sequence[Any]) -> QuerySet[Any, Any]:
    """Some of the periods. Values: the sequence if it is past, and their ids."""
    left = iter(values)
    periods = shown(*islice(left, is_past)).filter(pk__in=list(left))
    return periods.values_list("pk", "place", "document__body")


def _ordered(shape: Shape, values: Sequence[Any]) -> Any:
    periods, key, place = _selected(shape, values)
    cursor = Cursor(shape.ordering, shape.backwards, None if shape.at_edge else place)
    return key.after(periods, shape.ordering, cursor)


def _selected(shape: Shape, values: Sequence[Any]) -> tuple[Any, Keyset, list[Any]]:
    """The rows that pass, by which columns to order them, and the values that are left over."""
    left = iter(values)
    periods = shown(*islice(left, shape.is_past))
    filters = {name: list(islice(left, count)) for name, count in shape.filters}
    key = BY_PLACE
    if len(filters.get(SOURCE, ())) == 1:
        # Read off the source's own entries, which have the list's order, however many they are.
        source, ratings = filters.pop(SOURCE), filters.pop(RATING, ())
        if not filters and not shape.is_past:
            # They know all that is asked, and where the documents are.
            entries = SourceInPeriod.objects.standing().of(*source, ratings=ratings)
            return entries, key, list(left)
        periods = periods.of_source(*source, ratings=ratings)
        key = BY_PLACE_OF_SOURCE
    for name, some in filters.items():
        if name == ROWS:
            periods = periods.filter(among_written(*some))
        elif name == WORDS and some:
            periods = periods.filter(many_found("factchecks", some))
        else:
            periods = FactCheckFilters.narrowed(periods, name, some)
    return periods, key, list(left)


_prepared_rows = Prepared(_rows)
_planned_rows = Prepared(_rows, planned_once=True)
_prepared_ids = Prepared(_ids)
_prepared_periods = Prepared(_periods)
