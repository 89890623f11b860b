"""The shapes of figures in answers."""

from rest_framework import serializers

from claims.models import Quantity
from claims.quantities import COMPARATORS, KINDS
from factcheck.rest.outputs import Shape


class FigureOutput(Shape):
    """A figure: its words, and the interval that they entail. Decimals are strings."""

    text = serializers.CharField()
    start = serializers.IntegerField(
        allow_null=True, help_text="Code points of the text read; null where an editor added it"
    )
    end = serializers.IntegerField(allow_null=True)
    value = serializers.CharField(
        allow_null=True, help_text="The number stated; null for ranges, orders and vague amounts"
    )
    low = serializers.CharField(allow_null=True, help_text="Null: no bound")
    high = serializers.CharField(allow_null=True, help_text="Null: no bound")
    low_open = serializers.BooleanField()
    high_open = serializers.BooleanField()
    comparator = serializers.ChoiceField([(each, each) for each in COMPARATORS])
    unit = serializers.CharField(allow_null=True)
    unit_implied = serializers.BooleanField()
    kind = serializers.ChoiceField([(each, each) for each in KINDS])
    statistic = serializers.CharField(allow_null=True, help_text="mean")
    role = serializers.CharField(allow_null=True, help_text="from or to, of a change")


class QuantityOutput(FigureOutput):
    """A figure of a claim; `start` and `end` are code points of its quote."""

    id = serializers.CharField()
    is_answer = serializers.BooleanField(help_text="The claim's position on its question")
    state = serializers.ChoiceField(
        Quantity.State.choices, allow_null=True, help_text="For the desk only"
    )
