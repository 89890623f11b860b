"""How fields are put to an editor: native inputs for dates, and one way to add what is missing."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.db import models


class MinuteField(forms.DateTimeField):
    """A moment to the minute, as the browser's own input gives it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The seconds that the input does not show have not been changed by it."""
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)


class SearchBox(AutocompleteSelect):
    """Django's search box, which asks the database for no name that the form has loaded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, str] = {}

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        chosen = [str(each) for each in value if each not in (None, "")]
        if not all(each in self.known for each in chosen):
            return super().optgroups(name, value, attrs)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options = [
            self.create_option(name, each, self.known[each], True, number)
            for number, each in enumerate(chosen, len(blank))
        ]
        return [(None, [*blank, *options], 0)]


class DeskFields:
    """Mixed into a ModelAdmin or an inline before Django's own class."""

    formfield_overrides: Any = {
        models.DateField: {
            "widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        },
        models.DateTimeField: {"form_class": MinuteField, "widget": MinuteField.widget},
        models.URLField: {"widget": forms.URLInput(attrs={"class": "vURLField"})},
    }

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", SearchBox(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # What is chosen is changed on its own page, not in passing.
            widget = field.widget
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
        return field
