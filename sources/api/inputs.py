"""What a client sends of a source."""

from typing import Any

from rest_framework import serializers

from factcheck.rest.inputs import ChoiceField, Input, RowField, TextField
from sources.models import Source


def source_field(**kwargs: Any) -> RowField:
    """A source, by id or slug."""
    return RowField(lambda: Source.objects.all(), by=("public_id", "slug"), **kwargs)


class SourceInput(Input):
    """A source to write; `aliases` replaces the list."""

    returned = frozenset({"slug", "created_at"})

    name = serializers.CharField(max_length=200)
    kind = ChoiceField(Source.Kind.choices)
    country = TextField(max_length=2, help_text="ISO 3166-1 alpha-2")
    description = TextField(max_length=300)
    speaks_for = source_field(required=False, allow_null=True)
    aliases = serializers.ListField(
        child=serializers.CharField(max_length=200), required=False, default=list, max_length=100
    )
