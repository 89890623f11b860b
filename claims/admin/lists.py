"""What lists can be narrowed by, in an editor's words."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from accounts.scopes import Scope
from claims.models import Article, Question, Rating
from claims.models.claim_anchor import UNSETTLED
from claims.models.status import LABELS, RESERVED, Work

# A side column is no place for every article there is.
MOST_CHOICES = 15


class StatusFilter(admin.SimpleListFilter):
    title = "status"
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((slug, LABELS[slug]) for slug in RESERVED), ("published", "Published")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "published":
            return queryset.published()  # type: ignore[attr-defined]
        if self.value() in RESERVED:
            return queryset.with_status(self.value())  # type: ignore[attr-defined]
        return queryset


class RatingFilter(admin.SimpleListFilter):
    """Published claims by what was found."""

    title = "rating"
    parameter_name = "rating"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Rating.objects.on_the_scale().values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.with_status(self.value()) if self.value() else queryset  # type: ignore[attr-defined]


class VerdictRatingFilter(RatingFilter):
    """Verdicts by what they say."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        # By its key: through a join no database sees that one rating's verdicts are in order.
        return queryset.filter(rating__in=list(Rating.objects.filter(slug=self.value())))


class WorkFilter(admin.SimpleListFilter):
    """What the desk is doing, whatever readers see: a correction may be under way."""

    title = "work under way"
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Work.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(work=self.value()) if self.value() else queryset


class WordsFilter(admin.SimpleListFilter):
    """How a claim's words fare in the latest text of its article."""

    title = "words in the article"
    parameter_name = "words"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(state.value, state.label) for state in UNSETTLED]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.anchored(self.value()) if self.value() else queryset  # type: ignore[attr-defined]


class AssigneeFilter(admin.SimpleListFilter):
    title = "who works on it"
    parameter_name = "assignee"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        people = User.objects.holding(Scope.CLAIMS_WRITE).exclude(
            username=request.user.get_username()
        )[:MOST_CHOICES]
        named = [(person.username, person.display_name) for person in people]
        return [("me", "Me"), ("nobody", "Nobody"), *named]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        if self.value() == "nobody":
            return queryset.filter(assignee__isnull=True)
        if self.value() == "me":
            return queryset.filter(assignee=request.user)
        # By their key: through a join no database sees that one person's claims are in order.
        return queryset.filter(assignee__in=list(User.objects.filter(username=self.value())))


class DueFilter(admin.SimpleListFilter):
    """What has a date goes by it: the list's own order would have to be sorted out of all dates."""

    title = "due"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("overdue", "Overdue"),
            ("day", "Within a day"),
            ("week", "Within a week"),
            ("none", "No date"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        now = timezone.now()
        if self.value() == "overdue":
            return queryset.filter(due_at__lt=now)
        if self.value() == "none":
            return queryset.filter(due_at__isnull=True)
        soon = {"day": timedelta(days=1), "week": timedelta(days=7)}.get(self.value() or "")
        return queryset.filter(due_at__range=(now, now + soon)) if soon else queryset


class _PickFilter(admin.SimpleListFilter):
    """The latest few rows of a large table, and the one that a link has chosen."""

    model: Any
    label: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        rows = self.model.objects.order_by("-created_at", "-public_id").values_list(
            "public_id", self.label
        )
        shown = list(rows[:MOST_CHOICES])
        chosen = request.GET.get(self.parameter_name or "", "")
        if chosen and chosen not in dict(shown):
            shown += list(rows.filter(public_id=chosen))
        return shown

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(**{f"{self.parameter_name}__public_id": self.value()})


class ArticleFilter(_PickFilter):
    title = "article"
    parameter_name = "article"
    model = Article
    label = "headline"


class QuestionFilter(_PickFilter):
    title = "question"
    parameter_name = "question"
    model = Question
    label = "text"
