"""When a delivery that failed is tried again: over about three days, less and less often."""

import random
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from django.utils import timezone

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)

# The waits between ten attempts, as Standard Webhooks recommends them: 75 hours and a half.
WAITS = (
    5 * SECOND,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    14 * HOUR,
    20 * HOUR,
    24 * HOUR,
)
MOST_ATTEMPTS = len(WAITS) + 1
# So that receivers that came back are not called by everybody at once.
JITTER = 0.1
# What a receiver may ask for at most.
LONGEST_WAIT = 24 * HOUR


def wait_after(attempt: int, *, asked: timedelta | None = None) -> timedelta | None:
    """
    How long to wait after this attempt (from 1) has failed; None after the last.

    `asked` is what the receiver wants; it makes the wait longer, up to a day, never shorter.
    """
    if attempt >= MOST_ATTEMPTS:
        return None
    usual = WAITS[attempt - 1] * random.uniform(1 - JITTER, 1 + JITTER)
    return max(usual, min(asked or usual, LONGEST_WAIT))


def retry_after(text: str | None, *, at: datetime) -> timedelta | None:
    """What a Retry-After header asks for: seconds, or a date. None where it says neither."""
    text = (text or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return timedelta(seconds=int(text))
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if timezone.is_naive(moment):
        return None
    return max(moment - at, timedelta())
