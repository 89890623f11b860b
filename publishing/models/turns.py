"""
Turns: how several workers deliver to many receivers, each receiver's rows in order.

A turn is a lease on one subscription: whoever holds it delivers, and writes down each outcome only
while it still does. A worker that dies keeps its turn until the lease ends, and the next one goes
on from the same row.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from claims.record import ledger
from publishing.models.delivery import Delivery
from publishing.webhooks.events import Event
from publishing.webhooks.retrying import MOST_ATTEMPTS, retry_after, wait_after
from publishing.webhooks.sending import Outcome

# Longer than any attempt takes, so that a turn ends only with its worker.
LEASE = timedelta(seconds=30)


class Turns(models.QuerySet[Any]):
    """Whose turn it is."""

    def due(self, at: datetime) -> Self:
        """Those with something to be told now, whom nobody is telling."""
        behind = Q(disabled_at__isnull=True, cursor__lt=ledger.head().sequence)
        waited = Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=at)
        free = Q(leased_until__isnull=True) | Q(leased_until__lte=at)
        return self.filter((behind & waited) | Q(test_requested_at__isnull=False), free)

    @transaction.atomic
    def take_turn(self, at: datetime) -> Any:
        """The one that has waited longest, leased to whoever asks; None if none is due."""
        waiting = self.due(at).order_by(F("leased_until").asc(nulls_first=True), "pk")
        # Two workers at once take different rows; on SQLite the transaction itself takes turns.
        free = waiting.select_for_update(skip_locked=True).values_list("pk", flat=True)[:1]
        key = next(iter(free), None)
        if key is None:
            return None
        lease = secrets.token_hex(16)
        self.filter(pk=key).update(lease=lease, leased_until=at + LEASE)
        return self.held(lease)

    def held(self, lease: str) -> Any:
        """The subscription of this turn as it is now; None if the turn is over."""
        return self.select_related("rating", "source").filter(lease=lease).first()


class TurnTaking(models.Model):
    """How far a subscription has been told, and what a worker does with it in its turn."""

    # The ledger's last row that is done with: delivered, or not for this subscription.
    cursor = models.PositiveBigIntegerField(default=0, editable=False)
    test_requested_at = models.DateTimeField(null=True, editable=False)
    # How often the next row has failed, and when it is tried again.
    failures = models.PositiveSmallIntegerField(default=0, editable=False)
    next_attempt_at = models.DateTimeField(null=True, editable=False)
    # Whoever delivers holds it until then, or until it lets go.
    lease = models.CharField(max_length=32, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    _disable: Any

    def keep_turn(self, at: datetime) -> bool:
        """Lease it for another attempt; False if the turn is over."""
        return bool(self._in_turn().update(leased_until=at + LEASE))

    def end_turn(self, at: datetime) -> None:
        """Let go, and stand behind all others that wait."""
        self._in_turn().update(lease="", leased_until=at)

    def pass_over(self, sequence: int) -> bool:
        """Rows up to this one are not for it; False if the turn is over."""
        return bool(self._in_turn().filter(cursor=self.cursor).update(cursor=sequence))

    @transaction.atomic
    def note(self, event: Event, outcome: Outcome, *, at: datetime) -> bool:
        """
        Write down an attempt and what follows: the next row, another attempt, or giving up.

        `at` is when it began; the wait for another is counted from its end. False if the turn is
        over: somebody has moved the cursor or deleted it meanwhile.
        """
        row: Any = type(self)._base_manager.select_for_update().filter(pk=self.pk).first()
        if row is None:
            return False
        still_ours = row.lease == self.lease and row.cursor == self.cursor
        is_test = event.sequence is None
        ended_at = at + outcome.took
        wait = None
        if is_test:
            row._in_turn().filter(test_requested_at=self.test_requested_at).update(
                test_requested_at=None
            )
        elif still_ours and outcome.was_taken:
            row._in_turn().update(cursor=event.sequence, failures=0, next_attempt_at=None)
        elif still_ours:
            wait = row._after_failure(outcome, at=ended_at)
        Delivery.objects.create(
            subscription=row,
            sequence=event.sequence,
            event=event.type,
            message=event.message,
            attempt=1 if is_test else self.failures + 1,
            at=at,
            request_headers=outcome.request_headers,
            request_digest=sha256(event.body).hexdigest(),
            status=outcome.status,
            response_headers=outcome.headers,
            response_start=outcome.start,
            milliseconds=outcome.milliseconds,
            error=outcome.error,
            next_attempt_at=None if wait is None else ended_at + wait,
        )
        return still_ours

    def _after_failure(self, outcome: Outcome, *, at: datetime) -> timedelta | None:
        """Wait for the next attempt, or give up; how long."""
        attempt = self.failures + 1
        asked = retry_after(outcome.headers.get("retry-after"), at=at)
        wait = None if outcome.is_gone else wait_after(attempt, asked=asked)
        self._in_turn().update(
            failures=attempt, next_attempt_at=None if wait is None else at + wait
        )
        if wait is None:
            self._disable(_why_given_up(self, outcome), by=None, at=at, gave_up=True)
        return wait

    def _start_afresh(self) -> None:
        """Whatever failed is forgotten, and whoever is in the middle of it has lost the turn."""
        type(self)._base_manager.filter(pk=self.pk).update(
            failures=0, next_attempt_at=None, lease="", leased_until=None
        )
        self.refresh_from_db(fields=["failures", "next_attempt_at", "lease", "leased_until"])

    def _in_turn(self) -> models.QuerySet["TurnTaking"]:
        return type(self)._base_manager.filter(pk=self.pk, lease=self.lease)


def _why_given_up(subscription: Any, outcome: Outcome) -> str:
    if outcome.is_gone:
        return "The receiver answered 410: it wants no more."
    return f"{MOST_ATTEMPTS} attempts at row {subscription.cursor + 1} failed. {outcome.words}"
