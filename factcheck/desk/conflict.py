"""Two people saved: what is stored, what the second one typed, and who was first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.desk.history import Line, Readable
from factcheck.desk.sheet import Sheet
from factcheck.records.change import Change, as_json


@dataclass
class Conflict:
    """
    One record that somebody else has saved meanwhile.

    `both` are the fields in which the editor's values differ from the stored ones; `theirs` are
    those that the other person alone has changed, which stay as they are stored (`kept`).
    """

    sheet: Sheet
    by: str
    at: datetime | None
    both: list[Line]
    theirs: list[Line]
    kept: list[str]

    @property
    def label(self) -> str:
        return str(self.sheet.record._meta.verbose_name)


def conflict_of(sheet: Sheet) -> Conflict:
    """Compare a stale sheet, validated already, with what is stored."""
    record = sheet.record
    changes = list(
        Change.objects.about(record)
        .filter(version__gt=sheet.read_version or 0)
        .order_by("-version", "-pk")
    )
    # The oldest of the newer changes says what a field was when the editor read it.
    read = {change.field: _as_edited(sheet, change.field, change.old) for change in changes}
    differing = [
        Change(what=record._meta.label_lower, record=record.public_id, field=name, old=old, new=new)
        for name, old, new in _both_ways(sheet)
        if _bare(old) != _bare(new)
    ]
    readable = Readable({record._meta.label_lower: type(record)}, differing)
    if not sheet.read_version:
        # There was no row when the editor opened the page: they began with nothing.
        read = dict.fromkeys(sheet.form.fields) | dict.fromkeys(sheet.lists)
    mine = [
        each
        for each in differing
        if each.field not in read or _bare(read[each.field]) != _bare(each.new)
    ]
    kept = [each for each in differing if each not in mine]
    latest = changes[0] if changes else None
    return Conflict(
        sheet=sheet,
        by=latest.by.display_name if latest and latest.by else "a command",
        at=latest.at if latest else None,
        both=[readable.line(change) for change in mine],
        theirs=[readable.line(change) for change in kept],
        kept=[change.field for change in kept],
    )


def _both_ways(sheet: Sheet) -> list[tuple[str, Any, Any]]:
    """Each field and list with its stored value and the editor's, as history would keep them."""
    record, form = sheet.record, sheet.form
    fields = [
        (name, as_json(sheet.stored(name)), as_json(_mine(form, name))) for name in form.fields
    ]
    lists = [
        (name, _stored_rows(record, name, sheet.parts[name]), _my_rows(formset, sheet.parts[name]))
        for name, formset in sheet.lists.items()
    ]
    return fields + lists


def _as_edited(sheet: Sheet, name: str, old: Any) -> Any:
    """A value that history keeps, its rows with the fields that an editor sees of them."""
    fields = sheet.parts.get(name)
    if fields is None or not isinstance(old, list):
        return old
    return [{field: row.get(field) for field in fields} for row in old]


def _mine(form: Any, name: str) -> Any:
    """What the editor means, or has typed where it means nothing yet."""
    if name in getattr(form, "cleaned_data", {}):
        return form.cleaned_data[name]
    return form[name].value()


def _stored_rows(record: Any, name: str, fields: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {"id": part.public_id} | {field: as_json(getattr(part, field)) for field in fields}
        for part in getattr(record, name).order_by("position", "pk")
    ]


def _my_rows(formset: Any, fields: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = []
    for form in formset.written_forms():
        known = "" if form.instance._state.adding else form.instance.public_id
        rows.append(
            {"id": known}
            | {name: as_json(_mine(form, name)) for name in fields if name in form.fields}
        )
    return rows


def _bare(value: Any) -> Any:
    """A value to compare: nothing is nothing, and a row is what it says."""
    if isinstance(value, list):
        return [_bare(row) for row in value] or None
    if isinstance(value, dict):
        return {name: _bare(each) for name, each in value.items() if name != "id"}
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip() or None
    return value
