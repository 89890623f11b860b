"""
The ledger: an append-only, hash-chained sequence of every version that readers were shown.

A row is bound to the one before it by `previous`, and to its document by `digest`; `row_hash` is
the SHA-256 of its nine values in the canonical form of RFC 8785. Who has the rows can verify them
without us.
"""

from datetime import datetime
from typing import Any

import orjson
from django.db import transaction

from claims.models.published_version import NOTHING_BEFORE, Document, FactCheckVersion, LedgerHead
from claims.record.canonical import canonical, canonical_row, digest_of, instant
from factcheck.records.clock import moment
from factcheck.records.prepared import Prepared

# What a row's hash is made of, and what a feed of the ledger says.
HASHED = (
    "sequence",
    "fact_check",
    "version",
    "kind",
    "notice",
    "at",
    "digest",
    "four_eyes",
    "previous",
)
COLUMNS = tuple("fact_check_id" if name == "fact_check" else name for name in HASHED)


def take_turn(at: datetime | None = None) -> datetime:
    """
    Wait for one's turn at the ledger, and say when it is: at `at` (or now), never before its head.

    From here to the end of the transaction nobody else appends, so numbers and times follow one
    another without gaps. On SQLite the transaction itself takes turns.
    """
    head = _locked_head()
    now = moment(at)
    return now if head.at is None else max(now, head.at)


@transaction.atomic
def append(
    fact_check: str,
    *,
    version: int,
    kind: str,
    at: datetime,
    digest: str,
    notice: str = "",
    four_eyes: bool | None = None,
) -> FactCheckVersion:
    """Write the ledger's next row. `at` is what `take_turn` said in this transaction."""
    head = _locked_head()
    row = FactCheckVersion(
        sequence=head.sequence + 1,
        fact_check_id=fact_check,
        version=version,
        kind=kind,
        notice=notice,
        at=at,
        digest=digest,
        four_eyes=four_eyes,
        previous=head.row_hash,
    )
    row.row_hash = hash_of(vars(row))
    row.save(force_insert=True)
    LedgerHead.objects.filter(pk=head.pk).update(
        sequence=row.sequence, row_hash=row.row_hash, at=row.at
    )
    return row


def keep(document: dict[str, Any]) -> Document:
    """Store a document's canonical bytes under their digest."""
    body = canonical(document)
    return Document.objects.create(digest=digest_of(body), body=body)


def parsed(body: bytes | memoryview | None) -> dict[str, Any]:
    """A document's bytes as values. Raises ValueError for one whose body was withheld."""
    if body is None:
        raise ValueError("This document is withheld.")
    return orjson.loads(bytes(body))


def public_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row of COLUMNS as the hash is made of it and feeds show it."""
    return {
        "sequence": row["sequence"],
        "fact_check": row["fact_check_id"],
        "version": row["version"],
        "kind": row["kind"],
        "notice": row["notice"],
        "at": instant(row["at"]),
        "digest": row["digest"],
        "four_eyes": row["four_eyes"],
        "previous": row["previous"],
    }


def hash_of(row: dict[str, Any]) -> str:
    """The `row_hash` that belongs to a row of COLUMNS."""
    return digest_of(canonical_row(public_row(row)))


def head() -> LedgerHead:
    """The ledger's last row; number 0 with a hash of zeros while it is empty."""
    return LedgerHead.objects.filter(pk=LedgerHead.ONLY).first() or LedgerHead(pk=LedgerHead.ONLY)


def head_hash() -> str:
    """The `row_hash` of `head`: what every answer about the ledger as it stands follows from."""
    rows = _head_hash()
    return rows[0][0] if rows else NOTHING_BEFORE


_head_hash = Prepared(
    lambda shape, values: LedgerHead.objects.filter(pk=LedgerHead.ONLY).values_list("row_hash"),
    planned_once=True,
)


def _locked_head() -> LedgerHead:
    LedgerHead.objects.get_or_create(pk=LedgerHead.ONLY)
    return LedgerHead.objects.select_for_update().get(pk=LedgerHead.ONLY)
