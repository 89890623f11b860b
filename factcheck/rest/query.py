"""Query parameters: which a view knows, and refusing the others by name."""

from collections.abc import Iterable
from typing import Any

from rest_framework.request import Request

from factcheck.rest.exceptions import QueryError

OF_WRITES = frozenset({"format"})
OF_ROWS = frozenset({"format", "fields"})
OF_LISTS = frozenset({"format", "fields", "count", "page_size", "cursor", "ordering"})


def refuse_unknown(query: Any, known: Iterable[str]) -> None:
    """Raise QueryError for parameters that are not `known`, and for NULs in any of them."""
    unknown = query.keys() - known
    if unknown:
        names = ", ".join(sorted(known))
        text = f"There is no such parameter here. Known are: {names}."
        raise QueryError(dict.fromkeys(sorted(unknown), text), code="unknown_parameter")
    with_nul = [name for name, texts in query.lists() if any("\x00" in text for text in texts)]
    if with_nul:
        raise QueryError(dict.fromkeys(with_nul, "No value has a NUL character in it."))


class StrictQueryMixin:
    """
    Refuses query parameters that a view does not know, before it acts.

    A list knows its filters and the parameters of paging, another read `format` and `fields`, a
    write `format`. A view with parameters of its own names them in `extra_parameters`.
    """

    extra_parameters: frozenset[str] = frozenset()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        if request.META.get("QUERY_STRING") and request.method != "OPTIONS":
            refuse_unknown(request.query_params, self.known_parameters(request))

    def known_parameters(self, request: Request) -> frozenset[str]:
        """The names of the parameters that this request may carry."""
        if request.method not in ("GET", "HEAD"):
            return OF_WRITES | self.extra_parameters
        if not pages_through_rows(self):
            return OF_ROWS | self.extra_parameters
        filterset = getattr(self, "filterset_class", None)
        filters = filterset.known_names(desk=sees_desk(self, request)) if filterset else frozenset()
        return OF_LISTS | self.extra_parameters | filters


def pages_through_rows(view: Any) -> bool:
    """
    Whether a GET of this view answers with pages of rows.

    `list` does, and so does an action that brings orderings of its own.
    """
    action = getattr(view, "action", None)
    return hasattr(view, "list") if action is None else brings_rows(view, action)


def brings_rows(view: Any, action: str) -> bool:
    """Whether this action of the view pages through rows; a list may say that `is_paged` is not."""
    if action == "list":
        return bool(getattr(view, "is_paged", True))
    return bool(getattr(getattr(view, action), "kwargs", {}).get("orderings"))


def sees_desk(view: Any, request: Request) -> bool:
    """What the view says of whoever asks; where it does not say, nobody is of the desk."""
    ask = getattr(view, "sees_desk", None)
    return ask is not None and bool(ask(request))
