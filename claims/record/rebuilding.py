"""Making the read model anew from the ledger and the documents."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from claims.models.fact_check import FactCheckPeriod, SourceInPeriod
from claims.models.published_version import Document, FactCheckVersion
from claims.record.batches import batches
from claims.record.ledger import COLUMNS, parsed, take_turn
from claims.record.periods import columns_of, sources_of
from claims.record.replay import Stood, stood

BATCH = 2000


def rebuild_periods() -> Iterator[int]:
    """Replace every period, in one transaction; yields how many were written, batch by batch."""
    with transaction.atomic():
        # Nobody publishes meanwhile.
        take_turn()
        SourceInPeriod.objects.all().delete()
        FactCheckPeriod.objects.all().delete()
        rows = FactCheckVersion.objects.order_by("sequence").values(*COLUMNS).iterator(BATCH)
        for batch in batches(stood(rows), BATCH):
            yield write_periods(batch)


def write_periods(batch: list[Stood]) -> int:
    """Store the periods of these versions, with their sources; returns how many."""
    documents = Document.objects.in_bulk([each.digest for each in batch], field_name="digest")
    said = [parsed(documents[each.digest].body) for each in batch]
    periods = [
        FactCheckPeriod(**_facts(each, documents[each.digest]), **columns_of(document))
        for each, document in zip(batch, said, strict=True)
    ]
    FactCheckPeriod.objects.bulk_create(periods)
    pairs = zip(periods, said, strict=True)
    SourceInPeriod.objects.bulk_create(
        [source for period, document in pairs for source in sources_of(period, document)]
    )
    return len(periods)


def _facts(each: Stood, document: Document) -> dict[str, Any]:
    return {
        "fact_check_id": each.fact_check,
        "version": each.version,
        "document": document,
        "from_sequence": each.from_sequence,
        "to_sequence": each.to_sequence,
        "place": each.place,
    }
