"""The shapes of verdicts, ratings and evidence in answers."""

from rest_framework import serializers

from claims.api.people import PersonOutput
from claims.models import Evidence
from claims.models.verdict import State
from factcheck.rest.outputs import Shape
from sources.api.outputs import NamedSourceOutput


class VerdictRatingOutput(Shape):
    """A step of the scale; one outside it has no value, best or worst."""

    slug = serializers.CharField()
    name = serializers.CharField()
    definition = serializers.CharField()
    value = serializers.IntegerField(allow_null=True)
    best = serializers.IntegerField(allow_null=True)
    worst = serializers.IntegerField(allow_null=True)
    colour = serializers.CharField()


class RatingOutput(VerdictRatingOutput):
    """A step of the scale, in its place."""

    id = serializers.CharField()
    order = serializers.IntegerField()
    version = serializers.IntegerField()


class EvidenceOutput(Shape):
    """What a verdict rests on."""

    id = serializers.CharField()
    source = NamedSourceOutput(allow_null=True)  # type: ignore[assignment]
    stance = serializers.ChoiceField(Evidence.Stance.choices)
    url = serializers.CharField(allow_null=True)
    title = serializers.CharField(allow_null=True)
    excerpt = serializers.CharField(allow_null=True)
    archived_url = serializers.CharField(allow_null=True)
    retrieved_at = serializers.DateField(allow_null=True)
    record = serializers.CharField(allow_null=True)
    protected = serializers.CharField(allow_null=True)


class VerdictOutput(Shape):
    """
    An editor's finding on a claim.

    Names of staff, their dates and `needs_fresh_look` are for the desk only.
    """

    id = serializers.CharField()
    claim = serializers.CharField()
    rating = VerdictRatingOutput()
    summary = serializers.CharField(allow_blank=True)
    rationale = serializers.CharField(allow_blank=True, help_text="Markdown")
    state = serializers.ChoiceField(State.choices)
    evidence = EvidenceOutput(many=True)
    author = PersonOutput(allow_null=True)
    edited_by = PersonOutput(allow_null=True)
    edited_at = serializers.DateTimeField(allow_null=True)
    submitted_by = PersonOutput(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    returned_by = PersonOutput(allow_null=True)
    returned_at = serializers.DateTimeField(allow_null=True)
    return_reason = serializers.CharField(allow_null=True)
    published_by = PersonOutput(allow_null=True)
    published_at = serializers.DateTimeField(allow_null=True)
    notice = serializers.CharField(allow_null=True)
    four_eyes = serializers.BooleanField(allow_null=True)
    superseded_at = serializers.DateTimeField(allow_null=True)
    retracted_by = PersonOutput(allow_null=True)
    retracted_at = serializers.DateTimeField(allow_null=True)
    retraction_reason = serializers.CharField(allow_null=True)
    needs_fresh_look = serializers.BooleanField(
        allow_null=True, help_text="The article has changed the claim's words"
    )
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()
