"""Sources in the admin: who says things, what else they are called, whom they speak for."""

from typing import Any

from django import forms
from django.contrib import admin

from accounts.scopes import Scope
from factcheck.desk.alike import Words
from factcheck.desk.form import FieldsForm
from factcheck.desk.record_admin import RecordAdmin
from sources.models import Source


class SourceForm(FieldsForm):
    """A source with its other names, one to a line."""

    aliases = forms.CharField(
        required=False,
        label="Also called",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Other names and abbreviations, one to a line. Searches find them too.",
    )

    class Meta:
        model = Source
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["aliases"] = "\n".join(self.stored_aliases())

    def clean_aliases(self) -> list[str]:
        lines = (line.strip() for line in self.cleaned_data["aliases"].splitlines())
        return sorted({line for line in lines if line})

    def stored_aliases(self) -> list[str]:
        if not hasattr(self, "_stored_aliases"):
            names = self.instance.aliases.values_list("name", flat=True)
            self._stored_aliases = sorted(names)
        return self._stored_aliases


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    form = SourceForm
    write_permission = Scope.SOURCES_WRITE.permission
    autocomplete_fields = ["speaks_for"]
    fields = ["name", ("kind", "country"), "description", "speaks_for", "aliases"]
    page_select_related = ("speaks_for", "created_by")

    list_display = ["name", "kind", "country", "speaks_for", "description"]
    list_filter = ["kind"]
    list_select_related = ["speaks_for"]
    search_fields = ["name", "aliases__name"]
    search_help_text = "Name or another name"
    sortable_by = ["name"]
    ordering = ["name", "public_id"]
    alike_words = Words(
        "By this name, however it is written, there is also:",
        "Not kept yet: by this name, however it is written, there is already:",
        "It is another source. Keep it all the same.",
    )

    def told_apart(self, row: Any) -> str:
        return ", ".join(filter(None, [row.get_kind_display(), row.country, row.description]))

    @admin.display(description="Also called")
    def aliases(self, source: Any) -> str:
        """For those who may only read."""
        return ", ".join(source.aliases.order_by("name").values_list("name", flat=True))
