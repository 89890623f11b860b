"""What a client sends of a subscription."""

from rest_framework import serializers

from claims.api.inputs import rating_field
from claims.models.published_version import Kind
from factcheck.rest.inputs import ChoiceField, Input, TextField
from sources.api.inputs import source_field


class WebhookInput(Input):
    """A subscription to write."""

    returned = frozenset(
        {
            "secret",
            "enabled",
            "disabled_at",
            "disabled_reason",
            "cursor",
            "behind",
            "failures",
            "next_attempt_at",
            "test_requested_at",
            "created_at",
        }
    )

    name = serializers.CharField(max_length=80)
    url = serializers.CharField(max_length=2000, help_text="https, and a public address")
    kinds = serializers.ListField(
        child=ChoiceField(Kind.choices),
        required=False,
        default=list,
        max_length=20,
        help_text="Of which kinds it is told; none: of all",
    )
    rating = rating_field(required=False, allow_null=True)
    source = source_field(required=False, allow_null=True)  # type: ignore[assignment]
    site = TextField(max_length=253, help_text="A host; articles on it or below it")


class ReplayInput(Input):
    """From where on it is told everything again."""

    def get_fields(self) -> dict[str, serializers.Field]:
        """`from` is a word of Python's own."""
        number = serializers.IntegerField(
            min_value=1, source="from_sequence", help_text="A row of the ledger"
        )
        return super().get_fields() | {"from": number}
