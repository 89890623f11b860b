"""The shapes of claims in answers."""

from rest_framework import serializers

from claims.api.figure_outputs import QuantityOutput
from claims.api.people import PersonOutput
from claims.api.question_outputs import AnsweredQuestionOutput
from claims.api.verdict_outputs import VerdictOutput
from claims.models import AnchorState, Attribution
from claims.models.status import CloseReason, Work
from factcheck.rest.outputs import Shape
from sources.api.outputs import BriefSourceOutput, NamedSourceOutput


class AttributionOutput(Shape):
    """Who stands where on a claim."""

    id = serializers.CharField()
    source = NamedSourceOutput()  # type: ignore[assignment]
    stance = serializers.ChoiceField(Attribution.Stance.choices)
    via = NamedSourceOutput(allow_null=True)
    at = serializers.DateField(allow_null=True)


class ClaimArticleOutput(Shape):
    """The article in which a claim stands."""

    id = serializers.CharField()
    headline = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    language = serializers.CharField()
    published_at = serializers.DateField(allow_null=True)
    publisher = BriefSourceOutput(allow_null=True)
    revision = serializers.IntegerField()


class ClosedOutput(Shape):
    """How a claim left the queue."""

    at = serializers.DateTimeField()
    by = PersonOutput()
    reason = serializers.ChoiceField(CloseReason.choices)


class AnchorOutput(Shape):
    """
    Where a claim's words stand in the latest revision; lost ones have no span and no quote.

    Similarities compare them with those that the claim stood on, from 0 to 1; 1 once an editor has
    decided.
    """

    state = serializers.ChoiceField(AnchorState.choices)
    revision = serializers.IntegerField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    quote = serializers.CharField(allow_null=True)
    quote_similarity = serializers.FloatField()
    context_similarity = serializers.FloatField()
    reasons = serializers.ListField(
        child=serializers.CharField(), help_text="Why an editor must look"
    )


class ClaimOutput(Shape):
    """A checkable statement. `work` to `version` are for the desk only, null to readers."""

    id = serializers.CharField()
    statement = serializers.CharField()
    quote = serializers.CharField()
    prefix = serializers.CharField(allow_blank=True)
    suffix = serializers.CharField(allow_blank=True)
    start = serializers.IntegerField(help_text="Code points from the start of the revision")
    end = serializers.IntegerField(help_text="Code points, exclusive")
    article = ClaimArticleOutput()
    attributions = AttributionOutput(many=True)
    claimant = NamedSourceOutput(allow_null=True)
    quantities = QuantityOutput(many=True)
    question = AnsweredQuestionOutput(allow_null=True)
    repeats = serializers.CharField(allow_null=True)
    verification_status = serializers.CharField(
        help_text="The standing verdict's rating, or unchecked, drafting, in_review, retracted, "
        "closed"
    )
    verdict = VerdictOutput(allow_null=True)
    work = serializers.ChoiceField(Work.choices, allow_null=True)
    note = serializers.CharField(allow_null=True)
    assignee = PersonOutput(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    closed = ClosedOutput(allow_null=True)
    author = PersonOutput(allow_null=True)
    anchor = AnchorOutput(allow_null=True)
    version = serializers.IntegerField(allow_null=True)
    created_at = serializers.DateTimeField()
