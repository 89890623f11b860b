"""What a client sends to have figures read and compared."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import APIException

from claims.api.claim_inputs import QuantityInput
from claims.quantities import Quantity, read_quantities
from claims.quantities.hedges import Hedge
from claims.quantities.intervals import interval
from factcheck.rest.inputs import Input

LONGEST = 20_000


class TextTooLong(APIException):
    """413: more text than is read at once."""

    status_code = 413
    default_code = "too_large"
    default_detail = f"A text has at most {LONGEST:,} characters."


class LimitedTextField(serializers.CharField):
    """A text of at most 20,000 characters, kept as it is. Raises TextTooLong."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, allow_blank=True, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        if len(text) > LONGEST:
            raise TextTooLong
        return text


class TextInput(Input):
    """A text whose figures are wanted."""

    text = LimitedTextField(help_text="At most 20,000 characters")


@extend_schema_field({"oneOf": [{"type": "string"}, {"type": "object"}]})
class FigureField(serializers.Field[Any, Any, Any, Any]):
    """A text with exactly one figure, or a figure as answers show it."""

    def to_internal_value(self, data: Any) -> Quantity:
        if isinstance(data, str):
            return self._only_figure_in(LimitedTextField().run_validation(data))
        if not isinstance(data, dict):
            raise serializers.ValidationError("Send a text with one figure, or a figure.")
        serializer = QuantityInput(data=data)
        serializer.is_valid(raise_exception=True)
        return _figure(serializer.validated_data)

    def to_representation(self, value: Any) -> Any:
        return value

    @staticmethod
    def _only_figure_in(text: str) -> Quantity:
        found = read_quantities(text)
        if len(found) == 1:
            return found[0]
        raise serializers.ValidationError(
            f"This text holds {len(found) or 'no'} figure{'s' if len(found) != 1 else ''}; "
            "send one with exactly one.",
            code="not_one_figure",
        )


def _figure(said: dict[str, Any]) -> Quantity:
    """The figure that these fields describe; a value alone entails its interval."""
    figure: dict[str, Any] = {"text": "", "start": 0, "end": 0, "low": None, "high": None}
    figure |= {"value": None, "comparator": "=", "kind": "count"} | said
    figure = {name: value for name, value in figure.items() if name in Quantity.__slots__}
    if figure["value"] is None and figure["comparator"] in ("=", "~", "<", "<=", ">", ">="):
        raise serializers.ValidationError({"value": "A figure needs a value, or is a range."})
    if figure["value"] is not None and not said.keys() & {"low", "high"}:
        entailed = interval(figure["value"], Hedge(figure["comparator"]), figure["kind"])
        for name in ("low", "high", "low_open", "high_open"):
            figure[name] = getattr(entailed, name)
    low, high = figure["low"], figure["high"]
    if low is not None and high is not None and low > high:
        raise serializers.ValidationError({"low": "The least is more than the most."})
    return Quantity(**figure)


class CompareInput(Input):
    """Two figures, and whether they answer one question (same measure, place and time)."""

    a = FigureField()
    b = FigureField()
    same_question = serializers.BooleanField(required=False, default=True)
