"""Statements as published checks, as far as searches read them: a document and a period of each."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace as Row
from typing import Any, Final

import orjson
from django.utils import timezone

BATCH: Final = 5_000
KINDS: Final = ("statements", "factchecks")


def publish(statements: Sequence[str], first: int) -> Iterator[int]:
    """
    Write checks of these statements, with keys from `first` on; yields how many were written.

    Only in a transaction that is rolled back: there are no claims, no verdicts and no ledger.
    """
    from django.db import connection

    from claims.models import Document, FactCheckPeriod
    from factcheck.index.kinds import kind_named
    from factcheck.index.upkeep import schema_of
    from seeds.benchmark.bulk import Table

    # Rows come faster without triggers; `rebuild` makes them again.
    for name in KINDS:
        schema_of(connection).lift(connection, kind_named(name))
    documents, periods = Table(Document), Table(FactCheckPeriod)
    for begins in range(0, len(statements), BATCH):
        keys = range(first + begins, first + min(begins + BATCH, len(statements)))
        told = {key: _document(key, statements[key - first]) for key in keys}
        documents.write(
            Row(id=key, digest=f"{key:064x}", body=orjson.dumps(document))
            for key, document in told.items()
        )
        periods.write(_period(key, document) for key, document in told.items())
        yield len(keys)


def _period(key: int, document: dict[str, Any]) -> Row:
    from claims.record.periods import columns_of

    return Row(
        id=key,
        fact_check_id=document["id"],
        version=1,
        document_id=key,
        from_sequence=key,
        to_sequence=None,
        place=key,
        **columns_of(document),
    )


def _document(key: int, statement: str) -> dict[str, Any]:
    """What the public record says of a check, with the figures of its statement."""
    from claims.quantities import read_quantities
    from factcheck.records.public_id import public_id_from

    identifier = public_id_from(f"published {key}")
    source = {"id": "0000000001", "name": "An office", "slug": "an-office"}
    return {
        "id": identifier,
        "path": f"/factchecks/{identifier}-a-statement/",
        "version": 1,
        "published_at": timezone.now().isoformat(),
        "language": "en",
        "claim": {"statement": statement, "quote": statement, "start": 0},
        "article": {"id": "0000000002", "url": "https://paper.example/article"},
        "attributions": [{"source": source, "stance": "asserts"}],
        "quantities": [
            {**each.as_figure(), "is_answer": False} for each in read_quantities(statement)
        ],
        "question": None,
        "verdict": {
            "rating": {"slug": "false", "name": "False"},
            "summary": "The office has no such figure.",
        },
    }
