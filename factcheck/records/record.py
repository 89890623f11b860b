"""A row that the API names: its public id, its version, who made it, and safe writing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F

from factcheck.records.change import Change, Difference, differences_between
from factcheck.records.checking import CheckedAtOnce
from factcheck.records.public_id import PublicIdField
from factcheck.records.refusals import Stale


class RecordManager(models.Manager[Any]):
    """Finds a row by its public id, for fixtures."""

    def get_by_natural_key(self, public_id: str) -> Any:
        return self.get(public_id=public_id)


class Record(CheckedAtOnce):
    """
    What the newsroom's rows share.

    `version` counts the saves of the row and its parts. A write stores only if the row still has
    the version this instance was read with (compare and swap), so nobody's save is overwritten
    unseen; otherwise it raises Stale and nothing is stored. Each write leaves its history.
    """

    public_id = PublicIdField()
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(editable=False)
    # Empty for rows that a command made.
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    # Fields that keep their first value, and the sentence that says so to an editor.
    fixed: ClassVar[Mapping[str, str]] = {}

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        return (self.public_id,)

    @transaction.atomic
    def _insert(self, *, by: Any, at: datetime) -> Self:
        """Store a new row. Raises ValidationError by field."""
        self.created_by, self.created_at = by, at
        self.full_clean()
        self.save(force_insert=True)
        Change.note(self, [Difference("", None, str(self))], by=by, at=at)
        return self

    def _edit(
        self,
        fields: Mapping[str, Any],
        *,
        by: Any,
        at: datetime,
        parts: Iterable[Difference] = (),
    ) -> bool:
        """`_write` for what an editor may change."""
        self._require_editable(fields)
        return self._write(dict(fields), by=by, at=at, parts=parts)

    def _require_editable(self, fields: Mapping[str, Any]) -> None:
        """Raise ValidationError for a field that stays, TypeError for one that only verbs move."""
        for name, value in fields.items():
            if name in self.fixed and value != getattr(self, name):
                raise ValidationError({name: self.fixed[name]})
            if not self._meta.get_field(name).editable:
                raise TypeError(f"{name} is not for editing.")

    @transaction.atomic
    def _write(
        self,
        values: dict[str, Any],
        *,
        by: Any,
        at: datetime,
        parts: Iterable[Difference] = (),
    ) -> bool:
        """
        Store `values` and note the differences, `parts` among them; False if there were none.

        Raises ValidationError by field, and Stale if the row has moved on since it was read.
        """
        before = {name: getattr(self, name) for name in values}
        try:
            for name, value in values.items():
                setattr(self, name, value)
            self.full_clean()
            # As cleaned: an empty URL has become none.
            after = {name: getattr(self, name) for name in values}
            differences = [*differences_between(before, after), *parts]
            if not differences:
                return False
            self._swap(after)
        except (ValidationError, IntegrityError, Stale):
            for name, value in before.items():
                setattr(self, name, value)
            raise
        Change.note(self, [each for each in differences if self._is_news(each)], by=by, at=at)
        return True

    def _is_news(self, difference: Difference) -> bool:
        """Not so the dates and names of a verb: each change says when and by whom anyway."""
        return (
            not difference.field.endswith(("_at", "_by"))
            or self._meta.get_field(difference.field).editable
        )

    def _swap(self, values: dict[str, Any]) -> None:
        """Update the row if it still has our version."""
        rows = type(self)._base_manager.filter(pk=self.pk, version=self.version)
        if not rows.update(**values, version=F("version") + 1):
            raise Stale
        self.version += 1

    @transaction.atomic
    def _remove(self, *, by: Any, at: datetime) -> None:
        """Delete the row if nobody has saved it since it was read; its history stays."""
        name = str(self)
        self._swap({})
        Change.note(self, [Difference("", name, None)], by=by, at=at)
        self.delete()
