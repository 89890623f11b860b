"""How lists of the newsroom's records are narrowed."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from claims.models import AnchorState, Article, Attribution, Claim, Question, Rating, Verdict
from claims.models.status import RESERVED, Work
from claims.models.verdict import State
from factcheck.rest.filter_kinds import (
    ChoicesFilter,
    DateFilter,
    IdentityFilter,
    InstantFilter,
    NumberFilter,
    WordsFilter,
    YesNoFilter,
)
from factcheck.rest.filters import StrictFilterSet
from sources.api.filters import readable_sources


def readable_articles(request: Any) -> QuerySet[Any]:
    return Article.objects.for_reader(request.user)


def readable_questions(request: Any) -> QuerySet[Any]:
    return Question.objects.for_reader(request.user)


def readable_claims(request: Any) -> QuerySet[Any]:
    return Claim.objects.for_reader(request.user)


def ratings(request: Any) -> QuerySet[Any]:
    return Rating.objects.all()


def people(request: Any) -> QuerySet[Any]:
    return get_user_model().objects.filter(is_active=True)


def statuses() -> list[tuple[str, str]]:
    """Every word that a claim's verification status can be."""
    slugs = [*RESERVED, *Rating.objects.on_the_scale().values_list("slug", flat=True)]
    return [(slug, slug) for slug in slugs]


class ArticleFilters(StrictFilterSet):
    """?publisher=bbc&published_after=2024-10-01"""

    aliases = {"search": "q"}
    ranges = (("published_after", "published_before"),)

    publisher = IdentityFilter(queryset=readable_sources, help_text="The outlet")
    language = ChoicesFilter(method="in_language", help_text="BCP 47, as in en")
    published_after = DateFilter("published_at", lookup_expr="gte", help_text="On or after")
    published_before = DateFilter("published_at", lookup_expr="lte", help_text="On or before")
    url = WordsFilter(lookup_expr="exact", help_text="The article's address, exactly")
    q = WordsFilter(
        method="matching", help_text="Words of the headline; for the desk of the text as well"
    )

    class Meta:
        model = Article
        fields = ["publisher", "language", "published_after", "published_before", "url", "q"]

    def in_language(self, queryset: Any, name: str, tags: Any) -> Any:
        return queryset.in_language(*tags)

    def matching(self, queryset: Any, name: str, words: str) -> Any:
        return queryset.matching(words, desk=self.desk)

    def best_first(self, queryset: Any, searches: Sequence[str]) -> Any:
        return queryset.best_first(searches, desk=self.desk)


class QuestionFilters(StrictFilterSet):
    """?q=troops"""

    aliases = {"search": "q"}

    q = WordsFilter(method="matching", help_text="Words of the question")
    has_conflict = YesNoFilter(
        method="in_conflict", help_text="Two of its positions cannot both be true"
    )

    class Meta:
        model = Question
        fields = ["q", "has_conflict"]

    def in_conflict(self, queryset: Any, name: str, wanted: Any) -> Any:
        """To readers only what is published contradicts."""
        column = "has_conflict" if self.desk else "has_public_conflict"
        return queryset.filter(**{f"{column}__in": wanted})

    def matching(self, queryset: Any, name: str, words: str) -> Any:
        return queryset.matching(words)


