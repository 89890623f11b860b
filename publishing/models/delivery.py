"""Delivery: one attempt to hand an event to a receiver, as it went."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from factcheck.records.public_id import PublicIdField
from publishing.webhooks.sending import Outcome

# How long the log is kept.
KEPT = timedelta(days=30)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """What the log is asked."""

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def worn_out(self, at: datetime) -> Self:
        """What nobody looks at any more."""
        return self.filter(at__lt=at - KEPT)


class Delivery(models.Model):
    """
    One attempt: what was sent, what came back and how long it took.

    `sequence` is the ledger's row, empty for a test. Attempts at one event share its `message`,
    the `webhook-id` by which receivers know what they have already. `next_attempt_at` is empty
    where there will be none.
    """

    public_id = PublicIdField()
    subscription = models.ForeignKey(
        "publishing.Subscription", on_delete=models.CASCADE, related_name="deliveries"
    )
    sequence = models.PositiveBigIntegerField(null=True)
    event = models.CharField(max_length=40)
    message = models.CharField(max_length=80)
    attempt = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    request_headers = models.JSONField()
    request_digest = models.CharField(max_length=64, help_text="SHA-256 of the body.")
    status = models.PositiveSmallIntegerField(null=True)
    response_headers = models.JSONField(default=dict)
    response_start = models.TextField(blank=True)
    milliseconds = models.PositiveIntegerField()
    error = models.TextField(blank=True)
    next_attempt_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        indexes = [
            models.Index(
                fields=["subscription", "at", "public_id"], name="publishing_delivery_log"
            ),
            models.Index(fields=["at"], name="publishing_delivery_by_time"),
        ]
        constraints = [
            models.CheckConstraint(
                name="publishing_delivery_answered_or_failed",
                condition=Q(status__isnull=False, error="")
                | (Q(status__isnull=True) & ~Q(error="")),
            ),
            models.CheckConstraint(
                name="publishing_delivery_counts_from_one", condition=Q(attempt__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message}, attempt {self.attempt}"

    @property
    def was_taken(self) -> bool:
        return Outcome({}, 0, status=self.status).was_taken
