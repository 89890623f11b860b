"""What a client sends: fields that say precisely what is wrong, and nothing silently ignored."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from factcheck.rest.choices import known_rows, no_choice


class Input(serializers.Serializer[Any]):
    """
    The body of a write.

    A key that is neither a field nor one that reads return (`returned`) is an error: a misspelt
    field must not vanish. So what was read can be sent back whole.
    """

    returned: ClassVar[frozenset[str]] = frozenset()

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            unknown = data.keys() - self.fields.keys() - self.returned - {"id", "version"}
            if unknown:
                known = ", ".join(sorted(self.fields))
                text = f"There is no such field. The fields are: {known or 'none'}."
                raise serializers.ValidationError(
                    {
                        name: serializers.ErrorDetail(text, code="unknown")
                        for name in sorted(unknown)
                    }
                )
        return super().to_internal_value(data)


@extend_schema_field({"type": "string"})
class RowField(serializers.Field[Any, Any, Any, Any]):
    """
    Another row, named by its id or slug, or by an object with one of them as reads return it.

    With `told_by`, a column that gives their order, an unknown one is answered with all slugs.
    """

    default_error_messages = {
        "unknown": "There is no {kind} “{name}”.{known}",
        "type": "Name a {kind} by its id, as a string.",
    }

    def __init__(
        self,
        rows: Callable[[], QuerySet[Any]],
        *,
        by: tuple[str, ...],
        told_by: str | None = None,
        **kwargs: Any,
    ) -> None:
        self.rows, self.by, self.told_by = rows, by, told_by
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        kind = str(self.rows().model._meta.verbose_name)
        if isinstance(data, dict):
            data = next((data[name] for name in ("id", "slug", "username") if name in data), None)
        if not isinstance(data, str):
            self.fail("type", kind=kind)
        # In this order: nobody's slug stands in the way of another row's id.
        found = (self.rows().filter(**{column: data}).first() for column in self.by)
        row = next((row for row in found if row is not None), None)
        if row is None:
            known = known_rows(self.rows(), self.told_by)
            self.fail("unknown", kind=kind, name=data, known=known)
        return row

    def to_representation(self, value: Any) -> Any:
        return value


class ChoiceField(serializers.ChoiceField):
    """One of a few words. Whoever sends another is told all of them."""

    def to_internal_value(self, data: Any) -> Any:
        try:
            return super().to_internal_value(data)
        except serializers.ValidationError as error:
            text = no_choice(data, self.choices)
            raise serializers.ValidationError(text, code="invalid_choice") from error


class TextField(serializers.CharField):
    """Text that may be left out: null and "" are the same."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "allow_blank": True, "allow_null": True, **kwargs})

    def run_validation(self, data: Any = serializers.empty) -> Any:
        value = super().run_validation(data)
        return "" if value is None else value


class DayField(serializers.DateField):
    """A date; an instant (RFC 3339) counts as its day in UTC."""

    def to_internal_value(self, value: Any) -> date:
        if isinstance(value, str) and "T" in value:
            try:
                instant = parse_datetime(value)
            except ValueError:
                instant = None
            if isinstance(instant, datetime) and instant.tzinfo:
                return instant.astimezone(UTC).date()
        return super().to_internal_value(value)


def sent(data: dict[str, Any], serializer: Input, *, whole: bool) -> dict[str, Any]:
    """
    The values to write: what was sent and, where it replaces the whole row, the default of
    whatever was left out.
    """
    if not whole:
        return data
    missing = serializer.fields.keys() - data.keys()
    return data | {name: _empty(serializer.fields[name]) for name in missing}


def _empty(field: Any) -> Any:
    if field.default is not serializers.empty:
        return field.default
    return "" if isinstance(field, serializers.CharField) and field.allow_blank else None
