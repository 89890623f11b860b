"""Everything that we have published about one address."""

from collections.abc import Sequence
from typing import Any

import orjson
from django.db.models import QuerySet

from claims.models import FactCheckPeriod
from claims.record.addresses import key_of
from claims.record.ledger import head_hash, parsed
from factcheck.records.prepared import Prepared
from factcheck.rest.exceptions import QueryError
from factcheck.rest.query import OF_ROWS, refuse_unknown
from factcheck.rest.turns import single
from publishing.api.answers.asking import Answer, Asked
from publishing.api.answers.kept import kept
from publishing.api.instants import AS_OF, sequence_asked
from publishing.record import joined, shown

URL = "url"
MOST = 500


def at_address(asked: Asked) -> Answer:
    """
    `{"url", "article", "results", "truncated"}`: documents in the order in which the words stand.

    Raises QueryError for what is no web address, and for other queries that cannot be followed.
    """
    tag = asked.tag(head_hash())
    return asked.unless_held(tag) or kept.answer(tag, lambda: _found(asked, tag))


def _found(asked: Asked, tag: str) -> Answer:
    refuse_unknown(asked.query, OF_ROWS | {URL, AS_OF})
    url = (single(asked.query, URL) or "").strip()
    key = key_of(url)
    if key is None:
        raise QueryError({URL: "An http or https address of an article."})
    sequence = sequence_asked(asked.query)
    values: list[str | int] = [key] if sequence is None else [key, sequence]
    bodies = [body for (body,) in _prepared_bodies(sequence is not None, values)]
    parts = [
        b'{"url":',
        orjson.dumps(url),
        b',"article":',
        orjson.dumps(_article(bodies, key, sequence)),
        b',"results":[',
        joined(bodies[:MOST]),
        b'],"truncated":',
        orjson.dumps(len(bodies) > MOST),
        b"}",
    ]
    return Answer(b"".join(parts), {"ETag": tag})


def _bodies(is_past: Any, values: Sequence[Any]) -> QuerySet[Any, Any]:
    """The documents of an address. Values: its key, and the sequence if it is past."""
    key, *sequence = values
    periods = shown(*sequence).filter(address=key).order_by("start", "fact_check")
    return periods.values_list("document__body")[: MOST + 1]


_prepared_bodies = Prepared(_bodies, planned_once=True)


def _article(bodies: list[Any], key: str, sequence: int | None) -> dict[str, Any] | None:
    """The article as documents tell it: as those shown do, else as the last one that was shown."""
    if bodies:
        return parsed(bodies[0])["article"]
    past: QuerySet[FactCheckPeriod] = FactCheckPeriod.objects.filter(address=key)
    if sequence is not None:
        past = past.filter(from_sequence__lte=sequence)
    body = past.order_by("-from_sequence").values_list("document__body", flat=True).first()
    return None if body is None else parsed(body)["article"]
