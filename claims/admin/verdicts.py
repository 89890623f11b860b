"""Verdicts: the list by state, and the page with evidence and what can be done."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from accounts.scopes import Scope
from claims.admin.figures import accepted_figures
from claims.admin.lists import VerdictRatingFilter
from claims.admin.parts import EvidenceInline
from claims.admin.status import rating_badge, with_status_names
from claims.admin.verdict_form import VerdictForm
from claims.admin.verdict_page import VerdictPage
from claims.models import Claim, Verdict
from factcheck.desk.record_admin import RecordAdmin

PEOPLE = ("created_by", "edited_by", "submitted_by", "returned_by", "published_by", "retracted_by")


@admin.register(Verdict)
class VerdictAdmin(RecordAdmin):
    form = VerdictForm
    page = VerdictPage
    write_permission = Scope.VERDICTS_WRITE.permission
    change_form_template = "claims/admin/verdict.html"
    inlines = [EvidenceInline]
    page_select_related = ("claim", "claim__article", "rating", *PEOPLE)
    autocomplete_fields = ["claim"]

    list_display = ["rated", "claim_statement", "state", "author", "published_at"]
    list_display_links = ["claim_statement"]
    list_filter = ["state", VerdictRatingFilter]
    list_select_related = ["claim", "rating", "created_by"]
    search_fields = ["claim__statement"]
    search_help_text = "Words of the claim"
    sortable_by = ["published_at"]
    ordering = ["-created_at", "-public_id"]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        search = search_term.strip()
        if not search:
            return queryset, False
        return queryset.filter(claim__in=Claim.objects.matching(search)), False

    @admin.display(description="Rating")
    def rated(self, verdict: Any) -> SafeString:
        return rating_badge(verdict.rating)

    @admin.display(description="Claim")
    def claim_statement(self, verdict: Any) -> str:
        return str(verdict.claim)

    @admin.display(description="Author")
    def author(self, verdict: Any) -> str:
        return verdict.created_by.display_name if verdict.created_by else "–"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = ["rating", "summary", "rationale"]
        return [(None, {"fields": fields if obj else ["claim", *fields]})]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in VerdictForm.Meta.widgets and field is not None:
            field.widget = VerdictForm.Meta.widgets[db_field.name]
        return field

    def claim_of(self, verdict: Any) -> Any:
        """The verdict's claim, with what its badge needs."""
        claims = with_status_names(Claim.objects.select_related("article", "question"))
        claims = claims.prefetch_related(accepted_figures())
        return claims.get(pk=verdict.claim_id)
