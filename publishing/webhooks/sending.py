"""One attempt at a delivery, and what came of it."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings

from factcheck import outgoing
from publishing.webhooks.events import Event
from publishing.webhooks.signing import signed

SECONDS = 15
# Of an answer the log keeps this much.
MOST_BYTES, MOST_HEADERS, MOST_CHARACTERS = 1024, 40, 500
GONE = 410


@dataclass(frozen=True)
class Outcome:
    """What a receiver answered, or why it did not; `request_headers` are those that were sent."""

    request_headers: dict[str, str]
    milliseconds: int
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    start: str = ""
    error: str = ""

    @property
    def was_taken(self) -> bool:
        """Only a 2xx says so: a redirect is a failure."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def took(self) -> timedelta:
        """How long it was under way."""
        return timedelta(milliseconds=self.milliseconds)

    @property
    def is_gone(self) -> bool:
        """The receiver wants no more of it."""
        return self.status == GONE

    @property
    def words(self) -> str:
        """What happened, for people."""
        return self.error or f"The receiver answered {self.status}."


def attempt(event: Event, *, url: str, secret: str, at: datetime) -> Outcome:
    """Send this event once, signed at this moment. Never raises for what the receiver does."""
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "factcheck-webhooks/1",
        **signed(event.body, message=event.message, secret=secret, at=at),
    }
    started = time.monotonic()
    try:
        answer = outgoing.send(
            "POST",
            url,
            body=event.body,
            headers=headers,
            seconds=SECONDS,
            most=MOST_BYTES,
            allow_loopback=settings.WEBHOOKS_ALLOW_LOOPBACK,
        )
    except outgoing.Failed as failure:
        return Outcome(headers, _since(started), error=_storable(str(failure)))
    return Outcome(
        headers,
        _since(started),
        status=answer.status,
        headers={
            _storable(name): _storable(value)[:MOST_CHARACTERS]
            for name, value in list(answer.headers.items())[:MOST_HEADERS]
        },
        start=_storable(answer.body.decode(errors="replace")),
    )


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


def _storable(text: str) -> str:
    """PostgreSQL keeps no NUL, and no half of a surrogate pair."""
    return text.replace("\x00", "\ufffd").encode(errors="replace").decode()
