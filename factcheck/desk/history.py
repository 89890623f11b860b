"""History in an editor's words: what changed from what to what, with names instead of ids."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, ManyToOneRel, Model, TextField
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst

from factcheck.desk.word_diff import Run, word_diff
from factcheck.records.change import Change

# A field of this length or more holds a sentence rather than a name.
SENTENCE = 300


class InALine(NamedTuple):
    """A part's list by an editor's name, and a row of it in a line instead of field by field."""

    label: str
    tell: Callable[[Mapping[str, Any]], str]


# By the part's model. Rooms above add to it.
IN_A_LINE: dict[type[Model], InALine] = {}
# Names in history that are no fields, and the model whose row they name.
NAMING: dict[tuple[type[Model], str], type[Model]] = {}
# Fields of which a page of its own tells more: of a row's public id and the new value, its address.
LEADING: dict[tuple[type[Model], str], Callable[[str, Any], str]] = {}


@dataclass
class Line:
    """
    One field: its label, and what it said before and after (a list says it row by row).

    A text that was changed has `runs`, both versions word by word; `link` leads to more.
    """

    label: str
    old: Any
    new: Any
    is_list: bool = False
    is_row: bool = False
    runs: Sequence[Run] = ()
    link: str = ""


@dataclass
class Entry:
    """What one person did at one moment to one record."""

    at: datetime
    by: str
    about: str
    lines: list[Line] = field(default_factory=list)


def entries_about(records: Sequence[Model], limit: int = 500) -> list[Entry]:
    """The latest changes of these records, latest first, in a fixed number of queries."""
    changes = list(Change.objects.about(*records)[:limit])
    models = {record._meta.label_lower: type(record) for record in records}
    readable = Readable(models, changes)
    entries: list[Entry] = []
    before = None
    for change in changes:
        key = (change.what, change.record, change.version)
        if key != before:
            who = change.by.display_name if change.by else "a command"
            about = str(models[change.what]._meta.verbose_name)
            entries.append(Entry(change.at, who, about))
            before = key
        entries[-1].lines.append(readable.line(change))
    return entries


class Readable:
    """Turns what history stores into what an editor reads."""

    def __init__(self, models: dict[str, type[Model]], changes: Iterable[Change]) -> None:
        self.models = models
        self.names: dict[type[Model], dict[str, str]] = {}
        self._load_names(changes)

    def line(self, change: Change) -> Line:
        model = self.models[change.what]
        if not change.field:
            return Line("", change.old, change.new, is_row=True)
        label = label_of(model, change.field)
        parts = part_model(model, change.field)
        if parts is not None:
            return Line(
                label,
                self.rows(parts, change.old),
                self.rows(parts, change.new),
                is_list=True,
            )
        if isinstance(change.old, list) or isinstance(change.new, list):
            return Line(label, change.old or [], change.new or [], is_list=True)
        old, new = (self.value(model, change.field, raw) for raw in (change.old, change.new))
        leads = LEADING.get((model, change.field))
        link = leads(change.record, change.new) if leads and change.new else ""
        runs = word_diff(old, new) if old and new and is_text(model, change.field) else ()
        return Line(label, old, new, runs=runs, link=link)

    def rows(self, model: type[Model], rows: Any) -> list[str]:
        """Each stored row in a line."""
        tell = IN_A_LINE[model].tell if model in IN_A_LINE else partial(self.row, model)
        return [tell(row) for row in rows or []]

    def row(self, model: type[Model], row: dict[str, Any]) -> str:
        # PostgreSQL keeps no order of keys, so they are told in the model's.
        fields = [each.name for each in model._meta.fields if each.name in row]
        others = sorted(row.keys() - {"id", *fields})
        said = (
            (label_of(model, name), self.value(model, name, row[name]))
            for name in [*fields, *others]
            if name != "id"
        )
        return " · ".join(f"{label}: {text}" for label, text in said if text)

    def value(self, model: type[Model], name: str, raw: Any) -> str:
        if raw in (None, ""):
            return ""
        target = related_model(model, name)
        if target is not None:
            return self.names.get(target, {}).get(raw, str(raw))
        try:
            choices = dict(model._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
        except (FieldDoesNotExist, AttributeError):
            choices = {}
        if isinstance(raw, bool):
            return "yes" if raw else "no"
        return str(choices.get(raw) or _as_date(raw))

    def _load_names(self, changes: Iterable[Change]) -> None:
        wanted: dict[type[Model], set[str]] = defaultdict(set)
        for change in changes:
            model = self.models[change.what]
            self._want(wanted, model, {change.field: change.old})
            self._want(wanted, model, {change.field: change.new})
            parts = part_model(model, change.field)
            if parts is not None:
                for row in [*(change.old or []), *(change.new or [])]:
                    self._want(wanted, parts, row)
        for model, ids in wanted.items():
            rows = model._default_manager.filter(public_id__in=ids)
            self.names[model] = {row.public_id: str(row) for row in rows}  # type: ignore[attr-defined]

    def _want(
        self, wanted: dict[type[Model], set[str]], model: type[Model], row: dict[str, Any]
    ) -> None:
        for name, raw in row.items():
            target = related_model(model, name)
            if target is not None and hasattr(target, "public_id") and isinstance(raw, str):
                wanted[target].add(raw)


def label_of(model: type[Model], name: str) -> str:
    """The editor's word for a field."""
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return capfirst(name.replace("_", " "))
    if isinstance(found, ManyToOneRel):
        if found.related_model in IN_A_LINE:
            return IN_A_LINE[found.related_model].label
        return capfirst(str(found.related_model._meta.verbose_name_plural))
    return capfirst(str(found.verbose_name))  # type: ignore[union-attr]


def is_text(model: type[Model], name: str) -> bool:
    """Whether a field holds sentences, in which words change."""
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    if isinstance(found, TextField):
        return True
    length = getattr(found, "max_length", None) or 0
    return type(found) is CharField and not found.choices and length >= SENTENCE


def related_model(model: type[Model], name: str) -> Any:
    """The model that a foreign key of this name leads to."""
    if (model, name) in NAMING:
        return NAMING[model, name]
    try:
        found = model._meta.get_field(name) if name else None
    except FieldDoesNotExist:
        return None
    return found.related_model if found is not None and found.many_to_one else None


def part_model(model: type[Model], name: str) -> Any:
    """The model of the list of this name."""
    try:
        found = model._meta.get_field(name) if name else None
    except FieldDoesNotExist:
        return None
    rows = found.related_model if found is not None and found.one_to_many else None
    return rows if rows is not None and hasattr(rows, "position") else None


def _as_date(raw: Any) -> Any:
    """A stored time or date as an editor reads it."""
    if not isinstance(raw, str) or len(raw) < 10 or not raw[:4].isdigit():
        return raw
    moment: datetime | date | None
    try:
        moment = parse_date(raw) or parse_datetime(raw)
    except ValueError:
        return raw
    return raw if moment is None else readable_moment(moment)


def readable_moment(moment: datetime | date) -> str:
    """“23 Oct 2024, 14:05” for a time, “23 Oct 2024” for a date."""
    if isinstance(moment, datetime):
        return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")
    return formats.date_format(moment, "DATE_FORMAT")
