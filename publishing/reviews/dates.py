"""Dates as desks write them, to the day; whatever cannot be read stays the text that it was."""

import re
from datetime import date
from email.utils import parsedate_tz

# ISO 8601 and what is taken for it: 2021-7-16, 2021/07/16, 2021-07-16 09:30 +5:30, 20210716.
_YEAR_FIRST = re.compile(r"\s*(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)", re.ASCII)


def day_of(text: str) -> date | None:
    """
    The day that a date names, by its own clock; None where there is none.

    A zone changes nothing: many desks give none, and some give one that is wrong.
    """
    match = _YEAR_FIRST.match(text)
    if match:
        if not match[2] and len(match[3] + match[4]) != 4:
            return None
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    else:
        said = _as_in_mail(text)
        if said is None:
            return None
        year, month, day = said
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _as_in_mail(text: str) -> tuple[int, int, int] | None:
    """RFC 2822: Fri, 16 Jul 2021 10:00:00 GMT."""
    if len(text) > 60 or not re.search("[A-Za-z]{3}", text):
        return None
    try:
        said = parsedate_tz(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return said[:3] if said else None
