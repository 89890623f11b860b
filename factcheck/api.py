"""/api/v1/: every resource of the API, and its reference."""

from typing import Any

from django.urls import include, path, re_path
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from claims.api.renderers import SvgRenderer
from claims.api.views import (
    ArticleViewSet,
    ClaimViewSet,
    CompareViewSet,
    QuantitiesViewSet,
    QuestionViewSet,
    RatingViewSet,
    VerdictViewSet,
)
from factcheck.rest.conditional import READS, ConditionalMixin
from factcheck.rest.error_pages import unknown_path
from factcheck.rest.fields import only_fields
from factcheck.rest.query import OF_WRITES, StrictQueryMixin
from factcheck.rest.renderers import JSONRenderer
from publishing.api.urls import register as register_record
from publishing.api.urls import urlpatterns as record_urls
from search.api.views import CheckViewSet, MatchViewSet
from sources.api.views import SourceViewSet

# Bumped with each change that a client can notice; CHANGELOG.md says what it was.
API_LEVEL = 2

router = SimpleRouter()
router.register("sources", SourceViewSet, basename="sources")
router.register("articles", ArticleViewSet, basename="articles")
router.register("claims", ClaimViewSet, basename="claims")
router.register("questions", QuestionViewSet, basename="questions")
router.register("verdicts", VerdictViewSet, basename="verdicts")
router.register("ratings", RatingViewSet, basename="ratings")
router.register("quantities", QuantitiesViewSet, basename="quantities")
router.register("compare", CompareViewSet, basename="compare")
router.register("match", MatchViewSet, basename="match")
router.register("check", CheckViewSet, basename="check")
register_record(router)


chart = QuestionViewSet.as_view(
    {"get": "chart"},
    basename="questions",
    detail=True,
    renderer_classes=[SvgRenderer, JSONRenderer],
    extra_parameters=frozenset({"width"}),
)


class ApiRoot(StrictQueryMixin, ConditionalMixin, APIView):
    """The resources of this API, its level and its reference."""

    permission_classes = [AllowAny]

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        resources = {
            prefix: reverse(f"v1:{basename}-list", request=request)
            for prefix, _, basename in router.registry
        }
        reference = {name: reverse(f"v1:{name}", request=request) for name in ("schema", "docs")}
        root = {"api_level": API_LEVEL, "resources": resources, **reference}
        return Response(only_fields(root, request))


class ReferenceManners(StrictQueryMixin, ConditionalMixin):
    """The API's manners for what describes it; whatever is no reading of it is answered in JSON."""

    def known_parameters(self, request: Request) -> frozenset[str]:
        return OF_WRITES | self.extra_parameters

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        if request.method not in READS or response.exception:
            request.accepted_renderer = JSONRenderer()
            request.accepted_media_type = JSONRenderer.media_type
        return super().finalize_response(request, response, *args, **kwargs)


class Schema(ReferenceManners, SpectacularAPIView):
    """The OpenAPI document, as YAML and as JSON."""


class Docs(ReferenceManners, SpectacularSwaggerSplitView):
    """The reference in a browser, without anything from elsewhere."""

    # Under which the page asks for its own script.
    extra_parameters = frozenset({"script"})
    template_name = "factcheck/docs.html"
    url_name = "v1:schema"


urlpatterns: list[Any] = [
    path("", ApiRoot.as_view(), name="root"),
    path("", include(router.urls)),
    path("questions/<str:id>/chart.svg", chart, name="questions-chart"),
    *record_urls,
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", Docs.as_view(), name="docs"),
    re_path("", unknown_path),
]
