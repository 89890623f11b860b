"""The shapes of answers about figures: read from a text, compared, side by side on a question."""

from rest_framework import serializers

from claims.api.figure_outputs import FigureOutput
from claims.api.question_outputs import NamedQuestionOutput
from claims.models import Attribution
from factcheck.rest.outputs import Shape
from sources.api.outputs import NamedSourceOutput


class QuantitiesOutput(Shape):
    """The figures of a text, in their order."""

    quantities = FigureOutput(many=True)


class RelationOutput(Shape):
    """How two figures relate."""

    relation = serializers.ChoiceField(
        [(each, each) for each in ("same", "compatible", "disjoint", "incomparable")]
    )
    ratio = serializers.CharField(
        allow_null=True,
        help_text="Larger over smaller, of figures that cannot both be true",
    )
    ratio_is_bound = serializers.BooleanField(help_text="The ratio is more than that")
    reason = serializers.CharField()


class ComparedOutput(RelationOutput):
    """Two figures as they were read, and how they relate."""

    a = FigureOutput()
    b = FigureOutput()


class PositionArticleOutput(Shape):
    """Where a claim stands, in short."""

    id = serializers.CharField()
    headline = serializers.CharField()


class PositionRatingOutput(Shape):
    """A rating by its name."""

    slug = serializers.CharField()
    name = serializers.CharField()


class PositionClaimOutput(Shape):
    """A claim that answers a question, in short."""

    id = serializers.CharField()
    statement = serializers.CharField()
    quote = serializers.CharField()
    verification_status = serializers.CharField()
    article = PositionArticleOutput()


class StandOutput(Shape):
    """Who stands where."""

    source = NamedSourceOutput()  # type: ignore[assignment]
    stance = serializers.ChoiceField(Attribution.Stance.choices)
    via = NamedSourceOutput(allow_null=True)
    at = serializers.DateField(allow_null=True)


class PositionVerdictOutput(Shape):
    """What the desk found of a position."""

    id = serializers.CharField()
    rating = PositionRatingOutput()
    summary = serializers.CharField()


class PositionOutput(Shape):
    """One answer to a question, by whom, and what the desk found."""

    claim = PositionClaimOutput()
    attributions = StandOutput(many=True)
    quantity = FigureOutput(allow_null=True)
    verdict = PositionVerdictOutput(allow_null=True)


class PairOutput(RelationOutput):
    """Two positions, by their claims' ids, and how they relate."""

    a = serializers.CharField()
    b = serializers.CharField()


class RelatedOutput(Shape):
    """A narrower question, which is not compared with the wider one, and why."""

    question = NamedQuestionOutput()
    positions = PositionOutput(many=True)
    reason = serializers.CharField()


class ComparisonOutput(Shape):
    """The figures on one question side by side. `groups` lists claims that can all be true."""

    question = NamedQuestionOutput()
    unit = serializers.CharField(allow_null=True)
    positions = PositionOutput(many=True)
    without_figure = PositionOutput(many=True)
    denials = StandOutput(many=True)
    groups = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))
    pairs = PairOutput(many=True)
    spread = PairOutput(allow_null=True, help_text="The pair furthest apart")
    independent_sources = serializers.IntegerField()
    related = RelatedOutput(many=True)
