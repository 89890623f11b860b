"""Other desks' checks in the admin: the list, and a page each that is clearly theirs."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from accounts.scopes import Scope
from claims.admin.status import rating_badge
from claims.models import Rating
from factcheck.desk.record_admin import RecordAdmin
from publishing.admin.import_screen import import_screen
from publishing.admin.imported_review_page import ImportedReviewPage
from publishing.models import ImportedReview

UNKNOWN = "unknown"
MOST_SITES = 30


class RatingFilter(admin.SimpleListFilter):
    title = "rating on our scale"
    parameter_name = "rating"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        scale = Rating.objects.on_the_scale().values_list("slug", "name")
        return [(UNKNOWN, "Unknown label"), *scale]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == UNKNOWN:
            return queryset.filter(rating__isnull=True)
        return queryset.filter(rating__slug=self.value()) if self.value() else queryset


class LanguageFilter(admin.SimpleListFilter):
    """The languages that reviews name; many name none."""

    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        named = ImportedReview.objects.exclude(language="").order_by("language")
        tags = named.values_list("language", flat=True).distinct()
        return [(UNKNOWN, "Not named"), *((tag, tag) for tag in tags)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return queryset.filter(language="" if self.value() == UNKNOWN else self.value())


class SiteFilter(admin.SimpleListFilter):
    """The sites with most checks; the search box finds the others."""

    title = "site"
    parameter_name = "site"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        counted = ImportedReview.objects.values_list("site").annotate(checks=Count("pk"))
        return [(site, site) for site, _ in counted.order_by("-checks", "site")[:MOST_SITES]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(site=self.value()) if self.value() else queryset


@admin.register(ImportedReview)
class ImportedReviewAdmin(RecordAdmin):
    page = ImportedReviewPage
    write_permission = Scope.VERDICTS_PUBLISH.permission
    change_form_template = "publishing/admin/imported_review.html"
    change_list_template = "publishing/admin/imported_reviews.html"  # type: ignore[misc]
    # The page's own template shows the rest; nothing of it is for writing.
    fields = ["claim"]
    page_select_related = ("rating", "created_by")

    list_display = ["said", "organisation", "label", "shown", "reviewed_on", "language"]
    list_filter = [RatingFilter, "template", LanguageFilter, SiteFilter]
    list_select_related = ["rating"]
    search_fields = ["organisation", "site"]
    search_help_text = "Words of the claim or the title, or whose check it is"
    ordering = ["-created_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Without the items as they came, which the page alone needs."""
        return super().get_queryset(request).defer("raw")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        if not search_term.strip():
            return queryset, False
        whose = Q(organisation__icontains=search_term) | Q(site__icontains=search_term)
        found = ImportedReview.objects.matching(search_term).values("pk")
        return queryset.filter(Q(pk__in=found) | whose), False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What another desk has said is not ours to edit."""
        return False

    def _changeform_view(
        self, request: HttpRequest, object_id: Any, form_url: str, extra_context: Any
    ) -> Any:
        if object_id is None:
            return self._import(request)
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def _import(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        return import_screen(request, self.admin_site, self.opts)

    @admin.display(description="Claim", ordering="claim")
    def said(self, review: Any) -> SafeString | str:
        claim = Truncator(review.claim).chars(160)
        if review.template == ImportedReview.Template.SUSPECTED:
            return format_html('{} <span class="quiet">a template?</span>', claim)
        return claim

    @admin.display(description="On our scale", ordering="rating")
    def shown(self, review: Any) -> SafeString | str:
        return rating_badge(review.rating) if review.rating else "Unknown"
