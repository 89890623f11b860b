"""ImportedReview: another desk's check of a claim, in its own words and clearly not ours."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Count, Q

from accounts.access import require
from accounts.scopes import Scope
from claims.models import Rating
from factcheck.index.finding import found
from factcheck.records.clock import moment
from factcheck.records.record import Record, RecordManager
from factcheck.records.refusals import Refused
from publishing.reviews import limits
from publishing.reviews.addresses import LONGEST as LONGEST_ADDRESS
from publishing.reviews.labels import LONGEST_KEY

# At so many addresses of one site the same claim is taken for a page’s template.
TEMPLATE_FROM = 5


def digest_of(*parts: str) -> str:
    """What texts are known by; a text of any length has one."""
    return sha256("\0".join(parts).encode()).hexdigest()


class ImportedReviewQuerySet(models.QuerySet["ImportedReview"]):
    """What is asked of other desks’ checks."""

    def matching(self, search: str) -> Self:
        """Those in whose claim and title a search finds its words."""
        return self.filter(found("reviews", search))

    def shown(self) -> Self:
        """Those that readers are shown: all but what looks like a page’s template."""
        return self.exclude(template=ImportedReview.Template.SUSPECTED)

    def for_readers(self) -> Self:
        """With what an answer says of them, and without the items as they came."""
        return self.select_related("rating").defer("raw", "notes", "appearances")

    def suspect_templates(self, claims: Iterable[str]) -> None:
        """Flag these claims (by digest) where one site has them at many addresses."""
        repeated = (
            self.filter(claim_digest__in=list(claims))
            .values_list("site", "claim_digest")
            .annotate(addresses=Count("url", distinct=True))
            .filter(addresses__gte=TEMPLATE_FROM)
            .order_by()
        )
        for site, digest, _ in list(repeated):
            same = self.filter(site=site, claim_digest=digest)
            state = ImportedReview.Template.SUSPECTED
            if same.filter(template=ImportedReview.Template.CLEARED).exists():
                state = ImportedReview.Template.CLEARED
            same.filter(template="").update(template=state)


class ImportedReviewManager(RecordManager.from_queryset(ImportedReviewQuerySet)):  # type: ignore[misc]
    """Other desks’ checks."""


class ImportedReview(Record):
    """
    A ClaimReview of another desk, known by its address, its claim and its organisation.

    Its words stay as they came, in `raw` entirely. Only `rating` is ours: what the label means on
    our scale, by the table of labels; null where nobody has said so.
    """

    class Template(models.TextChoices):
        NO = "", "No"
        SUSPECTED = "suspected", "Suspected"
        CLEARED = "cleared", "Looked at: no template"

    identity = models.CharField(max_length=64, unique=True, editable=False)
    url = models.URLField("address", max_length=LONGEST_ADDRESS)
    claim = models.TextField()
    claim_digest = models.CharField(max_length=64, editable=False)
    organisation = models.CharField(max_length=limits.LONGEST_NAME)
    organisation_url = models.URLField(
        "organisation’s address", max_length=LONGEST_ADDRESS, blank=True
    )
    site = models.CharField(max_length=253)
    title = models.CharField(max_length=limits.LONGEST_NAME, blank=True)
    language = models.CharField(max_length=35, blank=True)
    label = models.CharField(max_length=limits.LONGEST_LABEL, blank=True)
    label_key = models.CharField(max_length=LONGEST_KEY, blank=True, editable=False)
    rating = models.ForeignKey(
        Rating,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="on our scale",
        editable=False,
    )
    rating_value = models.CharField(max_length=limits.LONGEST_NUMBER, blank=True)
    best_rating = models.CharField(max_length=limits.LONGEST_NUMBER, blank=True)
    worst_rating = models.CharField(max_length=limits.LONGEST_NUMBER, blank=True)
    review_date = models.CharField(
        "review’s date", max_length=limits.LONGEST_DATE, blank=True, help_text="As written there."
    )
    reviewed_on = models.DateField(null=True, blank=True)
    claimant = models.CharField(max_length=limits.LONGEST_NAME, blank=True)
    claim_date = models.CharField(
        "claim’s date", max_length=limits.LONGEST_DATE, blank=True, help_text="As written there."
    )
    claimed_on = models.DateField(null=True, blank=True)
    appearances = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    raw = models.JSONField("item as it came", default=dict, blank=True)
    template = models.CharField(max_length=10, choices=Template, blank=True, editable=False)
    last_changed_at = models.DateTimeField(null=True, editable=False)

    objects = ImportedReviewManager()

    class Meta:
        verbose_name = "other desk’s check"
        verbose_name_plural = "other desks’ checks"
        indexes = [
            models.Index(fields=["reviewed_on", "id"], name="publishing_review_by_day"),
            models.Index(fields=["site", "label_key"], name="publishing_review_by_label"),
            models.Index(fields=["claim_digest", "site"], name="publishing_review_by_claim"),
        ]
        constraints = [
            models.CheckConstraint(
                name="publishing_review_says_what_and_whose",
                condition=~Q(claim="") & ~Q(organisation="") & ~Q(site=""),
            ),
            models.CheckConstraint(
                name="publishing_review_is_on_the_web",
                condition=Q(url__startswith="https://") | Q(url__startswith="http://"),
            ),
            models.CheckConstraint(
                name="publishing_review_template_known",
                condition=Q(template__in=["", "suspected", "cleared"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.claim}"

    @transaction.atomic
    def clear(self, *, by: Any, at: datetime | None = None) -> int:
        """
        Show this claim again, at all of its addresses: it is no template. Says how many they are.

        Raises Refused where it is not suspected, NotAllowed, Stale.
        """
        require(by, Scope.VERDICTS_PUBLISH)
        if self.template != self.Template.SUSPECTED:
            raise Refused("Nobody takes it for a template.", code="no_template")
        self._write({"template": self.Template.CLEARED}, by=by, at=moment(at))
        others = type(self).objects.filter(site=self.site, claim_digest=self.claim_digest)
        return 1 + others.exclude(pk=self.pk).update(template=self.Template.CLEARED)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete it; another import may bring it back. Raises NotAllowed, Stale."""
        require(by, Scope.VERDICTS_PUBLISH)
        self._remove(by=by, at=moment(at))
