"""Forms that check each field and leave every other rule to the model's verb."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import InlineForeignKeyField, construct_instance


class FieldsForm(forms.ModelForm):
    """
    Checks each field by itself.

    What fields may say together, and what rows of a table may, is the verb's to judge: it fills
    in what an editor may leave out, and removes the rows that go, before the rules are asked.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tell_names()

    def _tell_names(self) -> None:
        """Search boxes learn the names of the rows that were loaded with this one."""
        for name, row in self.instance._state.fields_cache.items():
            widget = getattr(self.fields.get(name), "widget", None)
            box: Any = getattr(widget, "widget", widget)
            if row is not None and hasattr(box, "known"):
                box.known[str(row.pk)] = str(row)

    def _post_clean(self) -> None:
        # The row's record may not be stored yet, so its link to it is not checked either.
        named = {
            name
            for name, field in self.fields.items()
            if not isinstance(field, InlineForeignKeyField)
        }
        exclude = {field.name for field in self._meta.model._meta.fields} - named
        exclude |= self._get_validation_exclusions()  # type: ignore[attr-defined]
        try:
            self.instance = construct_instance(
                self, self.instance, self._meta.fields, self._meta.exclude
            )
            self.instance.clean_fields(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]


def begin_at_problem(form: Any, names: Iterable[str] = ()) -> bool:
    """
    Let the browser open the page at the form's first field that something is wrong with.

    `names` is the order in which the page shows the fields, the form's own without it. Returns
    whether there is such a field.
    """
    for name in [*names, *form.fields]:
        if name in form.errors and name in form.fields and not form[name].is_hidden:
            widget = form.fields[name].widget
            # A frame of the admin's renders the widget within, with that one's attributes.
            getattr(widget, "widget", widget).attrs["autofocus"] = True
            return True
    return False
