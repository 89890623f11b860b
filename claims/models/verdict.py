"""Verdict: an editor's finding on a claim, from draft to published and beyond."""

from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.claim import Claim
from claims.models.rating import Rating
from claims.models.verdict_queries import VerdictManager
from claims.models.verdict_verbs import VerdictVerbs
from factcheck.records.record import Record


class State(models.TextChoices):
    """Where a verdict is in its life. Superseded and retracted are final."""

    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "In review"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"
    RETRACTED = "retracted", "Retracted"


WAS_SUBMITTED = (State.SUBMITTED, State.PUBLISHED, State.SUPERSEDED, State.RETRACTED)
WAS_PUBLISHED = (State.PUBLISHED, State.SUPERSEDED, State.RETRACTED)


def _person() -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )


def _together(at: str, by: str) -> Any:
    """A date and the person it belongs to travel together."""
    return Q(**{f"{at}__isnull": True, f"{by}__isnull": True}) | Q(
        **{f"{at}__isnull": False, f"{by}__isnull": False}
    )


def _exactly_in(states: tuple[str, ...], at: str) -> Any:
    """The date is there in these states and in no other."""
    return Q(state__in=states, **{f"{at}__isnull": False}) | (
        ~Q(state__in=states) & Q(**{f"{at}__isnull": True})
    )


class Verdict(VerdictVerbs, Record):
    """A rating of a claim, why, and what it rests on. State and dates move only by the verbs."""

    State = State

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="verdicts")
    summary = models.CharField(
        max_length=500,
        blank=True,
        help_text="The finding in one or two sentences, for readers. Needed for review.",
    )
    rationale = models.TextField(
        blank=True, help_text="How you got there, in Markdown. Readers see it below the summary."
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)

    # Who last changed what it says, evidence included: four eyes go by this.
    edited_at = models.DateTimeField(editable=False)
    edited_by = _person()
    submitted_at = models.DateTimeField(null=True, editable=False)
    submitted_by = _person()
    returned_at = models.DateTimeField(null=True, editable=False)
    returned_by = _person()
    return_reason = models.TextField(blank=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = _person()
    notice = models.TextField(blank=True, editable=False)
    four_eyes = models.BooleanField(null=True, editable=False)
    superseded_at = models.DateTimeField(null=True, editable=False)
    retracted_at = models.DateTimeField(null=True, editable=False)
    retracted_by = _person()
    retraction_reason = models.TextField(blank=True, editable=False)

    objects = VerdictManager()
    fixed = MappingProxyType({"claim": "A verdict stays on its claim. Draft another one there."})

    class Meta:
        indexes = [
            models.Index(fields=["created_at", "public_id"], name="claims_verdict_by_creation"),
            models.Index(
                fields=["published_at", "public_id"],
                name="claims_verdict_by_publication",
            ),
            models.Index(
                fields=["state", "created_at", "public_id"],
                name="claims_verdict_by_state",
            ),
            models.Index(
                fields=["state", "published_at", "public_id"],
                name="claims_verdict_by_state_shown",
            ),
            models.Index(
                fields=["rating", "created_at", "public_id"],
                name="claims_verdict_by_rating",
            ),
            models.Index(
                fields=["rating", "published_at", "public_id"],
                name="claims_verdict_by_rating_shown",
            ),
            models.Index(
                fields=["created_by", "created_at", "public_id"],
                name="claims_verdict_by_author",
            ),
            models.Index(
                fields=["created_by", "published_at", "public_id"],
                name="claims_verdict_by_author_shown",
            ),
            models.Index(fields=["created_by", "state"], name="claims_verdict_by_drafter"),
            models.Index(fields=["state", "submitted_at", "id"], name="claims_verdict_in_turn"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="claims_verdict_one_standing_per_claim",
                fields=["claim"],
                condition=Q(state=State.PUBLISHED),
                violation_error_message="This claim already has a published verdict.",
            ),
            models.UniqueConstraint(
                name="claims_verdict_one_in_work_per_claim",
                fields=["claim"],
                condition=Q(state__in=[State.DRAFT, State.SUBMITTED]),
                violation_error_message="A verdict on this claim is being written already.",
            ),
            models.CheckConstraint(
                name="claims_verdict_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="claims_verdict_edited_at_with_edited_by",
                condition=Q(edited_by__isnull=False),
            ),
            models.CheckConstraint(
                name="claims_verdict_submitted_at_with_submitted_by",
                condition=_together("submitted_at", "submitted_by"),
            ),
            models.CheckConstraint(
                name="claims_verdict_submitted_at_when_submitted",
                condition=_exactly_in(WAS_SUBMITTED, "submitted_at"),
            ),
            models.CheckConstraint(
                name="claims_verdict_returned_at_with_returned_by",
                condition=_together("returned_at", "returned_by"),
            ),
            models.CheckConstraint(
                name="claims_verdict_published_at_with_published_by",
                condition=_together("published_at", "published_by"),
            ),
            models.CheckConstraint(
                name="claims_verdict_published_at_when_published",
                condition=_exactly_in(WAS_PUBLISHED, "published_at"),
            ),
            models.CheckConstraint(
                name="claims_verdict_published_after_submission",
                condition=Q(published_at__isnull=True) | Q(published_at__gte=F("submitted_at")),
                violation_error_message="It cannot be published before it was sent to review.",
            ),
            models.CheckConstraint(
                name="claims_verdict_four_eyes_when_published",
                condition=Q(published_at__isnull=True, four_eyes__isnull=True)
                | Q(published_at__isnull=False, four_eyes__isnull=False),
            ),
            models.CheckConstraint(
                name="claims_verdict_superseded_at_when_superseded",
                condition=_exactly_in((State.SUPERSEDED,), "superseded_at"),
            ),
            models.CheckConstraint(
                name="claims_verdict_retracted_at_with_retracted_by",
                condition=_together("retracted_at", "retracted_by"),
            ),
            models.CheckConstraint(
                name="claims_verdict_retracted_with_a_reason",
                condition=Q(state=State.RETRACTED, retracted_at__isnull=False)
                & ~Q(retraction_reason="")
                | ~Q(state=State.RETRACTED) & Q(retracted_at__isnull=True, retraction_reason=""),
            ),
            models.CheckConstraint(
                name="claims_verdict_ended_after_publication",
                condition=(Q(superseded_at__isnull=True) | Q(superseded_at__gte=F("published_at")))
                & (Q(retracted_at__isnull=True) | Q(retracted_at__gte=F("published_at"))),
                violation_error_message="It cannot end before it was published.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating}: {self.claim}"

    @property
    def is_standing(self) -> bool:
        return self.state == State.PUBLISHED
