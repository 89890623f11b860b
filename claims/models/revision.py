"""ArticleRevision: a text that an article has had."""

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from accounts.access import may
from accounts.scopes import Scope
from claims.anchoring import normalise


class ArticleRevisionQuerySet(models.QuerySet["ArticleRevision"]):
    """The texts that articles have had."""

    def for_reader(self, user: Any) -> Self:
        """What this user may see: the desk every text, everyone else those that are public."""
        return self if may(user, Scope.READ) else self.filter(article__text_is_public=True)


class ArticleRevisionManager(models.Manager.from_queryset(ArticleRevisionQuerySet)):  # type: ignore[misc]
    """Finds a revision by its article and number, for fixtures."""

    def get_by_natural_key(self, article: str, number: int) -> "ArticleRevision":
        return self.get(article__public_id=article, number=number)


class ArticleRevision(models.Model):
    """A text that the article had, normalised to NFC and LF once and never changed again."""

    article = models.ForeignKey(
        "claims.Article", on_delete=models.CASCADE, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    text = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ArticleRevisionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="claims_revision_number_once_per_article", fields=["article", "number"]
            ),
            models.CheckConstraint(
                name="claims_revision_text_not_blank",
                condition=~Q(text=""),
                violation_error_message="An article needs a text.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}, revision {self.number}"

    def natural_key(self) -> tuple[str, int]:
        return self.article.public_id, self.number

    natural_key.dependencies = ["claims.article"]  # type: ignore[attr-defined]

    @classmethod
    def keep(cls, article: Any, text: str, *, by: Any, at: datetime) -> "ArticleRevision":
        """Store the article's next text. Raises ValidationError on `text`."""
        number = article.revisions.count() + 1
        return cls.objects.create(
            article=article, number=number, text=checked_text(text), created_by=by, created_at=at
        )


def checked_text(text: str) -> str:
    """The text as it is kept. Raises ValidationError where it is empty or holds no valid text."""
    try:
        kept = normalise(text)
    except ValueError as error:
        raise ValidationError({"text": str(error)}) from error
    if not kept.strip():
        raise ValidationError({"text": "The text is empty."})
    return kept
