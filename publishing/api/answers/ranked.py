"""Which rows a page of fact checks has whose search is answered by relevance instead of by date."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.index.relevance import best_first
from factcheck.rest.cursors import Cursor
from factcheck.rest.turns import BY_RELEVANCE, RELEVANCE
from publishing.api.filters import WORDS, FactCheckFilters
from publishing.record import shown


class RankedListing(NamedTuple):
    """
    A page of the most relevant fact checks that stand, or stood at `sequence`; like `Listing`.

    Filters are those of `FactCheckFilters.read`, a search among them.
    """

    filters: Mapping[str, Sequence[Any]]
    sequence: int | None
    cursor: Cursor
    size: int

    def rows(self) -> list[tuple[int, Any]]:
        """Relevance and body of the page's rows, and of one more if there are more."""
        rows = BY_RELEVANCE.after(self._found(), RELEVANCE, self.cursor)
        return list(rows.values_list(RELEVANCE, "document__body")[: self.size + 1])

    def total(self) -> int:
        """How many rows are in this order, on all pages."""
        return int(self._found().count())

    def _found(self) -> Any:
        periods = shown(self.sequence)
        for name, values in self.filters.items():
            if name != WORDS:
                periods = FactCheckFilters.narrowed(periods, name, values)
        return best_first(periods, "factchecks", self.filters[WORDS])
