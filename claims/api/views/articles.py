"""/api/v1/articles/"""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import RecordViewSet
from claims.api.article_inputs import ArticleInput, RevisionInput
from claims.api.article_outputs import ArticleOutput, RevisedOutput, RevisionOutput
from claims.api.article_rows import COLUMNS, WITH_LATEST_TEXT, article_rows
from claims.api.filters import ArticleFilters
from claims.api.revision_rows import (
    REVISION_COLUMNS,
    REVISION_ORDERINGS,
    revised_row,
    revision_rows,
)
from claims.api.suggestion_inputs import DismissInput
from claims.api.suggestion_outputs import DismissedOutput, SuggestionsOutput
from claims.api.suggestion_rows import suggestions_in
from claims.models import Article, Dismissal
from factcheck.annotation_protocol.terms import service_link
from factcheck.rest.fields import only_fields
from factcheck.rest.paging import absolute


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

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        answer = super().retrieve(request, *args, **kwargs)
        answer["Link"] = service_link(absolute(request, reverse("annotations")))
        return answer

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

    @action(
        detail=True,
        serializer_class=RevisionInput,
        output_class=RevisionOutput,
        filterset_class=None,
        orderings=REVISION_ORDERINGS,
        default_ordering="-number",
        needs_match=False,
    )
    def revisions(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Every text that the article has had, latest first; to readers only if it is public."""
        revisions = self._article().revisions.for_reader(request.user)
        page = self.paginate_queryset(revisions.values(*REVISION_COLUMNS))
        rows = revision_rows(list(page or []), desk=self.sees_desk(request))
        return self.get_paginated_response(only_fields(rows, request))

    @extend_schema(responses={201: RevisedOutput})
    @revisions.mapping.post
    def revise(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Keep a new version of the text, and say what became of each claim's words."""
        serializer = RevisionInput(data=request.data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        revised = self._article().revise(by=request.user, **serializer.validated_data)
        return Response(revised_row(revised), status=status.HTTP_201_CREATED)

    def _article(self) -> Article:
        return get_object_or_404(self.get_queryset(), self._named())
