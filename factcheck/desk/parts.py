"""Lists within a record's page: attributions of a claim, evidence of a verdict."""

from typing import Any

from django import forms
from django.contrib.admin.options import InlineModelAdmin
from django.forms.formsets import ORDERING_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from factcheck.desk.fields import DeskFields
from factcheck.desk.form import FieldsForm

# After every row that has a place.
LAST = 10_000


class PartForm(FieldsForm):
    """One row."""

    def has_changed(self) -> bool:
        """Moving an empty row does not fill it."""
        return bool(set(self.changed_data) - {ORDERING_FIELD_NAME})


class PartFormSet(BaseInlineFormSet):
    """
    The rows as a verb takes them: a list of values, each with the `id` of the row it keeps.

    A row that somebody else has deleted meanwhile is taken as a new one.
    """

    ordering_widget = forms.HiddenInput

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        if i < self.initial_form_count() and form.instance._state.adding:
            key = form.instance._meta.pk.name
            form.fields[key] = forms.CharField(required=False, widget=forms.HiddenInput)
        return form

    def validate_unique(self) -> None:
        """Left to the verb."""

    def written_forms(self) -> list[Any]:
        """The forms that say something, in the editor's order. The formset has been validated."""
        kept = [
            form
            for form in self.forms
            if not self._should_delete_form(form)  # type: ignore[attr-defined]
            and (form.has_changed() or not form.instance._state.adding)
        ]
        return sorted(kept, key=self._place)

    def items(self, names: tuple[str, ...]) -> list[dict[str, Any]] | None:
        """What the verb takes: a dictionary per row; None where it should leave the list alone."""
        return [self._item(form, names) for form in self.written_forms()]

    def _item(self, form: Any, names: tuple[str, ...]) -> dict[str, Any]:
        item = {name: form.cleaned_data[name] for name in names if name in form.fields}
        if not form.instance._state.adding:
            item["id"] = form.instance.public_id
        return item

    def _place(self, form: Any) -> tuple[int, int]:
        place = getattr(form, "cleaned_data", {}).get(ORDERING_FIELD_NAME)
        return (LAST if place is None else place, self.forms.index(form))


class PartInline(DeskFields, InlineModelAdmin):
    """How a list is edited. Its page asks whether; `part_fields` are the fields it has."""

    form = PartForm
    formset = PartFormSet
    extra = 0
    template = "desk/parts.html"
    # What the verb calls the list, and the fields of one row.
    list_name = ""
    part_fields: tuple[str, ...] = ()
    add_label = "Add a row"
    explanation = ""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def get_queryset(self, request: HttpRequest) -> Any:
        foreign = [
            field.name
            for field in self.model._meta.fields
            if field.name in self.part_fields and field.is_relation
        ]
        return self.model._default_manager.select_related(*foreign).order_by("position", "pk")

    def list_of(self, request: HttpRequest, record: Any, *, data: Any) -> Any:
        """The list of this record (or of a new one), with what was posted if anything was."""
        kind = self.get_formset(request, record, can_order=True)
        rows = self.get_queryset(request)
        return kind(instance=record, prefix=self.list_name, queryset=rows, data=data)
