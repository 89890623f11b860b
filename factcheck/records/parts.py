"""Parts: rows that are written only as a list within their record (attributions, evidence)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from factcheck.records.change import Difference, as_json
from factcheck.records.checking import CheckedAtOnce
from factcheck.records.public_id import PublicIdField, public_id_from


class Part(CheckedAtOnce):
    """A row of a list that belongs to one record, in the order in which it was written."""

    public_id = PublicIdField()
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        return (self.public_id,)


def replace_parts(
    record: Any,
    name: str,
    items: Sequence[Mapping[str, Any]],
    fields: Sequence[str],
    *,
    version: int,
) -> list[Difference]:
    """
    Make `record.<name>` say exactly `items`, in their order, as of this version of the record.

    An item with an `id` keeps that row's id and changes the keys it names; one without is a new
    row; a row that no item names is deleted. Returns the list before and after as one difference,
    or nothing when both are the same. Raises ValidationError naming the item, with some of the
    work done: call it inside a transaction that the error leaves.
    """
    manager = getattr(record, name)
    stored = {part.public_id: part for part in manager.order_by("position", "pk")}
    before = [_as_values(part, fields) for part in stored.values()]
    errors: dict[str, Any] = {}
    parts = []
    for position, item in enumerate(items):
        values = {field: item[field] for field in fields if field in item} | {"position": position}
        try:
            part = _pick(record, manager, stored, item, f"{name}/{version}/{position}")
        except ValidationError as error:
            errors |= _at(f"{name}/{position}", error)
        else:
            parts.append((part, values))
    changed = [(part, values) for part, values in parts if _differs(part, values)]
    # What changes is stored anew, so that two entries can swap what must be unique.
    kept = {part.pk for part, _ in parts} - {part.pk for part, _ in changed}
    manager.exclude(pk__in=kept).delete()
    for part, values in changed:
        try:
            _store(part, values)
        except ValidationError as error:
            errors |= _at(f"{name}/{values['position']}", error)
    if errors:
        raise ValidationError(errors)
    after = [_as_values(part, fields) for part, _ in parts]
    return [] if before == after else [Difference(name, before, after)]


def _differs(part: Any, values: Mapping[str, Any]) -> bool:
    return not part.pk or any(getattr(part, field) != value for field, value in values.items())


def _store(part: Any, values: Mapping[str, Any]) -> None:
    for field, value in values.items():
        setattr(part, field, value)
    part._state.adding = True
    part.full_clean()
    part.save(force_insert=True)


def _pick(
    record: Any,
    manager: Any,
    stored: dict[str, Any],
    item: Mapping[str, Any],
    key: str,
) -> Any:
    """The stored row that the item names, or a new one."""
    public_id = item.get("id")
    if not public_id:
        # Not random, so that a story told again has the same ids.
        new_id = public_id_from(f"{record.public_id}/{key}")
        return manager.model(public_id=new_id, **{manager.field.name: record})
    if public_id not in stored:
        raise ValidationError({"id": f"There is no entry {public_id} here (or it is named twice)."})
    return stored.pop(public_id)


def _as_values(part: Any, fields: Sequence[str]) -> dict[str, Any]:
    return {"id": part.public_id} | {field: as_json(getattr(part, field)) for field in fields}


def _at(pointer: str, error: ValidationError) -> dict[str, Any]:
    return {
        f"{pointer}/{field}": messages for field, messages in error.update_error_dict({}).items()
    }
