"""/api/v1/changes/: the ledger as a feed."""

from typing import Any

from django.http.response import HttpResponseBase
from rest_framework.decorators import action
from rest_framework.request import Request

from factcheck.rest.query import OF_ROWS
from publishing.api.answers.changes import changes, last_change
from publishing.api.ledger_pages import AFTER, PAGE_SIZE, LedgerPaging
from publishing.api.outputs import HeadOutput, LedgerRowOutput
from publishing.api.tagged import RecordReading


class ChangesViewSet(RecordReading):
    """Every version that was ever public, in the ledger's order: to mirror, and to verify."""

    output_class = LedgerRowOutput
    pagination_class = LedgerPaging
    # Ask each time: an unchanged ledger answers 304 after one look at its head.
    cache_control = "public, no-cache"

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.give(request, changes(self.asked(request)))

    @action(detail=False, url_path="head", output_class=HeadOutput)
    def last_row(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The number and hash of the ledger's last row: what a mirror compares itself with."""
        return self.give(request, last_change(self.asked(request)))

    def known_parameters(self, request: Request) -> frozenset[str]:
        if self.action == "list":
            return OF_ROWS | {AFTER, PAGE_SIZE}
        return super().known_parameters(request)
