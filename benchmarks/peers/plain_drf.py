"""
Plain DRF: nested ModelSerializers, everything prefetched, django-filter, page numbers.

A view, its URLs and its WSGI application, on the stock middleware of a new Django project. It reads
the newsroom's own tables; a published fact check is a standing verdict.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.peers.plain_settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from django_filters.rest_framework import DjangoFilterBackend  # noqa: E402
from rest_framework import filters, pagination, permissions, serializers, viewsets  # noqa: E402
from rest_framework.routers import SimpleRouter  # noqa: E402

from benchmarks.obvious import (  # noqa: E402
    ArticleSerializer,
    AttributionSerializer,
    EvidenceSerializer,
    ObviousClaims,
    QuantitySerializer,
    QuestionSerializer,
    RatingSerializer,
)
from claims.models import Claim, Verdict  # noqa: E402


class ClaimSerializer(serializers.ModelSerializer):
    article = ArticleSerializer()
    attributions = AttributionSerializer(many=True)
    quantities = QuantitySerializer(many=True)
    question = QuestionSerializer()

    class Meta:
        model = Claim
        fields = [
            "public_id", "statement", "quote", "prefix", "suffix", "start", "end", "article",
            "attributions", "quantities", "question",
        ]  # fmt: skip


class FactCheckSerializer(serializers.ModelSerializer):
    claim = ClaimSerializer()
    rating = RatingSerializer()
    evidence = EvidenceSerializer(many=True)

    class Meta:
        model = Verdict
        fields = ["claim", "rating", "summary", "rationale", "published_at", "notice", "evidence"]


class Pages(pagination.PageNumberPagination):
    page_size = 50


class FactChecks(viewsets.ReadOnlyModelViewSet):
    serializer_class = FactCheckSerializer
    pagination_class = Pages
    permission_classes = [permissions.AllowAny]
    authentication_classes = []
    throttle_classes = []
    filter_backends = [DjangoFilterBackend, filters.SearchFilter, filters.OrderingFilter]
    filterset_fields = {
        "rating__slug": ["exact"],
        "claim__article__public_id": ["exact"],
        "claim__attributions__source__public_id": ["exact"],
    }
    search_fields = ["claim__statement", "claim__quote", "summary"]
    ordering_fields = ["published_at", "claim__start"]
    ordering = ["-published_at"]
    lookup_field = "claim__public_id"
    lookup_url_kwarg = "id"
    queryset = (
        Verdict.objects.standing()
        .select_related("rating", "claim__article__publisher", "claim__question")
        .prefetch_related(
            "claim__attributions__source", "claim__attributions__via", "claim__quantities",
            "evidence__source",
        )
    )  # fmt: skip


class DeskClaims(ObviousClaims):
    """What the desk sees: those that nobody has published yet, too."""

    queryset = (
        Claim.objects.select_related("article__publisher", "question")
        .prefetch_related(
            "attributions__source", "attributions__via", "quantities", "verdicts__rating",
            "verdicts__evidence__source",
        )
        .order_by("-created_at")
    )  # fmt: skip


router = SimpleRouter()
router.register("factchecks", FactChecks, basename="factchecks")
router.register("claims", DeskClaims, basename="claims")
urlpatterns = router.urls
