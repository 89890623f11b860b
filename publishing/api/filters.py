"""How lists of fact checks are narrowed: by the columns that stand beside their documents."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from claims.api.filters import ratings, readable_articles, readable_questions
from claims.models import FactCheckPeriod, FactCheckVersion, SourceInPeriod
from claims.record.addresses import key_of
from factcheck.rest.exceptions import QueryError
from factcheck.rest.filters import (
    ChoicesFilter,
    EitherFilter,
    IdentityFilter,
    InstantFilter,
    StrictFilterSet,
    WordsFilter,
)
from sources.api.filters import readable_sources

MOST_ADDRESSES = 50


class FactCheckFilters(StrictFilterSet):
    """?rating=disputed&source=us-intelligence"""

    aliases = {"search": "q", "verdict": "rating"}

    rating = IdentityFilter(queryset=ratings, method="rated", help_text="The verdict's rating")
    source = IdentityFilter(
        queryset=readable_sources, method="said_by", help_text="Anyone who takes a stand on it"
    )
    article = IdentityFilter(
        queryset=readable_articles, method="named", help_text="The article it stands in"
    )
    article_url = EitherFilter(
        method="at_address", help_text=f"The article's address; up to {MOST_ADDRESSES}"
    )
    question = IdentityFilter(
        queryset=readable_questions, method="named", help_text="The question it answers"
    )
    language = ChoicesFilter(method="in_language", help_text="BCP 47, as in en")
    published_after = InstantFilter(method="since", help_text="At or after")
    published_before = InstantFilter(method="until", help_text="Before")
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

    def rated(self, queryset: Any, name: str, chosen: Any) -> Any:
        return queryset.filter(rating__in=[each.slug for each in chosen])

    def said_by(self, queryset: Any, name: str, sources: Any) -> Any:
        stands = SourceInPeriod.objects.filter(
            period=OuterRef("pk"), source__in=[each.public_id for each in sources]
        )
        return queryset.filter(Exists(stands))

    def named(self, queryset: Any, name: str, rows: Any) -> Any:
        return queryset.filter(**{f"{name}__in": [each.public_id for each in rows]})

    def at_address(self, queryset: Any, name: str, urls: list[str]) -> Any:
        if len(urls) > MOST_ADDRESSES:
            raise QueryError({name: f"At most {MOST_ADDRESSES} addresses."})
        keys = [key_of(url) for url in urls]
        if None in keys:
            raise QueryError({name: "An http or https address."}, code="invalid_filter")
        return queryset.filter(address__in=keys)

    def in_language(self, queryset: Any, name: str, tags: list[str]) -> Any:
        return queryset.filter(language__in=[tag.lower() for tag in tags])

    def since(self, queryset: Any, name: str, instants: list[datetime]) -> Any:
        """Places are the ledger's numbers, and those follow time."""
        row = _rows_from(min(instants)).first()
        return queryset.none() if row is None else queryset.filter(place__gte=row.sequence)

    def until(self, queryset: Any, name: str, instants: list[datetime]) -> Any:
        row = _rows_from(max(instants)).first()
        return queryset if row is None else queryset.filter(place__lt=row.sequence)

    def matching(self, queryset: Any, name: str, words: str) -> Any:
        return queryset.matching(words)

    def as_it_was(self, queryset: Any, name: str, instants: list[datetime]) -> Any:
        """The view has chosen the periods already; see RecordReading."""
        return queryset


def _rows_from(instant: datetime) -> QuerySet[FactCheckVersion]:
    return FactCheckVersion.objects.filter(at__gte=instant).order_by("at", "sequence")
