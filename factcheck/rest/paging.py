"""Pages by keyset: a cursor is the whole ordering key of the row it stands beside."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from factcheck.rest.cursors import Cursor
from factcheck.rest.exceptions import QueryError
from factcheck.rest.keysets import Keyset, keyset
from factcheck.rest.query import sees_desk

SMALLEST, USUAL, LARGEST = 1, 50, 100

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
        self.request = request
        query = request.query_params
        size = page_size_in(query)
        self.ordering = _ordering(request, view)
        self.count = queryset.count() if _is_counted(query) else None
        key = keyset(queryset, columns_of(view)[self.ordering.removeprefix("-")])
        cursor = Cursor.read(single(query, "cursor"), self.ordering, key)
        page = key.after(queryset, self.ordering, cursor)[: size + 1]
        rows = list(page)
        more, rows = len(rows) > size, rows[:size]
        if cursor.backwards:
            rows.reverse()
        self._place(rows, key, cursor, more=more)
        return rows

    def _place(self, rows: Sequence[Any], key: Keyset, cursor: Cursor, *, more: bool) -> None:
        """Where the pages beside this one begin."""
        before = more if cursor.backwards else not cursor.at_edge
        after = more if not cursor.backwards else not cursor.at_edge
        self.next = self.previous = None
        if rows:
            if after:
                self.next = self._address(Cursor(self.ordering, False, key.of(rows[-1])))
            if before:
                self.previous = self._address(Cursor(self.ordering, True, key.of(rows[0])))
        elif not cursor.at_edge:
            # The rows beyond the cursor have gone: lead back to the edge of those that stayed.
            edge = self._address(Cursor(self.ordering, not cursor.backwards, None))
            if cursor.backwards:
                self.next = edge
            else:
                self.previous = edge

    def _address(self, cursor: Cursor) -> str:
        query = [
            (name, value)
            for name, values in self.request.query_params.lists()
            if name != "cursor"
            for value in values
        ]
        query.append(("cursor", cursor.text()))
        return f"{absolute(self.request, self.request.path)}?{urlencode(query)}"

    def get_paginated_response(self, data: Any) -> Response:
        body = {"next": self.next, "previous": self.previous, "results": data}
        if self.count is not None:
            body["count"] = self.count
        links = self.links()
        return Response(body, headers={"Link": links} if links else None)

    def links(self) -> str:
        """The pages beside this one (RFC 8288); empty if there is none."""
        places = (("next", self.next), ("prev", self.previous))
        return ", ".join(f'<{address}>; rel="{rel}"' for rel, address in places if address)

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
                "By what the rows are ordered; rows without it come last.",
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


def columns_of(view: Any) -> Mapping[str, tuple[str, ...]]:
    """The view's orderings: public name → columns."""
    return getattr(view, "orderings", BY_ID)


def orderings_of(view: Any, *, desk: bool) -> list[str]:
    """What `?ordering=` takes here of whoever asks."""
    hidden: Collection[str] = () if desk else getattr(view, "desk_orderings", ())
    names = [name for name in columns_of(view) if name not in hidden]
    return [f"{sign}{name}" for name in names for sign in ("", "-")]


def default_ordering_of(view: Any) -> str:
    """What a list is ordered by unless asked otherwise; empty where there is one order only."""
    return getattr(view, "default_ordering", None) or next(iter(columns_of(view)), "")


def _ordering(request: Request, view: Any) -> str:
    name = single(request.query_params, "ordering")
    if name is None:
        return default_ordering_of(view)
    known = orderings_of(view, desk=sees_desk(view, request))
    if name not in known:
        raise QueryError(
            {"ordering": f"There is no such ordering. Known are: {', '.join(known)}."},
            code="unknown_ordering",
        )
    return name


def page_size_in(query: Any) -> int:
    """How many rows the query wants on a page. Raises QueryError."""
    text = single(query, "page_size")
    if text is None:
        return USUAL
    # isdigit alone takes other scripts' digits; the length keeps int() from long work.
    is_number = text.isascii() and text.isdigit() and len(text) < 4
    if not is_number or not SMALLEST <= int(text) <= LARGEST:
        raise QueryError({"page_size": f"A whole number from {SMALLEST} to {LARGEST}."})
    return int(text)


def _is_counted(query: Any) -> bool:
    text = single(query, "count")
    if text not in (None, "true", "false"):
        raise QueryError({"count": "Either true or false."})
    return text == "true"


def single(query: Any, name: str) -> str | None:
    """The parameter's value, which nobody may send twice."""
    values = query.getlist(name)
    if len(values) > 1:
        raise QueryError({name: "Once only."})
    return values[0] if values else None
