"""/api/v1/corrections/: everything that we got wrong and said so."""

from typing import Any

from django.http.response import HttpResponseBase
from rest_framework.request import Request

from publishing.api.outputs import CorrectionOutput
from publishing.api.tagged import RecordReading
from publishing.corrections import correction_row, corrections


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
        page = self.paginate_queryset(self.filter_queryset(corrections())) or []
        answer = self.get_paginated_response([correction_row(row) for row in page])
        return self.answer(request, answer.data, tag, **dict(answer.headers))
