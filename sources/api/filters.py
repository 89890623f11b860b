"""How a list of sources is narrowed."""

from typing import Any

from django.db.models import QuerySet

from factcheck.rest.filter_kinds import ChoicesFilter, IdentityFilter, WordsFilter
from factcheck.rest.filters import StrictFilterSet
from sources.models import Source


def readable_sources(request: Any) -> QuerySet[Any]:
    """The sources that a filter may name for whoever asks."""
    return Source.objects.for_reader(request.user)


class SourceFilters(StrictFilterSet):
    """?kind=government&country=US"""

    aliases = {"search": "q"}

    kind = ChoicesFilter(choices=Source.Kind.choices, help_text="Kind of source")
    country = WordsFilter(method="of_country", help_text="ISO 3166-1 alpha-2, as in UA")
    name = ChoicesFilter(
        method="of_name",
        help_text="Its name or an alias, whatever case, spacing, diacritics and punctuation",
    )
    speaks_for = IdentityFilter(queryset=readable_sources, help_text="Who speaks on its behalf")
    q = WordsFilter(method="matching", help_text="Words of the name or an alias")

    class Meta:
        model = Source
        fields = ["kind", "country", "name", "speaks_for", "q"]

    def of_country(self, queryset: Any, name: str, code: str) -> Any:
        return queryset.filter(country=code.upper())

    def of_name(self, queryset: Any, name: str, names: Any) -> Any:
        """By their keys: of so few no database goes along the list's order."""
        found = (Source.objects.alike(each).values_list("pk", flat=True) for each in names)
        return queryset.filter(pk__in={key for keys in found for key in keys})

    def matching(self, queryset: Any, name: str, words: str) -> Any:
        return queryset.matching(words)
