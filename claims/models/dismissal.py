"""Dismissal: a suggested sentence that an editor does not want to see again."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from accounts.access import require
from accounts.scopes import Scope
from claims.models.article import Article
from factcheck.records.clock import moment


def digest_of(quote: str) -> str:
    """What a sentence is known by in every revision: its words, whatever white space is between."""
    return sha256(" ".join(quote.split()).encode()).hexdigest()


class Dismissal(models.Model):
    """A sentence of an article that is suggested no more, in whichever revision it stands."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="dismissals")
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="claims_dismissal_once_per_sentence", fields=["article", "digest"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.article}, {self.digest[:8]}"

    @classmethod
    @transaction.atomic
    def note(
        cls, article: Article, *, by: Any, quote: str, at: datetime | None = None
    ) -> "Dismissal":
        """
        Suggest this sentence of the article no more; once is enough.

        Raises ValidationError on `quote` where there are no words, NotAllowed.
        """
        require(by, Scope.CLAIMS_WRITE)
        if not quote.strip():
            raise ValidationError({"quote": "Say which sentence: its words, or start and end."})
        made = {"created_by": by, "created_at": moment(at)}
        found, _ = cls.objects.get_or_create(
            article=article, digest=digest_of(quote), defaults=made
        )
        return found
