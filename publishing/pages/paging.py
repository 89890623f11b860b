"""A long list as pages: older and newer ones, by cursor."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest

from factcheck.rest.cursors import Cursor
from factcheck.rest.keysets import keyset
from factcheck.rest.turns import single

SIZE = 20


class Leaf(NamedTuple):
    """The rows of one page, and where the pages beside it are."""

    rows: Sequence[Any]
    newer: str | None
    older: str | None


def leaf_of(request: HttpRequest, rows: QuerySet[Any, Any], column: str) -> Leaf:
    """
    The page of these rows that `?cursor=` names, the highest of this unique column first.

    Raises QueryError for a cursor that is none of ours.
    """
    order = f"-{column}"
    key = keyset(rows, (column,))
    cursor = Cursor.read(single(request.GET, "cursor"), order, key)
    found = list(key.after(rows, order, cursor)[: SIZE + 1])
    more, shown = len(found) > SIZE, found[:SIZE]
    if cursor.backwards:
        shown.reverse()
    before = more if cursor.backwards else not cursor.at_edge
    after = more if not cursor.backwards else not cursor.at_edge
    if not shown:
        return Leaf([], request.path if before or after else None, None)
    return Leaf(
        shown,
        _address(request, Cursor(order, True, key.of(shown[0]))) if before else None,
        _address(request, Cursor(order, False, key.of(shown[-1]))) if after else None,
    )


def _address(request: HttpRequest, cursor: Cursor) -> str:
    return f"{request.path}?{urlencode({'cursor': cursor.text()})}"
