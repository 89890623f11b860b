"""All that the lists of working records can be asked for, read from their own declarations."""

from collections.abc import Iterator
from itertools import combinations, cycle, islice
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser

from accounts.record_viewset import ReadViewSet
from factcheck.api import router
from factcheck.rest.filter_fields import known_choices
from factcheck.rest.filter_kinds import (
    ChoicesFilter,
    DateFilter,
    IdentityFilter,
    InstantFilter,
    NumberFilter,
    WordsFilter,
    YesNoFilter,
)
from factcheck.rest.paging import orderings_of
from factcheck.rest.turns import RELEVANCE

# What a filter is asked for where any text will do.
WORDS = {
    "country": "FI",
    "language": "en",
    "name": "ministry",
    "unit": "EUR",
    "url": "https://a.example/b",
    "q": "bri",
}
BY_KIND = {
    YesNoFilter: "true",
    NumberFilter: "3000000",
    InstantFilter: "2000-01-01T00:00:00Z",
    DateFilter: "2000-01-01",
}
# What everything is before, where all is after the dates above.
LATER = {"2000-01-01": "2100-01-01", "2000-01-01T00:00:00Z": "2100-01-01T00:00:00Z"}
Query = tuple[tuple[str, str], ...]


class List(NamedTuple):
    """A list of the API, as the desk or as a reader meets it."""

    name: str
    view: Any
    desk: bool

    @property
    def address(self) -> str:
        return f"/api/v1/{self.name}/"

    @property
    def orderings(self) -> list[str]:
        hidden = () if self.desk else getattr(self.view, "desk_orderings", ())
        # Only what is searched for has a relevance.
        every = [each for each in orderings_of(self.view, desk=True) if each != RELEVANCE]
        return [each for each in every if each.removeprefix("-") not in hidden]

    def filters(self, asker: Any) -> Iterator[tuple[str, str]]:
        """Each filter with one value; whoever asks may name the rows that it names."""
        filters = self.view.filterset_class
        for name in filters.base_filters if filters else ():
            if self.desk or name not in filters.desk_only:
                yield name, _value(name, filters.base_filters[name], asker)

    def queries(self, asker: Any, *, together: int) -> Iterator[Query]:
        """Each choice of so many filters, with every ordering; of two the orderings take turns."""
        orderings = cycle(self.orderings)
        for filters in combinations(self.filters(asker), together):
            for ordering in islice(orderings, 2) if together > 1 else self.orderings:
                yield (*filters, ("ordering", ordering))

    def at(self, query: Query) -> str:
        return f"{self.address}?{urlencode(query)}"


LISTS = [
    List(name, view, desk)
    for name, view, _ in router.registry
    if issubclass(view, ReadViewSet)
    and name in {"sources", "articles", "claims", "questions", "verdicts", "ratings"}
    for desk in (True, False)
]


class Asker(NamedTuple):
    """Who a filter lets name rows."""

    user: Any = AnonymousUser()


def _value(name: str, each: Any, asker: Any) -> str:
    if isinstance(each, IdentityFilter):
        row = each.rows_for(asker).order_by("-pk")[:1].get()
        return getattr(row, "public_id", None) or row.username
    if isinstance(each, ChoicesFilter) and each.extra.get("choices"):
        return known_choices(each.extra["choices"])[0]
    if isinstance(each, ChoicesFilter | WordsFilter):
        return WORDS[name]
    value = BY_KIND[type(each)]
    return LATER[value] if each.lookup_expr in ("lt", "lte") else value
