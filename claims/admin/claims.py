"""Claims: the list by status, and the page with statement, attributions and verdict."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.models import User
from accounts.scopes import Scope
from claims.admin.bulk import ClaimActionForm, assign, close, reopen
from claims.admin.claim_form import ClaimForm
from claims.admin.claim_page import ClaimPage
from claims.admin.figure_form import FigureInline, with_answer
from claims.admin.figures import accepted_figures
from claims.admin.lists import (
    ArticleFilter,
    AssigneeFilter,
    DueFilter,
    QuestionFilter,
    RatingFilter,
    StatusFilter,
    WordsFilter,
    WorkFilter,
)
from claims.admin.parts import AttributionInline
from claims.admin.status import is_public, status_badge, with_status_names, work_badge
from claims.models import Attribution, Claim
from claims.templatetags.figures import chips
from factcheck.desk.alike import Words
from factcheck.desk.record_admin import RecordAdmin
from factcheck.desk.templatetags.desk import due

FOR_THE_DESK = ("For the desk", {"fields": [["assignee", "due_at"], "repeats", "note"]})


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    form = ClaimForm
    page = ClaimPage
    write_permission = Scope.CLAIMS_WRITE.permission
    change_form_template = "claims/admin/claim.html"
    inlines = [AttributionInline, FigureInline]
    page_select_related = ("article", "question", "assignee", "repeats", "created_by")
    autocomplete_fields = ["article", "question", "repeats"]

    list_display = ["status", "statement", "figures", "said", "assigned", "due_on"]
    list_display_links = ["statement"]
    list_filter = [
        StatusFilter,
        RatingFilter,
        WorkFilter,
        WordsFilter,
        AssigneeFilter,
        DueFilter,
        QuestionFilter,
        ArticleFilter,
    ]
    list_select_related = ["article", "assignee"]
    list_prefetch_related = (
        Prefetch(
            "attributions",
            Attribution.objects.select_related("source").order_by("position", "pk"),
        ),
        accepted_figures(),
    )
    search_fields = ["statement", "quote"]
    search_help_text = "Words of the statement or of the quote"
    sortable_by = ["due_on"]
    ordering = ["-created_at", "-public_id"]
    actions = [assign, close, reopen]
    action_form = ClaimActionForm
    alike_words = Words(
        "On the same words there is also:",
        "Not kept yet: on the same words there is already:",
        "It is another claim. Mark it all the same. (Whoever else says so is named in that one.)",
    )

    def rows_alike(self, record: Any) -> QuerySet[Any]:
        rows = with_status_names(super().rows_alike(record))
        return rows.prefetch_related(*self.list_prefetch_related)

    def told_apart(self, row: Any) -> SafeString:
        said = ", ".join(str(each.source) for each in row.attributions.all())
        return format_html("{} {}", status_badge(row), said)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_status_names(super().get_queryset(request))

    class Media:
        js = ["desk/mark.js"]

    # --- The list -------------------------------------------------------------------------------

    @admin.display(description="Status")
    def status(self, claim: Any) -> SafeString:
        return SafeString(f"{status_badge(claim)} {work_badge(claim)}")

    @admin.display(description="Figures")
    def figures(self, claim: Any) -> SafeString | str:
        return chips(claim.quantities.all()) or "–"

    @admin.display(description="Claimant and article")
    def said(self, claim: Any) -> SafeString:
        rows = claim.attributions.all()
        first = next((row for row in rows if row.stance == Attribution.Stance.ASSERTS), None)
        claimant = first.source if first else "–"
        return format_html("{} <small>{}</small>", claimant, claim.article)

    @admin.display(description="Who")
    def assigned(self, claim: Any) -> str:
        return claim.assignee.display_name if claim.assignee else "–"

    @admin.display(description="Due", ordering="due_at")
    def due_on(self, claim: Any) -> str:
        return due(claim.due_at) or "–"

    def page_title(self, request: HttpRequest, record: Any) -> str:
        return str(record) if record else "Mark a claim"

    def get_ordering(self, request: HttpRequest) -> Any:
        dated = request.GET.get(DueFilter.parameter_name or "") in ("overdue", "day", "week")
        return ["due_at", "public_id"] if dated else super().get_ordering(request)

    # --- The page -------------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            words = ["article", "quote", "place", "statement", "question"]
        elif "amend" in request.GET:
            return [(None, {"fields": ["statement", "question"]})]
        elif is_public(obj):
            # The page shows the rest to read: it is locked while readers see it.
            return [FOR_THE_DESK]
        else:
            words = ["statement", "quote", "place", "question"]
        return [(None, {"fields": words}), FOR_THE_DESK]

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """A new claim's figures are read from its quote; there is nothing to fill in."""
        return self.inlines if obj else [AttributionInline]

    def values_for_verb(self, values: dict[str, Any], record: Any) -> dict[str, Any]:
        """The quote only where it is to be sought anew; the place picked as an offset."""
        answer = values.pop("answer", None)
        if answer:
            values["quantities"] = with_answer(record, values.get("quantities"), answer)
        place = values.pop("place", None)
        if place is not None:
            values["start"] = place
        elif record is not None and values.get("quote") == record.quote:
            values.pop("quote")
        if "quote" in values and values.get("quantities") is not None:
            raise ValidationError(
                "Another quote has other figures, which are read when it is saved. Save the quote "
                "first; then look at its figures."
            )
        return values

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "assignee":
            kwargs["queryset"] = User.objects.holding(Scope.CLAIMS_WRITE)
            field = super().formfield_for_foreignkey(db_field, request, **kwargs)
            field.label_from_instance = lambda person: person.display_name
            return field
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "statement" and field is not None:
            field.widget = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
        if db_field.name in ("article", "repeats") and field is not None:
            # A claim or an article is not made in passing.
            field.widget.can_add_related = False
        if db_field.name == "quote" and field is not None:
            field.widget.attrs["rows"] = 2
        return field

    # --- Deleting, history ----------------------------------------------------------------------

    def goes_with(self, record: Any) -> list[str]:
        return [f"Draft: {verdict}" for verdict in record.verdicts.select_related("rating")]

    def history_of(self, record: Any) -> list[Any]:
        return [record, *record.verdicts.select_related("rating", "claim")]
