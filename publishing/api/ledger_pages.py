"""Pages of the ledger: the rows behind a number, which is all the cursor that a mirror needs."""

from typing import Any

from factcheck.rest.exceptions import QueryError
from factcheck.rest.paging import CursorPaging
from factcheck.rest.turns import single

AFTER, PAGE_SIZE = "after", "page_size"
LONGEST_NUMBER = 18


class LedgerPaging(CursorPaging):
    """`?after=N&page_size=50`, as the OpenAPI document tells it: never with a page before."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
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
