"""/api/v1/questions/"""

from base64 import b64encode
from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import RecordViewSet
from claims.api.comparison_outputs import ComparisonOutput
from claims.api.comparison_rows import comparison
from claims.api.filters import QuestionFilters
from claims.api.question_inputs import QuestionInput
from claims.api.question_outputs import QuestionOutput
from claims.api.question_rows import COLUMNS, question_rows
from claims.api.renderers import SvgRenderer
from claims.chart import STYLE, chart_of
from claims.disagreement import disagreement_on
from claims.models import Question
from factcheck.rest.exceptions import QueryError
from factcheck.rest.fields import only_fields
from factcheck.rest.turns import single

_STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
# Its own style element, and nothing else, wherever the picture is shown.
CHART_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'"

NARROWEST, USUAL, WIDEST = 320, 900, 2000
WIDTH = "width"
WIDTH_PARAMETER = OpenApiParameter(
    WIDTH,
    {"type": "integer", "minimum": NARROWEST, "maximum": WIDEST, "default": USUAL},
    description="Of the picture, in pixels.",
)


class QuestionViewSet(RecordViewSet):
    """What is in dispute, with its unit and its scope in place and time."""

    model = Question
    columns = COLUMNS
    slugs = True
    add = Question.add
    serializer_class = QuestionInput
    output_class = QuestionOutput
    filterset_class = QuestionFilters
    present = staticmethod(question_rows)

    @action(detail=True, output_class=ComparisonOutput, filterset_class=None)
    def comparison(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The figures side by side: who says what, and which can both be true."""
        found = disagreement_on(self._question(), reader=request.user)
        return Response(only_fields(comparison(found), request))

    @extend_schema(
        parameters=[WIDTH_PARAMETER], responses={(200, SvgRenderer.media_type): OpenApiTypes.STR}
    )
    def chart(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """The same as a picture (SVG), `width` 320 to 2000 pixels wide."""
        found = disagreement_on(self._question(), reader=request.user)
        picture = chart_of(found, width=_width(request))
        response = HttpResponse(picture, content_type="image/svg+xml; charset=utf-8")
        response["Content-Security-Policy"] = CHART_POLICY
        return response

    # A file's name, so its route has no slash at the end: factcheck.api mounts it.
    chart.url_path = "chart.svg"  # type: ignore[attr-defined]

    def _question(self) -> Question:
        return get_object_or_404(self.get_queryset(), self._named())


def _width(request: Request) -> int:
    text = single(request.query_params, WIDTH)
    if text is None:
        return USUAL
    is_number = text.isascii() and text.isdigit() and len(text) < 5
    if not is_number or not NARROWEST <= int(text) <= WIDEST:
        raise QueryError({WIDTH: f"A whole number from {NARROWEST} to {WIDEST}."})
    return int(text)
