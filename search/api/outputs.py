"""The shapes of what was found, for the OpenAPI document; a test holds the answers to them."""

from rest_framework import serializers

from claims.api.comparison_outputs import PositionRatingOutput, RelationOutput
from claims.api.figure_outputs import FigureOutput
from claims.api.question_outputs import NamedQuestionOutput
from factcheck.rest.outputs import Shape
from sources.api.outputs import BriefSourceOutput


class FoundCheckOutput(Shape):
    """A published check, in short; `factchecks/{id}/` is its document."""

    id = serializers.CharField()
    path = serializers.CharField()
    statement = serializers.CharField()
    quote = serializers.CharField()
    rating = PositionRatingOutput()
    summary = serializers.CharField()
    published_at = serializers.DateTimeField()
    language = serializers.CharField()
    question = NamedQuestionOutput(allow_null=True)


class FoundFigureOutput(RelationOutput):
    """A figure on record beside one of the text."""

    ours = FigureOutput()
    theirs = FigureOutput()
    factcheck = serializers.CharField(help_text="The check that ours is of, by id")


class ReasonsOutput(Shape):
    """What a check and the text have in common."""

    words = serializers.ListField(child=serializers.CharField(), help_text="Stems that both have")
    figures = FoundFigureOutput(many=True)
    same_claimant = BriefSourceOutput(many=True)
    same_question = serializers.BooleanField()


class MatchOutput(Shape):
    """A check that may be of the same claim."""

    factcheck = FoundCheckOutput()
    score = serializers.FloatField(help_text="Relevance; only the order means something")
    share = serializers.FloatField(help_text="How much of the statement the text has, 0 to 1")
    reasons = ReasonsOutput()


class PublisherOutput(Shape):
    """Another desk, as it names itself."""

    name = serializers.CharField()
    site = serializers.CharField(help_text="Its host")


class ImportedReviewOutput(Shape):
    """Another desk's check, in its words."""

    id = serializers.CharField()
    url = serializers.CharField(help_text="Where it is published")
    claim = serializers.CharField()
    title = serializers.CharField(allow_null=True)
    label = serializers.CharField(  # type: ignore[assignment]
        allow_null=True, help_text="What that desk calls its finding"
    )
    rating = PositionRatingOutput(
        allow_null=True, help_text="What the label means on our scale; null: unknown"
    )
    publisher = PublisherOutput()
    claimant = serializers.CharField(allow_null=True)
    reviewed_on = serializers.DateField(allow_null=True)
    language = serializers.CharField(allow_null=True)


class ElsewhereOutput(Shape):
    """Another desk's check that may be of the same claim: theirs, never ours."""

    review = ImportedReviewOutput()
    score = serializers.FloatField(help_text="Relevance, among theirs alone")
    share = serializers.FloatField(help_text="How much of their claim the text has, 0 to 1")
    words = serializers.ListField(child=serializers.CharField(), help_text="Stems that both have")


class MatchesOutput(Shape):
    """Published checks of the same claim, best first."""

    results = MatchOutput(many=True)
    margin = serializers.FloatField(
        allow_null=True, help_text="The first score over the second; near 1 they are alike"
    )
    repaired = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="Words no check has, and those they were taken for",
    )
    imported = ElsewhereOutput(many=True, help_text="Other desks' checks, best first")


class SpanOutput(Shape):
    """A sentence of the draft, in code points, and what is on record about it."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    quote = serializers.CharField()
    matches = MatchOutput(many=True)
    figures = FoundFigureOutput(many=True)
    imported = ElsewhereOutput(many=True, help_text="Other desks' checks that it repeats")


class CheckedOutput(Shape):
    """The sentences of a draft about which something is on record."""

    spans = SpanOutput(many=True)
