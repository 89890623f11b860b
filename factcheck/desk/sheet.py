"""Sheet: one record on a page, its form, its lists, and the version it was read with."""

import copy
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from factcheck.desk.form import begin_at_problem
from factcheck.desk.parts import PartInline


class Sheet:
    """
    What an editor changes of one record, gathered for a verb.

    `make_form` makes the form of what was posted, or of None. `version_key` is the hidden input
    with the version the editor has read. What `kept_key` names stays as it is stored, whatever
    was posted: the editor has not touched it, somebody else has.
    """

    def __init__(
        self,
        page: Any,
        record: Any,
        make_form: Callable[[Any], Any],
        *,
        inlines: Sequence[PartInline] = (),
        version_key: str = "version",
    ) -> None:
        data = page.posted
        self.record = record
        self.version_key = version_key
        self.read_version = _number(data.get(version_key)) if data else None
        self.kept = data.getlist(self.kept_key) if data else []
        self.form = make_form(data)
        if self.kept:
            _put_stored_values(self.form, self.kept, data)
            self.form = make_form(data)
        self.inlines = {
            inline: inline.list_of(
                page.request, record, data=None if inline.list_name in self.kept else data
            )
            for inline in inlines
        }
        self.parts = {inline.list_name: inline.part_fields for inline in self.inlines}

    @property
    def kept_key(self) -> str:
        return f"{self.version_key}-kept"

    @property
    def version(self) -> int | str:
        """The version that this page lets an editor build upon."""
        return self.record.version if self._is_stored() else ""

    @property
    def lists(self) -> dict[str, Any]:
        """The lists that the editor has written, by name."""
        return {inline.list_name: rows for inline, rows in self.inlines.items() if rows.is_bound}

    @property
    def media(self) -> forms.Media:
        return sum((rows.media for rows in self.inlines.values()), self.form.media)

    def is_stale(self) -> bool:
        """Whether somebody has saved the record, or added one, since the editor read it."""
        read = self.read_version
        return self._is_stored() and read is not None and read != self.record.version

    def is_valid(self) -> bool:
        valid = [self.form.is_valid(), *(rows.is_valid() for rows in self.lists.values())]
        return all(valid)

    def is_untouched(self) -> bool:
        """Whether the editor has left all of it as it was shown."""
        return not self.form.has_changed() and not any(
            rows.has_changed() for rows in self.lists.values()
        )

    def errors(self) -> list[Any]:
        """Whatever is wrong in it, to be counted above the form."""
        if not self.form.is_bound:
            return []
        found = list(self.form.errors.values())
        for rows in self.lists.values():
            found += rows.non_form_errors()
            found += [problems for form in rows.forms for problems in form.errors.values()]
        return found

    def begin_at_problem(self, names: Sequence[str]) -> bool:
        """
        Let the browser open the page at the first thing that is wrong in it; whether there is any.

        `names` are the form's fields as they stand on the page. What is wrong with no field in
        particular stands above all of them, where a page opens anyway.
        """
        if not self.form.is_bound:
            return False
        if self.form.non_field_errors() or begin_at_problem(self.form, names):
            return True
        rows = (row for rows in self.lists.values() for row in rows.forms)
        return any(begin_at_problem(row) for row in rows)

    def stored(self, name: str) -> Any:
        """The stored value of a form's field; a form may know better (`stored_<name>`)."""
        known = getattr(self.form, f"stored_{name}", None)
        return known() if known is not None else getattr(self.record, name, None)

    def values(self) -> dict[str, Any]:
        """What a verb takes of a valid sheet: the fields that were changed, and its lists."""
        changed = self.form.changed_data if self._is_stored() else self.form.fields
        fields = {name: value for name, value in self.form.cleaned_data.items() if name in changed}
        return fields | {name: rows.items(self.parts[name]) for name, rows in self.lists.items()}

    def fresh(self) -> Any:
        """The stored record as the editor has read it: a verb on it is refused if it is stale."""
        row = type(self.record)._default_manager.get(pk=self.record.pk)
        if self.read_version is not None:
            row.version = self.read_version
        return row

    def place(self, error: ValidationError) -> None:
        """
        Put a verb's complaints beside the fields they are about.

        Keys are field names, or `list/index/field` for a row of a list; what fits nowhere stands
        above the form.
        """
        for key, problems in error.update_error_dict({}).items():
            self._place(key, problems)

    def _place(self, key: str, problems: Any) -> None:
        name, _, rest = key.partition("/")
        if rest and name in self.lists:
            index, _, field = rest.partition("/")
            form = self.lists[name].written_forms()[int(index)]
            known = field in form.fields and not form.fields[field].widget.is_hidden
            form.add_error(field if known else None, _texts(problems))
        elif key in self.form.fields:
            self.form.add_error(key, _texts(problems))
        else:
            self.form.add_error(None, _texts(problems, key))

    def _is_stored(self) -> bool:
        return self.record is not None and self.record.pk is not None


def _put_stored_values(form: Any, names: Sequence[str], data: Any) -> None:
    """Let these fields post what is stored, as if the form had just been opened."""
    for name in names:
        if name not in form.fields:
            continue
        field = form[name]
        value = field.field.prepare_value(field.initial)
        if isinstance(field.field.widget, forms.CheckboxInput):
            data.setlist(field.html_name, ["on"] if value else [])
        else:
            shown = field.field.widget.format_value(value)
            posted = shown if isinstance(shown, list | tuple) else ["" if shown is None else shown]
            data.setlist(field.html_name, posted)


def _texts(problems: Any, key: str = NON_FIELD_ERRORS) -> list[str]:
    """Plain sentences, with the field's name where the form has no place for it."""
    sentences = [text for problem in problems for text in problem.messages]
    if key == NON_FIELD_ERRORS:
        return sentences
    label = key.replace("_", " ").capitalize()
    return [f"{label}: {sentence}" for sentence in sentences]


def _number(text: Any) -> int | None:
    """The version that a hidden input names; 0 where there was no row yet."""
    if text == "":
        return 0
    return int(text) if isinstance(text, str) and text.isdigit() else None


def plain_lines(posted: Any) -> Any:
    """What a browser posted, its texts without the carriage returns that textareas put in."""
    plain = posted.copy()
    for key, values in posted.lists():
        plain.setlist(key, [value.replace("\r\n", "\n").replace("\r", "\n") for value in values])
    return plain


def for_form(record: Any) -> Any:
    """A copy of the record that a form may write its values into."""
    return None if record is None else copy.copy(record)
