"""The public record in the admin: every version, and withholding one."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.access import may
from accounts.scopes import Scope
from claims.models import Claim, FactCheckVersion
from claims.models.published_version import Kind
from claims.record.document import path_of
from claims.record.withholding import is_withheld, withhold
from factcheck.desk.listing import DeskList
from factcheck.desk.permission import ByPermission
from factcheck.desk.public_address import public_address
from factcheck.records.public_id import is_public_id
from factcheck.records.refusals import Refused


class WithholdForm(forms.Form):
    """Why readers do not get it any longer."""

    reason = forms.CharField(
        label="Reason, for readers",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Whose order or ruling, and when. Readers get this in place of the version.",
    )


@admin.register(FactCheckVersion)
class VersionAdmin(ByPermission, DeskList, admin.ModelAdmin):
    """Read only: the ledger is written by publishing, correcting, retracting and withholding."""

    change_form_template = "claims/admin/version.html"
    fields = [
        "sequence",
        "fact_check",
        "version",
        "kind",
        "notice",
        "when",
        "digest",
        "eyes",
        "previous",
        "row_hash",
    ]
    readonly_fields = ["when", "eyes"]
    list_display = ["sequence", "when", "kind", "claim", "version", "notice", "eyes", "withhold"]
    list_display_links = ["sequence"]
    list_filter = ["kind"]
    list_select_related = ["fact_check"]
    search_fields = ["fact_check__statement"]
    search_help_text = "Words of the statement, or the check's id"
    sortable_by = ["sequence", "when"]
    ordering = ["-sequence"]
    actions = None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        own = path(
            "<int:sequence>/withhold/",
            self.admin_site.admin_view(self.withhold_view),
            name="claims_factcheckversion_withhold",
        )
        return [own, *super().get_urls()]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        search = search_term.strip()
        if not search:
            return queryset, False
        if is_public_id(search):
            return queryset.filter(fact_check=search), False
        found = Claim.objects.matching(search).values("public_id")
        return queryset.filter(fact_check__in=found), False

    def get_list_display(self, request: HttpRequest) -> Any:
        return self.list_display if _may_withhold(request) else self.list_display[:-1]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Under the claim's words, as its own page, and not under the row's number and id."""
        version = context["original"]
        context |= {"title": str(version.fact_check), "subtitle": _told(version)}
        if not is_withheld(version):
            path = f"{path_of(version.fact_check_id, '')}versions/{version.version}/"
            context["public_address"] = public_address(request, path)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="Published", ordering="sequence")
    def when(self, version: Any) -> str:
        return date_format(version.at, "j M Y, H:i")

    @admin.display(description="Four eyes")
    def eyes(self, version: Any) -> str:
        """Nobody has to look twice at an amendment or a retraction."""
        return {True: "yes", False: "no", None: "–"}[version.four_eyes]

    @admin.display(description="Claim")
    def claim(self, version: Any) -> SafeString:
        address = reverse("admin:claims_claim_change", args=[version.fact_check_id])
        return format_html('<a href="{}">{}</a>', address, version.fact_check)

    @admin.display(description="Withhold")
    def withhold(self, version: Any) -> SafeString | str:
        if version.kind == Kind.WITHHELD:
            return "–"
        address = reverse("admin:claims_factcheckversion_withhold", args=[version.sequence])
        return format_html('<a href="{}">Withhold …</a>', address)

    def withhold_view(self, request: HttpRequest, sequence: int) -> HttpResponse:
        """One version, the reason, and a warning that it cannot be taken back."""
        if not _may_withhold(request):
            raise PermissionDenied
        version = FactCheckVersion.objects.filter(sequence=sequence).first()
        listed = HttpResponseRedirect(reverse("admin:claims_factcheckversion_changelist"))
        if version is None or version.kind == Kind.WITHHELD or is_withheld(version):
            messages.error(request, "There is no such version, or it is withheld already.")
            return listed
        form = WithholdForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                rows = withhold(version, by=request.user, reason=form.cleaned_data["reason"])
            except Refused as refusal:
                messages.error(request, refusal.message)
            else:
                numbers = ", ".join(str(row.sequence) for row in rows)
                messages.success(request, f"Withheld; row {numbers} of the ledger says so.")
            return listed
        context = {
            **self.admin_site.each_context(request),
            "title": "Withhold this version?",
            "opts": self.opts,
            "version": version,
            "told": _told(version),
            "form": form,
        }
        return TemplateResponse(request, "claims/admin/withhold.html", context)


def _told(version: FactCheckVersion) -> str:
    """Which of the check's versions it is: “Version 2, corrected on 4 May 2026, 12:00”."""
    on = date_format(version.at, "j F Y, H:i")
    return f"Version {version.version}, {version.get_kind_display().lower()} on {on}"


def _may_withhold(request: HttpRequest) -> bool:
    return may(request.user, Scope.DESK_MANAGE)
