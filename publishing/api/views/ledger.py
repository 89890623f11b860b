"""/api/v1/changes/: the ledger as a feed."""

from typing import Any

import orjson
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from claims.models import FactCheckVersion
from claims.record.canonical import instant
from claims.record.ledger import COLUMNS, head, public_row
from factcheck.rest.exceptions import QueryError
from factcheck.rest.paging import absolute, page_size_in, single
from publishing.api.outputs import HeadOutput, LedgerRowOutput
from publishing.api.tagged import RecordReading

AFTER, PAGE_SIZE = "after", "page_size"
LONGEST_NUMBER = 18


class ChangesViewSet(RecordReading):
    """Every version that was ever public, in the ledger's order: to mirror, and to verify."""

    output_class = LedgerRowOutput
    extra_parameters = frozenset({AFTER, PAGE_SIZE})
    # Ask each time: an unchanged ledger answers 304 after one look at its head.
    cache_control = "public, no-cache"

    @extend_schema(
        parameters=[
            OpenApiParameter(AFTER, OpenApiTypes.INT64, description="Rows behind this number."),
            OpenApiParameter(PAGE_SIZE, OpenApiTypes.INT, description="Rows, 1 to 100."),
        ]
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        after, size = _after(request.query_params), page_size_in(request.query_params)
        tag = self.tag_of_ledger(request)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        rows = list(FactCheckVersion.objects.after(after).values(*COLUMNS, "row_hash")[: size + 1])
        following = None
        if len(rows) > size:
            following = absolute(
                request, f"{request.path}?after={rows[size - 1]['sequence']}&page_size={size}"
            )
        results = [public_row(row) | {"row_hash": row["row_hash"]} for row in rows[:size]]
        body = orjson.dumps({"next": following, "previous": None, "results": results})
        links = {"Link": f'<{following}>; rel="next"'} if following else {}
        return self.answer(request, body, tag, **links)

    @extend_schema(parameters=[])
    @action(detail=False, output_class=HeadOutput, extra_parameters=frozenset())
    def head(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The number and hash of the ledger's last row: what a mirror compares itself with."""
        last = head()
        at = None if last.at is None else instant(last.at)
        row = {"sequence": last.sequence, "row_hash": last.row_hash, "at": at}
        return self.answer(request, orjson.dumps(row), self.tag(request, last.row_hash))


def _after(query: Any) -> int:
    text = single(query, AFTER) or "0"
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise QueryError({AFTER: "The number of a row, or 0."})
    return int(text)
