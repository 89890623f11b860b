"""The shapes of sources in answers, for the OpenAPI document; a test holds the answers to them."""

from rest_framework import serializers

from factcheck.rest.outputs import Shape
from sources.models import Source


class BriefSourceOutput(Shape):
    """A source where only its name matters."""

    id = serializers.CharField()
    name = serializers.CharField()
    slug = serializers.CharField()


class NamedSourceOutput(BriefSourceOutput):
    """A source beside what it says."""

    kind = serializers.ChoiceField(Source.Kind.choices)
    country = serializers.CharField(allow_null=True, help_text="ISO 3166-1 alpha-2")


class SourceOutput(Shape):
    """Anyone or anything that says or publishes something."""

    id = serializers.CharField()
    slug = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(Source.Kind.choices)
    country = serializers.CharField(allow_null=True, help_text="ISO 3166-1 alpha-2")
    description = serializers.CharField(allow_null=True)
    speaks_for = BriefSourceOutput(allow_null=True)
    aliases = serializers.ListField(child=serializers.CharField())
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()
