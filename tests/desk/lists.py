"""All that the admin's lists can be asked for, read from their own declarations."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR
from django.http import QueryDict
from django.urls import reverse

from tests.desk.editor import Editor

# The rooms whose lists the desk opens.
ROOMS = ("claims", "publishing", "sources")
LISTS = sorted(
    model._meta.label_lower for model in admin.site._registry if model._meta.app_label in ROOMS
)


def address_of(label: str, page: str = "changelist") -> str:
    return reverse(f"admin:{label.replace('.', '_')}_{page}")


def queries_of(label: str, editor: Editor, *, together: int) -> Iterator[str]:
    """Each choice of so many filters, unsorted and by each column either way; and a search."""
    shown = editor.client.get(address_of(label)).context["cl"]
    chosen = [list(_choices(each, shown)) for each in shown.filter_specs]
    orders = ["", *(f"{sign}{n}" for n in range(1, len(shown.list_display)) for sign in ("", "-"))]
    for filters in combinations(chosen, together):
        for choices in _each_of(filters):
            for order in orders:
                yield _query({**choices, **({ORDER_VAR: order} if order else {})})
    if not together:
        yield _query({SEARCH_VAR: "bridge"})


def _choices(each: Any, shown: Any) -> Iterator[dict[str, str]]:
    """What a filter offers, but for “All”."""
    for choice in each.choices(shown):
        given = QueryDict(choice["query_string"].removeprefix("?")).dict()
        if given:
            yield {name: str(value) for name, value in given.items()}


def _each_of(filters: Any) -> Iterator[dict[str, str]]:
    if not filters:
        yield {}
        return
    for choice in filters[0]:
        for others in _each_of(filters[1:]):
            yield {**choice, **others}


def _query(given: dict[str, str]) -> str:
    query = QueryDict(mutable=True)
    query.update(given)
    return f"?{query.urlencode()}"
