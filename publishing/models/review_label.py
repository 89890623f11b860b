"""ReviewLabel: what another desk's word for its finding means on our scale."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from accounts.access import require
from accounts.scopes import Scope
from claims.models import Rating
from factcheck.records.clock import moment
from factcheck.records.record import Record, RecordManager
from publishing.models.imported_review import ImportedReview
from publishing.reviews.addresses import absolute, host_of
from publishing.reviews.labels import LONGEST_KEY, RATING_BY_LABEL, key_of


class ReviewLabel(Record):
    """
    One line of the table: at this site, or anywhere, this label means this rating.

    A site’s own line goes before one for every site, and that before the words that are known
    everywhere (`publishing.reviews.labels`). Without a rating a label is unknown on purpose.
    """

    site = models.CharField(
        max_length=253,
        blank=True,
        help_text="The publisher’s host, as in checks.example. Empty: wherever it stands.",
    )
    label = models.CharField(
        max_length=LONGEST_KEY,
        help_text="As the publisher writes it; capitals and signs around it make no difference.",
    )
    key = models.CharField(max_length=LONGEST_KEY, editable=False)
    rating = models.ForeignKey(
        Rating,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="What it means on our scale. Empty: nothing there, so it stays unknown.",
    )

    objects = RecordManager()

    class Meta:
        verbose_name = "label of other desks"
        verbose_name_plural = "labels of other desks"
        constraints = [
            models.UniqueConstraint(
                name="publishing_label_once_per_site",
                fields=["site", "key"],
                violation_error_message="There is a line for this label already.",
            ),
            models.CheckConstraint(
                name="publishing_label_not_blank",
                condition=~Q(key=""),
                violation_error_message="A label has letters or digits.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.site or 'anywhere'})"

    def clean(self) -> None:
        """A site is a host, also where an address was pasted; the key follows from the label."""
        if self.site.strip():
            host = host_of(absolute(f"//{self.site.strip().rpartition('//')[2]}"))
            if not host:
                raise ValidationError({"site": "A host, as in checks.example."})
            self.site = host
        self.key = key_of(self.label)
        if not self.key:
            raise ValidationError({"label": "A label has letters or digits."})

    @classmethod
    @transaction.atomic
    def add(cls, *, by: Any, at: datetime | None = None, **fields: Any) -> "ReviewLabel":
        """A new line; reviews follow it at once. Raises ValidationError by field, NotAllowed."""
        require(by, Scope.VERDICTS_PUBLISH)
        label = cls(**fields)
        label.key = key_of(label.label)
        label._insert(by=by, at=moment(at))
        _settle(label.site, label.key)
        return label

    @transaction.atomic
    def edit(self, *, by: Any, at: datetime | None = None, **fields: Any) -> None:
        """Change the named fields; reviews follow. Raises ValidationError, NotAllowed, Stale."""
        require(by, Scope.VERDICTS_PUBLISH)
        before = self.site, self.key
        given = {**fields, "key": key_of(fields.get("label", self.label))}
        self._write(given, by=by, at=moment(at))
        for site, key in {before, (self.site, self.key)}:
            _settle(site, key)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete the line; reviews follow what is left. Raises NotAllowed, Stale."""
        require(by, Scope.VERDICTS_PUBLISH)
        self._remove(by=by, at=moment(at))
        _settle(self.site, self.key)


class Readings:
    """The whole table, read once: what labels mean now."""

    def __init__(self) -> None:
        lines = ReviewLabel.objects.values_list("site", "key", "rating_id")
        self.lines = {(site, key): rating for site, key, rating in lines}
        self.scale = dict(Rating.objects.values_list("slug", "pk"))
        self.slugs = {key: slug for slug, key in self.scale.items()}

    def of(self, site: str, key: str) -> int | None:
        """The rating’s key in the database; None for an unknown label."""
        for place in (site, ""):
            if (place, key) in self.lines:
                return self.lines[place, key]
        return self.scale.get(RATING_BY_LABEL.get(key, ""))


def _settle(site: str, key: str) -> None:
    """Have the reviews with this label say what it means now; the label’s history says who."""
    readings = Readings()
    reviews = ImportedReview.objects.filter(label_key=key)
    if site:
        reviews = reviews.filter(site=site)
    for each in list(reviews.order_by().values_list("site", flat=True).distinct()):
        reviews.filter(site=each).update(rating=readings.of(each, key))
