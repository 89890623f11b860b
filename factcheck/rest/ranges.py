"""Two filters that are the ends of one range, and no for a range that ends before it begins."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from factcheck.rest.exceptions import QueryError

# The names of the filters that are a range's beginning and its end.
Range = tuple[str, str]


def refuse_reversed(
    ranges: Iterable[Range], query: Any, field_of: Callable[[str], forms.Field]
) -> None:
    """
    Raise QueryError naming both ends of each range that ends before it begins.

    Each text of the query is one that its field reads. Given twice an end means either, so the
    one counts that leaves more. What begins where it ends is a range.
    """
    wrong: dict[str, str] = {}
    for first, last in ranges:
        if first not in query or last not in query:
            continue
        begin = min(query.getlist(first), key=_reading(field_of(first)))
        end = max(query.getlist(last), key=_reading(field_of(last)))
        if _reading(field_of(first))(begin) > _reading(field_of(last))(end):
            wrong[first] = f"{begin} is beyond {last}, which is {end}."
            wrong[last] = f"{end} is short of {first}, which is {begin}."
    if wrong:
        raise QueryError(wrong, code="reversed_range")


def _reading(field: Any) -> Callable[[str], Any]:
    """How one text of this field becomes what can be compared, whatever they clean to together."""
    return lambda text: field.value_of(text.strip())
