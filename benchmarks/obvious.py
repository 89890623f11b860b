"""
A list of claims written the obvious way, to measure ours against.

A ModelViewSet with nested ModelSerializers, everything prefetched, django-filter and page numbers,
as their guides show it. This module is also a URLconf: it serves the product beside its peer.
"""

from django.urls import include, path
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import pagination, permissions, serializers, viewsets
from rest_framework.routers import SimpleRouter

from claims.models import Article, Attribution, Claim, Evidence, Quantity, Question, Rating, Verdict
from factcheck.api import urlpatterns as product
from sources.models import Source


class SourceSerializer(serializers.ModelSerializer):
    class Meta:
        model = Source
        fields = ["public_id", "name", "slug", "kind", "country"]


class ArticleSerializer(serializers.ModelSerializer):
    publisher = SourceSerializer()

    class Meta:
        model = Article
        fields = ["public_id", "headline", "url", "language", "published_at", "publisher"]


class QuestionSerializer(serializers.ModelSerializer):
    class Meta:
        model = Question
        fields = ["public_id", "slug", "text", "unit"]


class RatingSerializer(serializers.ModelSerializer):
    class Meta:
        model = Rating
        fields = ["slug", "name", "definition", "value", "colour"]


class AttributionSerializer(serializers.ModelSerializer):
    source = SourceSerializer()
    via = SourceSerializer()

    class Meta:
        model = Attribution
        fields = ["public_id", "source", "stance", "via", "at"]


class QuantitySerializer(serializers.ModelSerializer):
    class Meta:
        model = Quantity
        fields = [
            "public_id", "text", "start", "end", "value", "low", "high", "low_open", "high_open",
            "comparator", "unit", "unit_implied", "kind", "statistic", "role", "is_answer",
        ]  # fmt: skip


class EvidenceSerializer(serializers.ModelSerializer):
    source = SourceSerializer()

    class Meta:
        model = Evidence
        fields = [
            "public_id", "source", "stance", "url", "title", "excerpt", "archived_url",
            "retrieved_at", "record", "protected",
        ]  # fmt: skip


class VerdictSerializer(serializers.ModelSerializer):
    rating = RatingSerializer()
    evidence = EvidenceSerializer(many=True)

    class Meta:
        model = Verdict
        fields = [
            "public_id", "rating", "summary", "rationale", "state", "evidence", "published_at",
            "notice", "version", "created_at",
        ]  # fmt: skip


class ClaimSerializer(serializers.ModelSerializer):
    article = ArticleSerializer()
    attributions = AttributionSerializer(many=True)
    quantities = QuantitySerializer(many=True)
    question = QuestionSerializer()
    verdicts = VerdictSerializer(many=True)

    class Meta:
        model = Claim
        fields = [
            "public_id", "statement", "quote", "prefix", "suffix", "start", "end", "article",
            "attributions", "quantities", "question", "verification_status", "verdicts", "version",
            "created_at",
        ]  # fmt: skip


class Pages(pagination.PageNumberPagination):
    page_size = 50


class ObviousClaims(viewsets.ModelViewSet):
    serializer_class = ClaimSerializer
    pagination_class = Pages
    permission_classes = [permissions.AllowAny]
    authentication_classes = []
    throttle_classes = []
    filter_backends = [DjangoFilterBackend]
    filterset_fields = ["article", "question", "verification_status", "attributions__source"]
    queryset = (
        Claim.objects.published()
        .select_related("article__publisher", "question")
        .prefetch_related(
            "attributions__source", "attributions__via", "quantities", "verdicts__rating",
            "verdicts__evidence__source",
        )
        .order_by("-created_at")
    )  # fmt: skip


router = SimpleRouter()
router.register("obvious", ObviousClaims, basename="obvious")
urlpatterns = [path("api/v1/", include((product, "v1"))), path("", include(router.urls))]
