"""Article: a published text under review. Its text lives in immutable revisions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.access import require, require_author
from accounts.scopes import Scope
from claims.models.article_address import Addressed, AddressedQuerySet
from claims.models.revising import Report, follow
from claims.models.revision import ArticleRevision, checked_text
from factcheck.index.finding import found
from factcheck.index.relevance import best_first
from factcheck.records.change import Change, Difference
from factcheck.records.clock import moment
from factcheck.records.record import RecordManager
from factcheck.records.refusals import Refused
from sources.models import Source

LANGUAGE_TAG = RegexValidator(
    r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", "A language tag (BCP 47), as in en, uk or pt-BR."
)


class ArticleQuerySet(AddressedQuerySet):
    """What the newsroom asks about articles."""

    def matching(self, search: str, *, desk: bool) -> Self:
        """Articles in whose headline, or for the desk text too, a search finds its words."""
        return self.filter(found("articles", search, columns=() if desk else ("headline",)))

    def best_first(self, searches: Sequence[str], *, desk: bool) -> Self:
        """Those in which a search finds its words, with `relevance` to order them by."""
        columns = () if desk else ("headline",)
        return best_first(self, "articles", searches, columns=columns)

    def in_language(self, *tags: str) -> Self:
        """Articles in one of these languages (BCP 47), whatever the case of the tags."""
        return self.alias(tag=Lower("language")).filter(tag__in=[tag.lower() for tag in tags])

    def with_publisher(self) -> Self:
        """Load each article's publisher with it."""
        return self.select_related("publisher")


class ArticleManager(RecordManager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    """Articles."""


# Names in indexes, and the columns that lists of articles go by.
ORDERS = {"crea": "created_at", "date": "published_at", "head": "headline"}


def _indexes_in(name: str, order: str) -> list[models.Index]:
    """What readers see, an outlet's and a language's articles, each in this order."""
    columns = [order, "public_id"]
    return [
        models.Index(
            fields=columns,
            name=f"claims_article_public_by_{name}",
            condition=Q(public_since__isnull=False),
        ),
        models.Index(fields=["publisher", *columns], name=f"claims_article_by_outlet_{name}"),
        models.Index(Lower("language"), *columns, name=f"claims_article_by_tongue_{name}"),
    ]


class Article(Addressed):
    """A published text under review."""

    headline = models.CharField(max_length=300)
    publisher = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        help_text="The outlet, which is a source like any other.",
    )
    language = models.CharField(
        max_length=35,
        default="en",
        validators=[LANGUAGE_TAG],
        help_text="The text's language: en, uk, pt-BR.",
    )
    published_at = models.DateField(
        "published on", null=True, blank=True, help_text="The date that the article itself gives."
    )
    text_is_public = models.BooleanField(
        "readers may see the text",
        default=False,
        help_text="Only where the text is our own or licensed. Otherwise readers get quotes.",
    )
    public_since = models.DateTimeField(null=True, editable=False)

    objects = ArticleManager()

    class Meta:
        indexes = [
            # Each ends in an order of the lists, so that none is sorted: decision 0019.
            models.Index(fields=["created_at", "public_id"], name="claims_article_by_creation"),
            models.Index(fields=["published_at", "public_id"], name="claims_article_by_date"),
            models.Index(fields=["headline", "public_id"], name="claims_article_by_headline"),
            models.Index(
                fields=["text_is_public", "created_at", "public_id"],
                name="claims_article_by_openness",
            ),
            *(index for name, order in ORDERS.items() for index in _indexes_in(name, order)),
        ]
        constraints = [
            *Addressed.Meta.constraints,
            models.CheckConstraint(
                name="claims_article_headline_not_blank",
                condition=~Q(headline=""),
                violation_error_message="An article needs a headline.",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @classmethod
    @transaction.atomic
    def add(cls, *, by: Any, text: str, at: datetime | None = None, **fields: Any) -> "Article":
        """A new article with its first revision. Raises ValidationError by field, NotAllowed."""
        require(by, Scope.ARTICLES_WRITE)
        at = moment(at)
        article = cls(**fields)._insert(by=by, at=at)
        ArticleRevision.keep(article, text, by=by, at=at)
        return article

    @transaction.atomic
    def edit(
        self, *, by: Any, at: datetime | None = None, text: str | None = None, **fields: Any
    ) -> None:
        """Change what is known about the article. Raises ValidationError, Stale, Refused."""
        require(by, Scope.ARTICLES_WRITE)
        if text is not None and checked_text(text) != self.text:
            raise Refused(
                "An article's text is not overwritten: claims stand on its words. Add this one as "
                "a new version of the text (in the API, POST it to the article's revisions/), "
                "which says what becomes of each claim.",
                code="text_is_kept",
            )
        self._edit(fields, by=by, at=moment(at))

    @transaction.atomic
    def revise(self, text: str, *, by: Any, at: datetime | None = None) -> "Revised":
        """
        Keep a new version of the text beside the earlier ones, and look for each claim's words.

        Raises ValidationError on `text`, NotAllowed, Refused for the text that is here already,
        Stale if somebody has saved since the article was read.
        """
        require(by, Scope.ARTICLES_WRITE)
        at, kept = moment(at), checked_text(text)
        # In this order, as verbs on claims may come to lock their article.
        list(self.claims.select_for_update(no_key=True).order_by("pk").values("pk"))
        self.take_turn()
        before = self.latest_revision
        if kept == before.text:
            raise Refused(
                "This is the text that is here already, so there is nothing to compare.",
                code="same_text",
            )
        revision = ArticleRevision.keep(self, kept, by=by, at=at)
        self._swap({})
        Change.note(self, [Difference("revision", before.number, revision.number)], by=by, at=at)
        return Revised(revision, follow(self, revision, by=by, at=at))

    def take_turn(self) -> None:
        """
        One act at a time on the article's text; within a transaction.

        Row locks serve PostgreSQL; SQLite takes turns anyway.
        """
        rows = type(self).objects.filter(pk=self.pk)
        list(rows.select_for_update(no_key=True).values("pk"))

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete an article without claims. Raises ProtectedError, NotAllowed, Stale."""
        require(by, Scope.ARTICLES_WRITE)
        require_author(by, self)
        self._remove(by=by, at=moment(at))

    @property
    def latest_revision(self) -> ArticleRevision:
        return self.revisions.order_by("-number")[0]

    @property
    def text(self) -> str:
        """The latest revision's text."""
        return self.latest_revision.text


class Revised(NamedTuple):
    """A new revision, and what became of each claim of the article."""

    revision: ArticleRevision
    reports: list[Report]
