"""/api/v1/quantities/ and /api/v1/compare/: figures of anybody's text; nothing of it is kept."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import TabledViewSet
from claims.api.comparison_outputs import ComparedOutput, QuantitiesOutput
from claims.api.comparison_rows import relation_row
from claims.api.figure_inputs import CompareInput, TextInput
from claims.comparison import compare
from claims.quantities import read_quantities


class QuantitiesViewSet(TabledViewSet):
    """Reads the figures of a text: “nowhere near 3,000” is less than 3,000."""

    serializer_class = TextInput
    output_class = QuantitiesOutput
    makes_nothing = True

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        serializer = TextInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        figures = read_quantities(serializer.validated_data["text"])
        return Response({"quantities": [figure.as_figure() for figure in figures]})


class CompareViewSet(TabledViewSet):
    """Says how two figures relate: same, compatible, disjoint or incomparable, and why."""

    serializer_class = CompareInput
    output_class = ComparedOutput
    makes_nothing = True

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        serializer = CompareInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        relation = compare(asked["a"], asked["b"], same_question=asked["same_question"])
        figures = {name: asked[name].as_figure() for name in ("a", "b")}
        return Response(figures | relation_row(relation))
