"""/api/v1/articles/"""

from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import RecordViewSet
from claims.api.article_rows import COLUMNS, WITH_LATEST_TEXT, article_rows
from claims.api.filters import ArticleFilters
from claims.api.inputs import ArticleInput
from claims.api.outputs import ArticleOutput
from claims.api.suggestion_inputs import DismissInput
from claims.api.suggestion_outputs import DismissedOutput, SuggestionsOutput
from claims.api.suggestion_rows import suggestions_in
from claims.models import Article, Dismissal
from factcheck.rest.fields import only_fields


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

    @action(detail=True, output_class=SuggestionsOutput, serializer_class=None)
    def suggestions(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The article's sentences that are worth checking, best first, with who says them."""
        return Response(only_fields(suggestions_in(self._article()), request))

    @action(
        detail=True,
        methods=["post"],
        url_path="suggestions/dismiss",
        serializer_class=DismissInput,
        output_class=DismissedOutput,
        needs_match=False,
        makes_nothing=True,
    )
    def dismiss(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Suggest a sentence no more, in this revision and in those to come."""
        article = self._article()
        serializer = DismissInput(data=request.data, context={"text": article.text})
        serializer.is_valid(raise_exception=True)
        quote = serializer.validated_data["quote"]
        Dismissal.note(article, by=request.user, quote=quote)
        return Response({"quote": quote})

    def _article(self) -> Article:
        return get_object_or_404(self.get_queryset(), self._named())
