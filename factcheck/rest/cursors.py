"""Cursors: a place in a list as one opaque word."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from django.core.exceptions import ValidationError

from factcheck.rest.exceptions import QueryError
from factcheck.rest.keysets import Column, Keyset

LONGEST = 2000


class Cursor(NamedTuple):
    """
    Beside which row of which ordering a page begins, and to which side it goes.

    Without a key it is the list's edge: its beginning or, backwards, its end.
    """

    ordering: str
    backwards: bool
    key: Sequence[Any] | None

    @property
    def at_edge(self) -> bool:
        return self.key is None

    def text(self) -> str:
        """The word that `read` reads."""
        place = [self.ordering, int(self.backwards), self.key]
        packed = orjson.dumps(place, default=str, option=orjson.OPT_UTC_Z)
        return urlsafe_b64encode(packed).rstrip(b"=").decode()

    @classmethod
    def read(cls, text: str | None, ordering: str, keyset: Keyset) -> "Cursor":
        """The cursor of this word, or the list's beginning for None. Raises QueryError."""
        if text is None:
            return cls(ordering, False, None)
        try:
            name, backwards, key = _unpack(text)
            if name == ordering and backwards in (0, 1):
                return cls(ordering, bool(backwards), _values(key, keyset))
        except (ValueError, TypeError, OverflowError, ValidationError):
            raise QueryError({"cursor": "This is not a cursor of ours."}) from None
        raise QueryError({"cursor": "This cursor belongs to another ordering."})


def _unpack(text: str) -> Any:
    if len(text) > LONGEST:
        raise ValueError("too long")
    try:
        packed = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("no base64") from error
    return orjson.loads(packed)


def _values(key: Any, keyset: Keyset) -> list[Any] | None:
    if key is None:
        return None
    return [_value(value, column) for value, column in zip(key, keyset.columns, strict=True)]


def _value(value: Any, column: Column) -> Any:
    """The value as its column compares it. Raises ValueError, TypeError, ValidationError."""
    if value is None:
        if not column.nullable:
            raise ValueError("no value")
        return None
    if isinstance(value, list | dict) or (isinstance(value, str) and "\x00" in value):
        raise TypeError("no single value")
    if column.field is None:
        return value
    value = column.field.to_python(value)
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("no time zone")
    return value
