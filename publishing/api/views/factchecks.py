"""/api/v1/factchecks/: what stands, as documents."""

from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.record.document import KEYS
from factcheck.rest.fields import only_fields
from factcheck.rest.renderers import JSONRenderer
from publishing.api.filters import FactCheckFilters
from publishing.api.instants import AS_OF, AS_OF_PARAMETER, sequence_asked
from publishing.api.outputs import DocumentOutput
from publishing.api.pages import page_of
from publishing.api.renderers import ClaimReviewRenderer
from publishing.api.tagged import RecordReading
from publishing.desk import desk_of
from publishing.formats.claimreview import claim_review
from publishing.record import id_in, joined, parsed, refuse, shown
from publishing.release import release


class FactCheckViewSet(RecordReading):
    """Published fact checks, newest first: each the document of its standing version."""

    output_class = DocumentOutput
    filterset_class = FactCheckFilters
    orderings = {"published_at": ("place",)}
    default_ordering = "-published_at"
    other_problems = (404, 410, 451)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = self.tag_of_ledger(request)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        periods = shown(sequence_asked(request.query_params)).values("place", "document__body")
        rows = self.paginate_queryset(self.filter_queryset(periods)) or []
        bodies = joined([row["document__body"] for row in rows])
        body, links = page_of(self.paginator, bodies)
        return self.answer(request, body, tag, **links)

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
        sequence = sequence_asked(request.query_params)
        fact_check = id_in(self.kwargs["id"])
        period = shown(sequence).filter(fact_check__public_id=fact_check)
        digest = period.values_list("document__digest", flat=True).first()
        if digest is None:
            raise refuse(fact_check, sequence)
        is_review = request.accepted_renderer.format == ClaimReviewRenderer.format
        desk = desk_of(request)
        tag = self.tag(request, digest, *((desk, release()) if is_review else ()))
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        body = period.values_list("document__body", flat=True).first()
        if body is None:
            raise refuse(fact_check, sequence)
        if is_review:
            review = only_fields(claim_review(parsed(body), desk), request)
            return Response(review, headers={"ETag": tag})
        return self.answer(request, bytes(body), tag)

    def known_parameters(self, request: Request) -> frozenset[str]:
        known = super().known_parameters(request)
        return known | {AS_OF} if self.detail else known

    def known_fields(self) -> tuple[str, ...]:
        return KEYS
