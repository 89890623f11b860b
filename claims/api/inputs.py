"""What bodies of the newsroom's records have in common."""

from typing import Any

from rest_framework import serializers

from claims.models import Rating
from factcheck.rest.inputs import Input, RowField, TextField

BY_NAME = ("public_id", "slug")
BY_ID = ("public_id",)


def several(child: Input, **kwargs: Any) -> serializers.ListSerializer[Any]:
    """A list that replaces the one stored; without it, that one stays."""
    return serializers.ListSerializer(child=child, required=False, max_length=100, **kwargs)


def rating_field(**kwargs: Any) -> RowField:
    """A rating, by id or slug."""
    return RowField(lambda: Rating.objects.all(), by=BY_NAME, told_by="order", **kwargs)


class ReasonInput(Input):
    """Why something is sent back (for its author) or retracted (for readers)."""

    reason = TextField(default="")


def fixed_after_creation(data: dict[str, Any], record: Any, *names: str) -> dict[str, Any]:
    """The values without those that a row keeps for life. Raises ValidationError if one differs."""
    for name in names:
        if name in data and data[name] is not None and data[name] != getattr(record, name):
            raise serializers.ValidationError(
                {name: f"The {name} cannot be changed. Make a new entry instead."}
            )
    return {name: value for name, value in data.items() if name not in names}
