"""Sparse answers: `?fields=a,b`."""

from collections.abc import Collection
from typing import Any

from rest_framework.request import Request

from factcheck.rest.exceptions import QueryError


def only_fields(data: Any, request: Request, known: Collection[str] | None = None) -> Any:
    """
    `data` with only the top-level keys that `?fields=a,b` names; whole if nothing is named.

    `data` is a row, a list of rows, or a page with `results`. `known` are the names to choose
    from, the first row's own unless given. Raises QueryError for a name that is not among them.
    """
    if "fields" not in request.META.get("QUERY_STRING", "") or "fields" not in request.query_params:
        return data
    names = _names(request)
    if isinstance(data, dict) and "results" in data and "next" in data:
        return data | {"results": _of_rows(data["results"], names, known)}
    if isinstance(data, dict):
        return _of_rows([data], names, known)[0]
    return _of_rows(data, names, known)


def _names(request: Request) -> list[str]:
    given = ",".join(request.query_params.getlist("fields"))
    return [name for name in (part.strip() for part in given.split(",")) if name]


def _of_rows(rows: Any, names: list[str], known: Collection[str] | None) -> list[Any]:
    if known is None:
        known = rows[0].keys() if rows else names
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        which = f"There is no field {', '.join(unknown)}." if unknown else "It needs a name."
        listed = f" Known are: {', '.join(known)}." if known else ""
        raise QueryError({"fields": f"{which}{listed}"}, code="unknown_field")
    return [{name: row[name] for name in row if name in names} for row in rows]
