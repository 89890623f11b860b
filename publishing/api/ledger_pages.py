"""Pages of the ledger: the rows behind a number, which is all the cursor that a mirror needs."""

from typing import Any

from rest_framework.pagination import BasePagination
from rest_framework.request import Request

from factcheck.rest.exceptions import QueryError
from factcheck.rest.paging import CursorPaging, absolute, page_size_in, single

AFTER, PAGE_SIZE = "after", "page_size"
LONGEST_NUMBER = 18


class LedgerPaging(BasePagination):
    """`?after=N&page_size=50`: rows with greater numbers, in their order."""

    previous = count = None

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        size = page_size_in(request.query_params)
        rows = list(queryset.after(number_in(request.query_params, AFTER) or 0)[: size + 1])
        self.next = None
        if len(rows) > size:
            last = rows[size - 1]["sequence"]
            query = f"?{AFTER}={last}&{PAGE_SIZE}={size}"
            self.next = f"{absolute(request, request.path)}{query}"
        return rows[:size]

    def links(self) -> str:
        """The page behind this one (RFC 8288); empty if there is none."""
        return f'<{self.next}>; rel="next"' if self.next else ""

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """For the OpenAPI document: as other lists, though never with a page before."""
        return CursorPaging().get_paginated_response_schema(schema)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """For the OpenAPI document."""
        sizes = {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}
        parameters = {
            AFTER: ({"type": "integer", "minimum": 0, "default": 0}, "Rows behind this number."),
            PAGE_SIZE: (sizes, "Rows on a page."),
        }
        return [
            {"name": name, "in": "query", "schema": schema, "description": description}
            for name, (schema, description) in parameters.items()
        ]


def number_in(query: Any, name: str) -> int | None:
    """The number of a row that the query names; None if it names none. Raises QueryError."""
    text = single(query, name)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise QueryError({name: "The number of a row, or 0."})
    return int(text)
