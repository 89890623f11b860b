"""Webhooks as tests set them up: subscriptions to a receiver on loopback, and a worker."""

from datetime import timedelta
from typing import Any

from accounts.scopes import Role
from claims.record import ledger
from factcheck.records.clock import moment
from publishing.models import Delivery, Subscription
from publishing.webhooks.events import test_event as event_for_trying
from publishing.webhooks.sending import Outcome
from publishing.webhooks.worker import serve_next
from tests.newsroom import the

ADDRESS = "https://hooks.courier.example/factcheck"


def make_subscription(url: str = ADDRESS, **fields: Any) -> Subscription:
    """A subscription of the administrator's, told of what is published from now on."""
    fields = {"name": "Courier", "by": the(Role.ADMINISTRATOR)} | fields
    return Subscription.add(url=url, **fields)


def make_disabled(url: str = ADDRESS, **fields: Any) -> Subscription:
    subscription = make_subscription(url, **fields)
    subscription.disable(by=the(Role.ADMINISTRATOR), reason="They move house.")
    return subscription


def make_waiting(url: str = ADDRESS, **fields: Any) -> Subscription:
    """One whose last attempt failed, and which is tried again in an hour."""
    subscription = make_subscription(url, **fields)
    later = moment() + timedelta(hours=1)
    Subscription.objects.filter(pk=subscription.pk).update(failures=3, next_attempt_at=later)
    subscription.refresh_from_db()
    return subscription


def make_given_up(url: str = ADDRESS, **fields: Any) -> Subscription:
    """One that was disabled because its receiver wanted no more."""
    subscription = make_subscription(url, **fields)
    subscription._disable("The receiver answered 410.", by=None, at=moment(), gave_up=True)
    return subscription


def make_delivery(subscription: Subscription | None = None, **outcome: Any) -> Delivery:
    """The log of one attempt, by default a test that was taken."""
    subscription = subscription or make_subscription()
    told = outcome or {"status": 204}
    event, at = event_for_trying(subscription, at=moment()), moment()
    subscription.note(event, Outcome({"webhook-id": event.message}, 12, **told), at=at)
    return Delivery.objects.latest_first()[0]


def deliver(later: timedelta = timedelta()) -> None:
    """Everything that is due, or will be so much later."""
    while serve_next(clock=lambda: moment() + later):
        pass


def head() -> int:
    return ledger.head().sequence
