"""The shapes of suggestions in answers, for the OpenAPI document."""

from rest_framework import serializers

from claims.api.figure_outputs import FigureOutput
from claims.models import Attribution
from factcheck.rest.outputs import Shape
from sources.api.outputs import BriefSourceOutput


class ProposedAttributionOutput(Shape):
    """Who seems to stand where on a sentence."""

    name = serializers.CharField(help_text="As the article names them")
    stance = serializers.ChoiceField(Attribution.Stance.choices)
    source = BriefSourceOutput(  # type: ignore[assignment]
        allow_null=True, help_text="The source of this name or alias, if there is one"
    )


class SuggestionOutput(Shape):
    """A sentence worth checking. Its figures' offsets are code points of the quote."""

    start = serializers.IntegerField(help_text="Code points from the start of the revision")
    end = serializers.IntegerField(help_text="Code points, exclusive")
    quote = serializers.CharField()
    figures = FigureOutput(many=True)
    speaker = serializers.CharField(
        allow_null=True, help_text="Who seems to say it; null for the article's own words"
    )
    stance = serializers.ChoiceField(Attribution.Stance.choices)
    source = BriefSourceOutput(  # type: ignore[assignment]
        allow_null=True, help_text="The speaker, where we know one of this name or alias"
    )
    attributions = ProposedAttributionOutput(many=True)
    reasons = serializers.ListField(child=serializers.CharField())


class SuggestionsOutput(Shape):
    """Best first: neither sentences marked already nor dismissed ones."""

    revision = serializers.IntegerField()
    results = SuggestionOutput(many=True)
    truncated = serializers.BooleanField(help_text="There are more than are listed")


class DismissedOutput(Shape):
    """The sentence that is suggested no more."""

    quote = serializers.CharField()