class ClaimFilters(StrictFilterSet):
    """?rating=disputed&source=us-intelligence&stance=asserts"""

    aliases = {"search": "q", "verdict": "rating"}
    desk_only = frozenset({"work", "assignee", "due_before", "anchor"})
    ranges = (("value_min", "value_max"), ("created_after", "created_before"))

    article = IdentityFilter(queryset=readable_articles, help_text="The article it stands in")
    claimant = IdentityFilter(
        queryset=readable_sources, method="by_claimant", help_text="The first that asserts it"
    )
    source = IdentityFilter(
        queryset=readable_sources, method="by_stand", help_text="Anyone who takes a stand on it"
    )
    stance = ChoicesFilter(
        choices=Attribution.Stance.choices,
        method="by_stand",
        help_text="A stand taken on it; with `source`, by that one",
    )
    question = IdentityFilter(queryset=readable_questions, help_text="The question it answers")
    rating = IdentityFilter(
        queryset=ratings,
        told_by="order",
        method="rated",
        help_text="The standing verdict's rating",
    )
    status = ChoicesFilter(
        "verification_status", choices=statuses, help_text="Its verification status"
    )
    has_quantity = YesNoFilter(method="with_figure", help_text="Whether it holds a figure")
    unit = ChoicesFilter(
        method="by_figure",
        help_text="A figure in this unit, by whatever name, or one that converts to it",
    )
    value_min = NumberFilter(method="by_figure", help_text="The same figure may be this or more")
    value_max = NumberFilter(method="by_figure", help_text="The same figure may be this or less")
    created_after = InstantFilter("created_at", lookup_expr="gte", help_text="At or after")
    created_before = InstantFilter("created_at", lookup_expr="lt", help_text="Before")
    q = WordsFilter(method="matching", help_text="Words of the statement or the quote")
    work = ChoicesFilter(choices=Work.choices, help_text="What the desk is doing on it")
    assignee = IdentityFilter(queryset=people, help_text="Who works on it, by username")
    due_before = InstantFilter("due_at", lookup_expr="lt", help_text="Needed before")
    anchor = ChoicesFilter(
        "anchor_state",
        choices=AnchorState.choices,
        help_text="How its words fare in the article's latest revision",
    )

    class Meta:
        model = Claim
        fields = [
            "article",
            "claimant",
            "source",
            "stance",
            "question",
            "rating",
            "status",
            "has_quantity",
            "unit",
            "value_min",
            "value_max",
            "created_after",
            "created_before",
            "q",
            "work",
            "assignee",
            "due_before",
            "anchor",
        ]

    def by_claimant(self, queryset: Any, name: str, sources: Any) -> Any:
        return queryset.claimed_by(*sources)

    def by_stand(self, queryset: Any, name: str, values: Any) -> Any:
        """Source and stance hold for one and the same attribution, so they filter together."""
        sources = self.form.cleaned_data.get("source") or ()
        stances = self.form.cleaned_data.get("stance") or ()
        if name == "stance" and sources:
            return queryset
        return queryset.attributed_to(*sources, stance=tuple(stances))

    def with_figure(self, queryset: Any, name: str, wanted: Any) -> Any:
        if len(set(wanted)) > 1:
            return queryset
        return queryset.with_figure() if wanted[0] else queryset.without_figure()

    def by_figure(self, queryset: Any, name: str, values: Any) -> Any:
        """Unit and values hold for one and the same figure, so they filter together."""
        given = self.form.cleaned_data
        names = [each for each in ("unit", "value_min", "value_max") if given.get(each)]
        if name != names[0]:
            return queryset
        # Given twice a bound means either, so the laxer one.
        return queryset.with_figure(
            given.get("unit") or (),
            at_least=min(given.get("value_min") or (), default=None),
            at_most=max(given.get("value_max") or (), default=None),
        )

    def rated(self, queryset: Any, name: str, chosen: Any) -> Any:
        return queryset.with_status(*(rating.slug for rating in chosen))

    def matching(self, queryset: Any, name: str, words: str) -> Any:
        return queryset.matching(words)


class VerdictFilters(StrictFilterSet):
    """?claim=…&rating=disputed"""

    desk_only = frozenset({"state", "author"})

    claim = IdentityFilter(queryset=readable_claims, help_text="The claim it is about")
    rating = IdentityFilter(queryset=ratings, told_by="order", help_text="What it says")
    state = ChoicesFilter(choices=State.choices, help_text="Where it is in its life")
    author = IdentityFilter("created_by", queryset=people, help_text="Who wrote it, by username")

    class Meta:
        model = Verdict
        fields = ["claim", "rating", "state", "author"]
