"""/api/v1/articles/"""

from typing import Any

from accounts.record_viewset import RecordViewSet
from claims.api.article_rows import COLUMNS, WITH_LATEST_TEXT, article_rows
from claims.api.filters import ArticleFilters
from claims.api.inputs import ArticleInput
from claims.api.outputs import ArticleOutput
from claims.models import Article


class ArticleViewSet(RecordViewSet):
    """Published texts under review. Readers get the text only where it may be public."""

    model = Article
    columns = COLUMNS
    add = Article.add
    serializer_class = ArticleInput
    output_class = ArticleOutput
    filterset_class = ArticleFilters
    orderings = {
        "created_at": ("created_at", "public_id"),
        "published_at": ("published_at", "public_id"),
        "headline": ("headline", "public_id"),
    }
    present = staticmethod(article_rows)

    @classmethod
    def values_of(cls, queryset: Any, *, desk: bool) -> Any:
        return queryset.annotate(**WITH_LATEST_TEXT).values(*cls.columns)
