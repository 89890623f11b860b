"""The views, one kind of record per file."""

from claims.api.views.articles import ArticleViewSet
from claims.api.views.claims import ClaimViewSet
from claims.api.views.figures import CompareViewSet, QuantitiesViewSet
from claims.api.views.questions import QuestionViewSet
from claims.api.views.ratings import RatingViewSet
from claims.api.views.verdicts import VerdictViewSet

__all__ = [
    "ArticleViewSet",
    "ClaimViewSet",
    "CompareViewSet",
    "QuantitiesViewSet",
    "QuestionViewSet",
    "RatingViewSet",
    "VerdictViewSet",
]
