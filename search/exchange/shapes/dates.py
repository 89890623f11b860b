"""Times in a row, as text."""

from datetime import date, datetime

from claims.record.canonical import instant


def told(at: datetime | None) -> str | None:
    """RFC 3339 in UTC with milliseconds, which is how finely records keep their times."""
    return None if at is None else instant(at)


def exactly(at: date | None) -> str | None:
    """A date, or a time to the microsecond, in UTC."""
    return None if at is None else at.isoformat().replace("+00:00", "Z")
