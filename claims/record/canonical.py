"""The one form in which a document or a ledger row is written: RFC 8785 (JSON Canonicalization)."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import orjson
import rfc8785


def canonical(value: Any) -> bytes:
    """The value as canonical JSON: keys in order, no white space, UTF-8."""
    return rfc8785.dumps(value)


def canonical_row(row: dict[str, Any]) -> bytes:
    """
    The same for a row with ASCII names, of texts, whole numbers up to 2**53, booleans and nulls.

    Ten times as fast, for those who hash the whole ledger.
    """
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS)


def digest_of(body: bytes) -> str:
    """SHA-256, as 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


def instant(at: datetime) -> str:
    """RFC 3339 in UTC, always with milliseconds: `2024-10-24T10:40:00.000Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
