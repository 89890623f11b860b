"""Everything that we got wrong and said so: the ledger's rows that carry a notice."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from claims.models import Document, FactCheckVersion
from claims.record.canonical import instant
from claims.record.ledger import parsed

COLUMNS = ("sequence", "fact_check_id", "version", "kind", "at", "notice", "body")
_body = Document.objects.filter(digest=OuterRef("digest")).values("body")[:1]


def corrections() -> QuerySet[FactCheckVersion, dict[str, Any]]:
    """The rows that `correction_row` takes."""
    rows = FactCheckVersion.objects.with_notice().annotate(body=Subquery(_body))
    return rows.values(*COLUMNS)


def correction_row(row: dict[str, Any]) -> dict[str, Any]:
    """A version with a notice; what it said is null where it has been withheld since."""
    document = None if row["body"] is None else parsed(row["body"])
    return {
        "fact_check": row["fact_check_id"],
        "path": document and document["path"],
        "statement": document and document["claim"]["statement"],
        "rating": document and document["verdict"]["rating"]["slug"],
        "version": row["version"],
        "kind": row["kind"],
        "at": instant(row["at"]),
        "notice": row["notice"],
    }
