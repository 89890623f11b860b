"""/api/v1/factchecks/: what stands, as documents."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.record.document import KEYS
from claims.record.ledger import parsed
from factcheck.rest.fields import only_fields
from factcheck.rest.renderers import JSONRenderer
from publishing.api.answers.factchecks import ORDERINGS, document_shown, fact_check, fact_checks
from publishing.api.filters import FactCheckFilters
from publishing.api.instants import AS_OF, AS_OF_PARAMETER
from publishing.api.outputs import DocumentOutput
from publishing.api.renderers import ClaimReviewRenderer
from publishing.api.tagged import RecordReading
from publishing.desk import desk_of
from publishing.formats.claimreview import claim_review
from publishing.release import release


class FactCheckViewSet(RecordReading):
    """Published fact checks, newest first: each the document of its standing version."""

    output_class = DocumentOutput
    filterset_class = FactCheckFilters
    orderings = dict(ORDERINGS.columns)
    default_ordering = ORDERINGS.usual
    other_problems = (404, 410, 451)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.give(request, fact_checks(self.asked(request)))

    def get_renderers(self) -> Any:
        """One fact check can be had as ClaimReview, too."""
        renderers = super().get_renderers()
        return [*renderers, ClaimReviewRenderer()] if self.detail else renderers

    @extend_schema(
        parameters=[AS_OF_PARAMETER],
        responses={
            (200, JSONRenderer.media_type): DocumentOutput,
            (200, ClaimReviewRenderer.media_type): OpenApiTypes.OBJECT,
        },
    )
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.accepted_renderer.format == ClaimReviewRenderer.format:
            return self._claim_review(request)
        return self.give(request, fact_check(self.asked(request), self.kwargs["id"]))

    def _claim_review(self, request: Request) -> HttpResponse:
        asked, desk = self.asked(request), desk_of(request)
        digest, body = document_shown(asked, self.kwargs["id"])
        tag = asked.tag(digest, desk, release())
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        review = only_fields(claim_review(parsed(body), desk), request)
        return Response(review, headers={"ETag": tag})

    def known_parameters(self, request: Request) -> frozenset[str]:
        known = super().known_parameters(request)
        return known | {AS_OF} if self.detail else known

    def known_fields(self) -> tuple[str, ...]:
        return KEYS
