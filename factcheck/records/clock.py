"""Times as records keep them: UTC, to the millisecond, so that a fixture says exactly the same."""

from datetime import UTC, datetime

from django.utils import timezone


def moment(at: datetime | None = None) -> datetime:
    """`at`, or now, in UTC and cut to milliseconds. Raises ValueError for a time without a zone."""
    at = timezone.now() if at is None else at
    if timezone.is_naive(at):
        raise ValueError(f"{at.isoformat()} has no time zone.")
    at = at.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
