"""History: who changed which field of which row, from what to what, and when. For the desk only."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

# Set by the request-id middleware; empty on the command line.
current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")


class Difference(NamedTuple):
    """One field's stored value before and after, as JSON values."""

    field: str
    old: Any
    new: Any


def as_json(value: Any) -> Any:
    """A field's value as history keeps it: rows by public name, times and numbers as text."""
    if isinstance(value, models.Model):
        return getattr(value, "public_id", None) or str(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return value


class ChangeQuerySet(models.QuerySet["Change"]):
    """What the desk asks of its history."""

    def about(self, *records: models.Model) -> Self:
        """The changes of these rows, latest first."""
        wanted = models.Q(pk__in=[])
        for record in records:
            wanted |= models.Q(what=record._meta.label_lower, record=record.public_id)  # type: ignore[attr-defined]
        return self.filter(wanted).select_related("by").order_by("-at", "-pk")


class ChangeManager(models.Manager.from_queryset(ChangeQuerySet)):  # type: ignore[misc]
    """Finds a change by what it is about, for fixtures."""

    def get_by_natural_key(self, what: str, record: str, version: int, field: str) -> "Change":
        return self.get(what=what, record=record, version=version, field=field)


class Change(models.Model):
    """
    One field of one row, changed once.

    An empty `field` is the row itself: without `old` it was created, without `new` removed.
    """

    what = models.CharField(max_length=60)
    record = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    field = models.CharField(max_length=60, blank=True)
    old = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    new = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    request_id = models.CharField(max_length=64, blank=True)

    objects = ChangeManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="records_change_once_per_version",
                fields=["record", "what", "version", "field"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.record}: {self.field or 'row'}"

    def natural_key(self) -> tuple[str, str, int, str]:
        return self.what, self.record, self.version, self.field

    @classmethod
    def note(
        cls,
        record: Any,
        differences: Iterable[Difference],
        *,
        by: Any,
        at: datetime,
    ) -> None:
        """Write down what this version of `record` changed."""
        cls.note_all([(record, differences)], by=by, at=at)

    @classmethod
    def note_all(
        cls, changes: Iterable[tuple[Any, Iterable[Difference]]], *, by: Any, at: datetime
    ) -> None:
        """Write down what was changed of several rows at once."""
        cls.objects.bulk_create(
            cls(
                what=record._meta.label_lower,
                record=record.public_id,
                version=record.version,
                field=difference.field,
                old=as_json(difference.old),
                new=as_json(difference.new),
                by=by,
                at=at,
                request_id=current_request_id.get(),
            )
            for record, differences in changes
            for difference in differences
        )


def differences_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """The fields of `after` whose value is not that of `before`."""
    return [
        Difference(name, before[name], value)
        for name, value in after.items()
        if before[name] != value
    ]
