"""Subscription: who is told of what is published, how far they have been told, and how it goes."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from accounts.access import may, require
from accounts.scopes import Scope
from claims.models import Rating
from claims.models.published_version import Kind
from claims.record import ledger
from factcheck.outgoing import Forbidden, destination_of
from factcheck.records.clock import moment
from factcheck.records.record import Record, RecordManager
from factcheck.records.refusals import Missing, Refused
from publishing.models.turns import Turns, TurnTaking
from publishing.webhooks.signing import SEED_LENGTH, new_seed, secret_of
from sources.models import Source


class SubscriptionQuerySet(Turns):
    """What is asked of subscriptions."""

    def for_reader(self, user: Any) -> Self:
        """Those who manage webhooks see all of them, everybody else none."""
        return self if may(user, Scope.WEBHOOKS_MANAGE) else self.none()

    def given_up(self) -> Self:
        """Disabled because their receiver failed, not by an editor."""
        return self.filter(disabled_at__isnull=False, gave_up=True)


class SubscriptionManager(RecordManager.from_queryset(SubscriptionQuerySet)):  # type: ignore[misc]
    """Subscriptions."""


class Subscription(TurnTaking, Record):
    """
    A receiver of the ledger's rows, each with its document, in order and at least once.

    It is told of rows behind `cursor` that are of its `kinds` (empty: of all) and that fit rating,
    source and site. While it is disabled the cursor stays, so nothing is lost.
    """

    name = models.CharField(
        max_length=80, help_text="Who is told, or what for: “Courier’s web site”."
    )
    url = models.URLField(
        "address", max_length=2000, help_text="Where events are sent. https, and a public address."
    )
    kinds = models.JSONField(
        "told of", default=list, blank=True, help_text="Nothing chosen: everything."
    )
    rating = models.ForeignKey(
        Rating,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only checks that get this rating, or lose it.",
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only checks of what this source asserts, denies or doubts.",
    )
    site = models.CharField(
        "article’s site",
        max_length=253,
        blank=True,
        help_text="Only checks of articles on this host or below it: “courier.example”.",
    )
    secret_seed = models.CharField(max_length=SEED_LENGTH, default=new_seed, editable=False)
    disabled_at = models.DateTimeField(null=True, editable=False)
    disabled_reason = models.CharField(max_length=500, blank=True, editable=False)
    # Whether we disabled it ourselves.
    gave_up = models.BooleanField(default=False, editable=False)

    objects = SubscriptionManager()

    class Meta:
        verbose_name = "webhook"
        indexes = [
            models.Index(fields=["created_at", "public_id"], name="publishing_webhook_by_creation")
        ]
        constraints = [
            models.CheckConstraint(
                name="publishing_subscription_disabled_with_a_reason",
                condition=Q(disabled_at__isnull=True, disabled_reason="", gave_up=False)
                | (Q(disabled_at__isnull=False) & ~Q(disabled_reason="")),
            ),
            models.CheckConstraint(
                name="publishing_subscription_waits_for_a_reason",
                condition=Q(next_attempt_at__isnull=True) | Q(failures__gt=0),
            ),
            models.CheckConstraint(
                name="publishing_subscription_lease_has_an_end",
                condition=Q(lease="") | Q(leased_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_enabled(self) -> bool:
        return self.disabled_at is None

    @property
    def is_choosy(self) -> bool:
        """Whether it goes by what documents say."""
        return bool(self.rating_id or self.source_id or self.site)

    @property
    def secret(self) -> str:
        """What its deliveries are signed with. Shown once, when it is made."""
        return secret_of(self.secret_seed)

    def clean(self) -> None:
        """Kinds are those of the ledger, each once and in its order; a site is a host."""
        known = list(Kind.values)
        if not isinstance(self.kinds, list) or any(kind not in known for kind in self.kinds):
            raise ValidationError({"kinds": f"The kinds are: {', '.join(known)}."})
        self.kinds = [kind for kind in known if kind in self.kinds]
        # Of an address that was pasted, its host.
        self.site = self.site.strip().rpartition("//")[2].partition("/")[0]
        if self.site:
            try:
                self.site = destination_of(f"https://{self.site}/").host
            except Forbidden as refusal:
                raise ValidationError({"site": "A host, as in courier.example."}) from refusal

    # --- What editors do ------------------------------------------------------------------------

    @classmethod
    @transaction.atomic
    def add(cls, *, by: Any, at: datetime | None = None, **fields: Any) -> "Subscription":
        """A new subscription, told of what comes from now on. Raises ValidationError by field."""
        require(by, Scope.WEBHOOKS_MANAGE)
        subscription = cls(**fields, cursor=ledger.head().sequence)
        subscription._insert(by=by, at=moment(at))
        subscription._require_reachable()
        return subscription

    @transaction.atomic
    def edit(self, *, by: Any, at: datetime | None = None, **fields: Any) -> None:
        """Change the named fields; another address is tried at once. Raises ValidationError."""
        require(by, Scope.WEBHOOKS_MANAGE)
        before = self.url
        self._edit(fields, by=by, at=moment(at))
        if self.url != before:
            self._require_reachable()
            self._start_afresh()

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete it with its log; what it has not been told it never will be."""
        require(by, Scope.WEBHOOKS_MANAGE)
        self._remove(by=by, at=moment(at))

    @transaction.atomic
    def disable(self, *, by: Any, reason: str, at: datetime | None = None) -> None:
        """Tell it nothing for now. Raises Missing without a reason, Refused if it is disabled."""
        require(by, Scope.WEBHOOKS_MANAGE)
        if not reason.strip():
            raise Missing("Say why it is disabled, for whoever looks next.", field="reason")
        if not self.is_enabled:
            raise Refused("It is disabled already.", code="disabled")
        self._disable(reason.strip(), by=by, at=moment(at), gave_up=False)

    @transaction.atomic
    def enable(self, *, by: Any, at: datetime | None = None) -> None:
        """
        Go on where it stopped, at once; also when it only waits for another attempt.

        Raises Refused where nothing keeps it, ValidationError where its address may not be called.
        """
        require(by, Scope.WEBHOOKS_MANAGE)
        if self.is_enabled and self.next_attempt_at is None:
            raise Refused("It is enabled, and nothing waits.", code="enabled")
        self._require_reachable()
        now = {"disabled_at": None, "disabled_reason": "", "gave_up": False}
        self._write(now, by=by, at=moment(at))
        self._start_afresh()

    @transaction.atomic
    def replay(self, *, by: Any, from_sequence: int, at: datetime | None = None) -> None:
        """
        Tell it everything from this row of the ledger on, again; one behind the last skips all.

        Raises ValidationError for a row that there is not.
        """
        require(by, Scope.WEBHOOKS_MANAGE)
        behind = ledger.head().sequence + 1
        if not 1 <= from_sequence <= behind:
            raise ValidationError({"from": f"A row of the ledger: 1 to {behind}."})
        # The cursor moves without anybody saving.
        self.refresh_from_db(fields=["cursor"])
        self._write({"cursor": from_sequence - 1}, by=by, at=moment(at))
        self._start_afresh()

    @transaction.atomic
    def request_test(self, *, by: Any, at: datetime | None = None) -> None:
        """Have a test event sent next, also where it is disabled; the log says how that went."""
        require(by, Scope.WEBHOOKS_MANAGE)
        self._write({"test_requested_at": moment(at)}, by=by, at=moment(at))

    # --- How ------------------------------------------------------------------------------------

    def _require_reachable(self) -> None:
        """Raise ValidationError for an address that we never call. No name is looked up."""
        try:
            there = destination_of(self.url, allow_loopback=settings.WEBHOOKS_ALLOW_LOOPBACK)
        except Forbidden as refusal:
            raise ValidationError({"url": str(refusal)}) from refusal
        if not there.is_secure and not there.is_loopback:
            raise ValidationError({"url": "Only https: what is sent must not be read on the way."})

    def _disable(self, reason: str, *, by: Any, at: datetime, gave_up: bool) -> None:
        now = {"disabled_at": at, "disabled_reason": reason[:500], "gave_up": gave_up}
        self._write(now, by=by, at=at)
