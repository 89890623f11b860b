"""How lists of fact checks are narrowed: by the columns that stand beside their documents."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef

from claims.api.filters import ratings, readable_articles, readable_questions
from claims.models import FactCheckPeriod, FactCheckVersion, SourceInPeriod
from claims.models.fact_check import one_of
from claims.record.addresses import key_of
from factcheck.rest.filter_fields import InstantField, RepeatableField
from factcheck.rest.filter_kinds import EitherFilter, IdentityFilter, InstantFilter, WordsFilter
from factcheck.rest.filters import StrictFilterSet
from sources.api.filters import readable_sources

RATING, SOURCE, WORDS = "rating", "source", "q"
MOST_ADDRESSES = 50
# A place that no row of the ledger will ever have.
BEYOND_ALL = 2**62


class AddressField(RepeatableField):
    """Addresses of articles; cleans to their keys."""

    def values_of(self, texts: Sequence[str]) -> list[Any]:
        if len(texts) > MOST_ADDRESSES:
            raise ValidationError(f"At most {MOST_ADDRESSES} addresses.", code="invalid_filter")
        keys = [key_of(text) for text in texts]
        if None in keys:
            raise ValidationError("An http or https address.", code="invalid_filter")
        return keys


class LanguageField(RepeatableField):
    """Tags of languages (BCP 47), whose case does not matter."""

    def value_of(self, text: str) -> str:
        return text.lower()


class PlaceField(InstantField):
    """
    Instants; cleans to the place of the first version from the one that `chosen` chooses.

    Places are the ledger's numbers, and those follow time.
    """

    def chosen(self, instants: Sequence[datetime]) -> datetime:
        """The one of several that leaves more rows."""
        raise NotImplementedError

    def values_of(self, texts: Sequence[str]) -> list[int]:
        first = FactCheckVersion.objects.first_since(self.chosen(super().values_of(texts)))
        return [BEYOND_ALL if first is None else first]


class SinceField(PlaceField):
    def chosen(self, instants: Sequence[datetime]) -> datetime:
        return min(instants)


class UntilField(PlaceField):
    def chosen(self, instants: Sequence[datetime]) -> datetime:
        return max(instants)


class AddressFilter(EitherFilter):
    field_class = AddressField


class LanguageFilter(EitherFilter):
    field_class = LanguageField


class SinceFilter(InstantFilter):
    field_class = SinceField


class UntilFilter(InstantFilter):
    field_class = UntilField


class FactCheckFilters(StrictFilterSet):
    """?rating=disputed&source=us-intelligence"""

    aliases = {"search": WORDS, "verdict": RATING}
    ranges = (("published_after", "published_before"),)

    rating = IdentityFilter(
        queryset=ratings,
        column="slug",
        told_by="order",
        method="equal",
        help_text="The verdict's rating",
    )
    source = IdentityFilter(
        queryset=readable_sources,
        column="public_id",
        method="said_by",
        help_text="Anyone who takes a stand on it",
    )
    article = IdentityFilter(
        queryset=readable_articles,
        column="public_id",
        method="equal",
        help_text="The article it stands in",
    )
    article_url = AddressFilter(
        method="at_address", help_text=f"The article's address; up to {MOST_ADDRESSES}"
    )
    question = IdentityFilter(
        queryset=readable_questions,
        column="public_id",
        method="equal",
        help_text="The question it answers",
    )
    language = LanguageFilter(method="in_language", help_text="BCP 47, as in en")
    published_after = SinceFilter(method="since", help_text="At or after")
    published_before = UntilFilter(method="until", help_text="Before")
    as_of = InstantFilter(
        method="as_it_was", help_text="What was public at that instant, instead of now"
    )
    q = WordsFilter(method="matching", help_text="Words of claim, finding and who says so")

    class Meta:
        model = FactCheckPeriod
        fields = [
            "rating",
            "source",
            "article",
            "article_url",
            "question",
            "language",
            "published_after",
            "published_before",
            "as_of",
            "q",
        ]

    @classmethod
    def narrowed(cls, periods: Any, name: str, values: Sequence[Any]) -> Any:
        """The periods that pass one filter but WORDS, of the values that `read` gives for it."""
        if not values:
            return periods
        return getattr(cls, cls.base_filters[name].method)(periods, name, values)

    @staticmethod
    def equal(periods: Any, name: str, values: Sequence[str]) -> Any:
        return periods.filter(one_of(name, values))

    @staticmethod
    def said_by(periods: Any, name: str, sources: Sequence[str]) -> Any:
        stands = SourceInPeriod.objects.filter(period=OuterRef("pk"), source__in=sources)
        return periods.filter(Exists(stands))

    @staticmethod
    def at_address(periods: Any, name: str, keys: Sequence[str]) -> Any:
        return periods.filter(one_of("address", keys))

    @staticmethod
    def in_language(periods: Any, name: str, tags: Sequence[str]) -> Any:
        return periods.filter(one_of("language", tags))

    @staticmethod
    def since(periods: Any, name: str, places: Sequence[int]) -> Any:
        return periods.filter(place__gte=places[0])

    @staticmethod
    def until(periods: Any, name: str, places: Sequence[int]) -> Any:
        return periods.filter(place__lt=places[0])

    @staticmethod
    def matching(periods: Any, name: str, words: str) -> Any:
        return periods.matching(words)

    @staticmethod
    def as_it_was(periods: Any, name: str, instants: Sequence[datetime]) -> Any:
        """Which periods there are to choose from follows from it already: see `shown`."""
        return periods
