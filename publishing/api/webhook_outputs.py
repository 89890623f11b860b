"""The shapes of subscriptions and deliveries, for the OpenAPI document."""

from rest_framework import serializers

from claims.models.published_version import Kind
from factcheck.rest.outputs import Shape
from sources.api.outputs import BriefSourceOutput


class NamedRatingOutput(Shape):
    """A rating where only its name matters."""

    id = serializers.CharField()
    slug = serializers.CharField()
    name = serializers.CharField()


class WebhookOutput(Shape):
    """Who is told of what is published, and how far they have been told."""

    id = serializers.CharField()
    name = serializers.CharField()
    url = serializers.CharField()
    kinds = serializers.ListField(child=serializers.ChoiceField(Kind.choices))
    rating = NamedRatingOutput(allow_null=True)
    source = BriefSourceOutput(allow_null=True)  # type: ignore[assignment]
    site = serializers.CharField(allow_null=True)
    secret = serializers.CharField(
        allow_null=True, help_text="In the answer to its creation, and never again"
    )
    enabled = serializers.BooleanField()
    disabled_at = serializers.DateTimeField(allow_null=True)
    disabled_reason = serializers.CharField(allow_null=True)
    cursor = serializers.IntegerField(help_text="The last row of the ledger that is done with")
    behind = serializers.IntegerField(help_text="How many rows have come since")
    failures = serializers.IntegerField(help_text="How often the next row has failed")
    next_attempt_at = serializers.DateTimeField(allow_null=True)
    test_requested_at = serializers.DateTimeField(
        allow_null=True, help_text="Of a test event that has not been sent yet"
    )
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()


class DeliveryRequestOutput(Shape):
    """What was sent."""

    headers = serializers.DictField(child=serializers.CharField())
    digest = serializers.CharField(help_text="SHA-256 of the body")


class DeliveryResponseOutput(Shape):
    """What came back."""

    status = serializers.IntegerField()
    headers = serializers.DictField(child=serializers.CharField())
    start = serializers.CharField(help_text="The body’s first 1,024 bytes")


class DeliveryOutput(Shape):
    """One attempt at a delivery; the log keeps them for 30 days."""

    id = serializers.CharField()
    event = serializers.CharField(help_text="Its type, as in factcheck.corrected")
    sequence = serializers.IntegerField(allow_null=True, help_text="Null for a test")
    message = serializers.CharField(help_text="The webhook-id")
    attempt = serializers.IntegerField()
    at = serializers.DateTimeField()
    delivered = serializers.BooleanField()
    request = DeliveryRequestOutput()
    response = DeliveryResponseOutput(allow_null=True)
    milliseconds = serializers.IntegerField()
    error = serializers.CharField(allow_null=True)
    next_attempt_at = serializers.DateTimeField(allow_null=True)
