"""Which ledger rows a subscription is about, and what is sent of each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import orjson

from claims.models import Document, FactCheckVersion
from claims.record import ledger
from claims.record.canonical import instant

PREFIX = "factcheck"
TEST = f"{PREFIX}.test"
# As many rows are looked at before the cursor moves past those that are not for a subscription.
AT_ONCE = 200


@dataclass(frozen=True)
class Event:
    """What is sent: a ledger row with its document, or a test (`sequence` is None)."""

    type: str
    message: str
    body: bytes
    sequence: int | None = None


def test_event(subscription: Any, *, at: datetime) -> Event:
    """An event that says nothing, to try a receiver with."""
    name = subscription.public_id
    said = {"type": TEST, "timestamp": instant(at), "data": {"subscription": name}}
    message = f"msg_{name}_test_{int(at.timestamp() * 1000)}"
    return Event(TEST, message, orjson.dumps(said))


def event_of(subscription: Any, row: dict[str, Any], body: bytes | None) -> Event:
    """
    The event of a ledger row; sent again it has the same id and, unless withheld since, bytes.

    The document is spliced in as it was hashed.
    """
    kind = f"{PREFIX}.{row['kind']}"
    told = ledger.public_row(row) | {"row_hash": row["row_hash"]}
    head = orjson.dumps({"type": kind, "timestamp": told["at"]})[:-1]
    document = b"null" if body is None else body
    data = orjson.dumps(told)[:-1] + b',"document":' + document + b"}"
    message = f"msg_{subscription.public_id}_{row['sequence']}"
    return Event(kind, message, head + b',"data":' + data + b"}", row["sequence"])


def next_event(subscription: Any) -> tuple[Event | None, int]:
    """
    The first event behind the subscription's cursor, and the number up to which there is none.

    A choosy subscription looks at AT_ONCE rows: without an event, ask again from that number.
    """
    head = ledger.head().sequence
    rows = FactCheckVersion.objects.after(subscription.cursor).filter(sequence__lte=head)
    if subscription.kinds:
        rows = rows.filter(kind__in=subscription.kinds)
    most = AT_ONCE if subscription.is_choosy else 1
    found = list(rows.values(*ledger.COLUMNS, "row_hash")[:most])
    for row in found:
        body = _body(row["digest"])
        if _concerns(subscription, row, body):
            return event_of(subscription, row, body), row["sequence"] - 1
    return None, found[-1]["sequence"] if len(found) == most else head


def _body(digest: str) -> bytes | None:
    body = Document.objects.values_list("body", flat=True).get(digest=digest)
    return None if body is None else bytes(body)


def _concerns(subscription: Any, row: dict[str, Any], body: bytes | None) -> bool:
    """
    Whether this row is for this subscription.

    Who was told of a version must hear what becomes of it: a row also passes by what the version
    before it said. Of what is withheld nothing can be told apart, so everybody hears of it.
    """
    if not subscription.is_choosy or body is None or _fits(subscription, body):
        return True
    if row["version"] == 1:
        return False
    before = FactCheckVersion.objects.get(
        fact_check__public_id=row["fact_check_id"], version=row["version"] - 1
    )
    body_before = _body(before.digest)
    return body_before is None or _fits(subscription, body_before)


def _fits(subscription: Any, body: bytes) -> bool:
    said = ledger.parsed(body)
    if subscription.rating and said["verdict"]["rating"]["slug"] != subscription.rating.slug:
        return False
    if subscription.source:
        sources = {each["source"]["id"] for each in said["attributions"]}
        if subscription.source.public_id not in sources:
            return False
    return not subscription.site or is_of(subscription.site, said["article"]["url"])


def is_of(site: str, url: str | None) -> bool:
    """Whether the address is on this site: its host, or one below it."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return False
    return host == site or host.endswith(f".{site}")
