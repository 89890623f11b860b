"""The worker: takes turns at subscriptions and delivers what each has not been told yet."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from factcheck.records.clock import moment
from publishing.models import Subscription
from publishing.webhooks.events import Event, next_event, test_event
from publishing.webhooks.sending import attempt

# After as many events the next subscription has its turn.
MOST_IN_A_TURN = 100

Clock = Callable[[], datetime]


def serve_next(*, clock: Clock = moment, stopping: Callable[[], bool] = lambda: False) -> bool:
    """
    Have one subscription's turn; False if none is due.

    `clock` tells the time, and `stopping` whether to end the turn after the event at hand.
    """
    subscription = Subscription.objects.take_turn(clock())
    if subscription is None:
        return False
    lease = subscription.lease
    for _ in range(MOST_IN_A_TURN):
        if stopping() or not _deliver_one(lease, clock):
            break
    subscription.end_turn(clock())
    return True


def _deliver_one(lease: str, clock: Clock) -> bool:
    """Deliver the next event of this turn; False where there is none, or no more turn."""
    # Read again each time: an editor may have changed it since.
    subscription = Subscription.objects.held(lease)
    if subscription is None or not subscription.keep_turn(clock()):
        return False
    event = _due_event(subscription, clock())
    if event is None:
        return False
    at = clock()
    outcome = attempt(event, url=subscription.url, secret=subscription.secret, at=at)
    return subscription.note(event, outcome, at=at)


def _due_event(subscription: Any, at: datetime) -> Event | None:
    """A test if one is asked for, else the event of the next row that it is told of."""
    if subscription.test_requested_at:
        return test_event(subscription, at=subscription.test_requested_at)
    waits = subscription.next_attempt_at and subscription.next_attempt_at > at
    if waits or not subscription.is_enabled:
        return None
    event, seen = next_event(subscription)
    if seen > subscription.cursor:
        if not subscription.pass_over(seen):
            return None
        subscription.cursor = seen
    return event
