"""Pages by keyset: a cursor is the whole ordering key of the row it stands beside."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from factcheck.rest.cursors import Cursor
from factcheck.rest.keysets import keyset
from factcheck.rest.query import sees_desk
from factcheck.rest.turns import (
    BY_RELEVANCE,
    LARGEST,
    RELEVANCE,
    SEARCHES,
    SMALLEST,
    USUAL,
    Orderings,
    Turn,
    is_counted,
    page_size_in,
    single,
)

# What a view without orderings of its own has.
BY_ID = {"id": ("public_id",)}


class CursorPaging(BasePagination):
    """
    `{"next", "previous", "results"}`, with `count` where `?count=true` asks for it.

    The view says `orderings`, public name → model columns, the last of them `public_id`, and
    `default_ordering`; to readers those in `desk_orderings` are unknown. Rows may be instances or
    dicts of `values()` with those columns in them.
    """

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        query = request.query_params
        size = page_size_in(query)
        orderings = _orderings(view, desk=sees_desk(view, request))
        ordering = orderings.asked(query)
        self.count = queryset.count() if is_counted(query) else None
        key = (
            BY_RELEVANCE
            if ordering == RELEVANCE
            else keyset(queryset, orderings.columns_of(ordering))
        )
        cursor = Cursor.read(single(query, "cursor"), ordering, key)
        turn = Turn(cursor, key, size, _is_ranged(view, query, key.columns[0].path))
        address = absolute(request, request.path)
        rows, self.beside = turn.page(
            turn.read(queryset), lambda cursor: beside(address, query, cursor)
        )
        return rows

    def get_paginated_response(self, data: Any) -> Response:
        body = {"next": self.beside.next, "previous": self.beside.previous, "results": data}
        if self.count is not None:
            body["count"] = self.count
        links = self.beside.links()
        return Response(body, headers={"Link": links} if links else None)

    def get_results(self, data: Mapping[str, Any]) -> Any:
        return data["results"]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": address,
                "previous": address,
                "results": schema,
                "count": {"type": "integer", "description": "Only with `?count=true`."},
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """For the OpenAPI document."""
        size = {"type": "integer", "minimum": SMALLEST, "maximum": LARGEST, "default": USUAL}
        usual = default_ordering_of(view)
        parameters = {
            "cursor": ({"type": "string"}, "Where the page begins: follow `next`."),
            "page_size": (size, "Rows on a page."),
            "count": ({"type": "boolean"}, "Whether to count all rows as well."),
            "ordering": (
                {"type": "string", "enum": orderings_of(view, desk=True), "default": usual},
                "By what the rows are ordered, those without it last; `relevance` is that to `q`.",
            ),
        }
        return [
            {"name": name, "in": "query", "schema": schema, "description": description}
            for name, (schema, description) in parameters.items()
        ]


def absolute(request: Any, path: str) -> str:
    """The address of a path: under PUBLIC_URL if there is one, else on the request's own host."""
    if settings.PUBLIC_URL:
        return f"{settings.PUBLIC_URL}{path}"
    return f"{request.scheme}://{request.get_host()}{path}"


def beside(address: str, query: Any, cursor: Cursor) -> str:
    """The address of the page at the cursor, of the list that this query asks for."""
    parameters = [
        (name, value) for name, values in query.lists() if name != "cursor" for value in values
    ]
    return f"{address}?{urlencode([*parameters, ('cursor', cursor.text())])}"


def columns_of(view: Any) -> Mapping[str, tuple[str, ...]]:
    """The view's orderings: public name → columns."""
    return getattr(view, "orderings", BY_ID)


def orderings_of(view: Any, *, desk: bool) -> list[str]:
    """What `?ordering=` takes here of whoever asks."""
    return _orderings(view, desk=desk).known()


def column_asked(view: Any, query: Any) -> str:
    """The first column of the ordering that the query asks of this view, if it knows it."""
    name = query.get("ordering") or default_ordering_of(view)
    if name == RELEVANCE and is_searched(view):
        return RELEVANCE
    return next(iter(columns_of(view).get(name.removeprefix("-"), ())), "")


def is_searched(view: Any) -> bool:
    """Whether the view's list has a search among its filters."""
    filters = getattr(getattr(view, "filterset_class", None), "base_filters", {})
    return any(name in filters for name in SEARCHES)


def default_ordering_of(view: Any) -> str:
    """What a list is ordered by unless asked otherwise; empty where there is one order only."""
    return getattr(view, "default_ordering", None) or next(iter(columns_of(view)), "")


def _is_ranged(view: Any, query: Any, column: str) -> bool:
    """Whether the query names a filter of the view that is a range of this column."""
    filterset = getattr(view, "filterset_class", None)
    return any(
        each.field_name == column and each.lookup_expr in ("lt", "lte", "gt", "gte")
        for name, each in (filterset.base_filters if filterset else {}).items()
        if query.get(name)
    )


def _orderings(view: Any, *, desk: bool) -> Orderings:
    hidden = () if desk else getattr(view, "desk_orderings", ())
    return Orderings(columns_of(view), default_ordering_of(view), hidden, is_searched(view))
