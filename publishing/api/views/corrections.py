"""/api/v1/corrections/: everything that we got wrong and said so."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from claims.models import Document, FactCheckVersion
from claims.record.canonical import instant
from publishing.api.outputs import CorrectionOutput
from publishing.api.tagged import RecordReading
from publishing.record import parsed

_body = Document.objects.filter(digest=OuterRef("digest")).values("body")[:1]


class CorrectionsViewSet(RecordReading):
    """Corrections and retractions with their notices, latest first."""

    output_class = CorrectionOutput
    orderings = {"at": ("sequence",)}
    default_ordering = "-at"

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = self.tag_of_ledger(request)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        columns = ("sequence", "fact_check_id", "version", "kind", "at", "notice")
        rows = FactCheckVersion.objects.with_notice().annotate(body=Subquery(_body))
        page = self.paginate_queryset(self.filter_queryset(rows.values(*columns, "body"))) or []
        answer = self.get_paginated_response([_correction_row(row) for row in page])
        return self.answer(request, answer.data, tag, **dict(answer.headers))


def _correction_row(row: dict[str, Any]) -> dict[str, Any]:
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
