"""How often a caller may come: counted in the database, so across all processes."""

from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from factcheck.rest.models import RateWindow, sweep

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
# A network of this many bits is what a household gets, so it counts as one address.
IPV6_PREFIX = 64


class Rate(NamedTuple):
    """So many requests in so many seconds; written as in `60/minute`."""

    requests: int
    seconds: int

    @classmethod
    def read(cls, text: str) -> "Rate":
        requests, _, period = text.partition("/")
        return cls(int(requests), SECONDS[period])

    def window_end(self, at: datetime) -> datetime:
        """When the window ends in which this moment lies."""
        start = int(at.timestamp()) // self.seconds * self.seconds
        return datetime.fromtimestamp(start + self.seconds, UTC)


class Throttle(BaseThrottle):
    """
    Counts what comes with a token, by token, and anonymous POSTs, by address.

    Anonymous reads and the desk's own sessions are not counted. Rates are settings.THROTTLE_RATES;
    settings.THROTTLING turns all of it off. A view may have a rate of its own for anonymous POSTs:
    its name there is the view's `throttled_as`.
    """

    def allow_request(self, request: Request, view: Any) -> bool:
        self.now = timezone.now()
        self.until: datetime | None = None
        anonymous = getattr(view, "throttled_as", "anonymous")
        kind, caller = _who(request, anonymous) if settings.THROTTLING else ("", "")
        if not kind:
            return True
        rates = [_rate(text) for text in settings.THROTTLE_RATES[kind]]
        windows = [(f"{kind}:{rate.seconds}:{caller}", rate.window_end(self.now)) for rate in rates]
        counts = _count(windows)
        full = [
            end
            for rate, (name, end) in zip(rates, windows, strict=True)
            if counts[name] > rate.requests
        ]
        if 1 in counts.values():
            # A window has just begun: the moment to clear away some that are over.
            sweep(RateWindow.objects.filter(ends_at__lt=self.now), "ends_at")
        self.until = max(full, default=None)
        return self.until is None

    def wait(self) -> float | None:
        """Seconds until every full window is over."""
        return None if self.until is None else (self.until - self.now).total_seconds()


_rate = lru_cache(Rate.read)


def _who(request: Request, anonymous: str) -> tuple[str, str]:
    """The kind of caller and which one; empty for those who are not counted."""
    if request.auth is not None:
        return "token", request.auth.key
    if request.method == "POST" and not request.user.is_authenticated:
        return anonymous, _hashed(request.META.get("REMOTE_ADDR", ""))
    return "", ""


def _hashed(address: str) -> str:
    """The address as a keyed hash: enough to count by, no list of who was here."""
    try:
        parsed = ip_address(address)
    except ValueError:
        network = address
    else:
        parsed = getattr(parsed, "ipv4_mapped", None) or parsed
        is_v6 = isinstance(parsed, IPv6Address)
        network = str(ip_network((parsed, IPV6_PREFIX), strict=False)) if is_v6 else str(parsed)
    key = settings.SECRET_KEY.encode()[:64]
    return blake2b(network.encode(), key=key, digest_size=16).hexdigest()


def _count(windows: list[tuple[str, datetime]]) -> dict[str, int]:
    """Count one more in each window, in one statement; how many it makes."""
    table = connection.ops.quote_name(RateWindow._meta.db_table)
    adapt = connection.ops.adapt_datetimefield_value
    values = ", ".join(["(%s, %s, 1)"] * len(windows))
    parameters = [each for name, end in windows for each in (name, adapt(end))]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (caller, ends_at, count) VALUES {values} "
            f"ON CONFLICT (caller, ends_at) DO UPDATE SET count = {table}.count + 1 "
            "RETURNING caller, count",
            parameters,
        )
        return dict(cursor.fetchall())
