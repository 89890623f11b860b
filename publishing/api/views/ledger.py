"""/api/v1/changes/: the ledger as a feed."""

from typing import Any

import orjson
from django.http.response import HttpResponseBase
from rest_framework.decorators import action
from rest_framework.request import Request

from claims.models import FactCheckVersion
from claims.record.canonical import instant
from claims.record.ledger import COLUMNS, head, public_row
from factcheck.rest.query import OF_ROWS
from publishing.api.ledger_pages import AFTER, PAGE_SIZE, LedgerPaging
from publishing.api.outputs import HeadOutput, LedgerRowOutput
from publishing.api.pages import page_of
from publishing.api.tagged import RecordReading


class ChangesViewSet(RecordReading):
    """Every version that was ever public, in the ledger's order: to mirror, and to verify."""

    output_class = LedgerRowOutput
    pagination_class = LedgerPaging
    # Ask each time: an unchanged ledger answers 304 after one look at its head.
    cache_control = "public, no-cache"

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = self.tag_of_ledger(request)
        unchanged = self.unless_held(request, tag)
        if unchanged is not None:
            return unchanged
        rows = FactCheckVersion.objects.values(*COLUMNS, "row_hash")
        page = self.paginate_queryset(rows) or []
        shown = [public_row(row) | {"row_hash": row["row_hash"]} for row in page]
        body, links = page_of(self.paginator, b",".join(map(orjson.dumps, shown)))
        return self.answer(request, body, tag, **links)

    @action(detail=False, url_path="head", output_class=HeadOutput)
    def last_row(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The number and hash of the ledger's last row: what a mirror compares itself with."""
        last = head()
        at = None if last.at is None else instant(last.at)
        row = {"sequence": last.sequence, "row_hash": last.row_hash, "at": at}
        return self.answer(request, orjson.dumps(row), self.tag(request, last.row_hash))

    def known_parameters(self, request: Request) -> frozenset[str]:
        if self.action == "list":
            return OF_ROWS | {AFTER, PAGE_SIZE}
        return super().known_parameters(request)
