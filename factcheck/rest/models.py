"""What the manners remember: acts that must not be done twice, and how often somebody came."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction

# How long an answer is kept, and after how long an act that never ended may be done by another.
KEPT = timedelta(hours=24)
GIVEN_UP_AFTER = timedelta(seconds=60)
SWEEP = 100


def sweep(over: "models.QuerySet[Any]", age: str) -> None:
    """Delete the oldest of these rows, some at a time, leaving those that others are deleting."""
    with transaction.atomic():
        rows = over.order_by(age).select_for_update(skip_locked=True)
        over.model.objects.filter(pk__in=[row.pk for row in rows.only("pk")[:SWEEP]]).delete()


class IdempotentAct(models.Model):
    """
    A POST that named an Idempotency-Key.

    Reserved while it is being done (`status` empty), then kept with its answer. `reservation`
    changes whenever somebody takes it over, so that only the last one stores an answer.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    # Of path and body: the same key with another is a mistake of the client's.
    fingerprint = models.CharField(max_length=64)
    reservation = models.CharField(max_length=32)
    reserved_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    # Empty where the answer held a secret: that it was done is known, what it said is not.
    body = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="rest_idempotentact_once_per_key")
        ]
        indexes = [models.Index(fields=["reserved_at"], name="rest_idempotentact_by_age")]

    def __str__(self) -> str:
        return f"{self.key} of user {self.user_id}"

    @classmethod
    @transaction.atomic
    def reserve(
        cls, *, user: Any, key: str, fingerprint: str, at: datetime
    ) -> tuple["IdempotentAct | None", bool]:
        """
        The act of this key, and whether it is the caller's to do now.

        None if it was given back at this very moment. Opportunity to forget what is old.
        """
        sweep(cls.objects.filter(reserved_at__lt=at - KEPT), "reserved_at")
        mine = {
            "fingerprint": fingerprint,
            "reservation": secrets.token_hex(16),
            "reserved_at": at,
            "status": None,
            "headers": {},
            "body": None,
        }
        fresh: Any = cls(user=user, key=key, **mine)
        cls.objects.bulk_create([fresh], ignore_conflicts=True)
        act = cls.objects.filter(user=user, key=key).first()
        if act is None or act.reservation == mine["reservation"]:
            return act, act is not None
        if not act._may_be_taken_over(fingerprint, at):
            return act, False
        ours = cls.objects.filter(pk=act.pk, reservation=act.reservation).update(**mine)
        act.refresh_from_db()
        return act, bool(ours)

    def _may_be_taken_over(self, fingerprint: str, at: datetime) -> bool:
        if self.reserved_at < at - KEPT:
            return True
        given_up = self.status is None and self.reserved_at < at - GIVEN_UP_AFTER
        return given_up and self.fingerprint == fingerprint

    def keep(self, *, status: int, headers: Mapping[str, str], body: bytes | None) -> bool:
        """Keep the answer; False if somebody has taken the act over meanwhile."""
        return bool(self._still_ours().update(status=status, headers=dict(headers), body=body))

    def free(self) -> None:
        """Give the key back: the act failed and may be tried again."""
        self._still_ours().delete()

    def _still_ours(self) -> "models.QuerySet[IdempotentAct]":
        return IdempotentAct.objects.filter(pk=self.pk, reservation=self.reservation)


class RateWindow(models.Model):
    """How often one caller came within one stretch of time."""

    # Rate and caller: an address only as a keyed hash of it.
    caller = models.CharField(max_length=80)
    ends_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["caller", "ends_at"], name="rest_ratewindow_once_per_caller"
            )
        ]
        indexes = [models.Index(fields=["ends_at"], name="rest_ratewindow_by_end")]

    def __str__(self) -> str:
        return f"{self.caller}: {self.count}"
