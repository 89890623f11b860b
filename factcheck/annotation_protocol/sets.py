"""Whether what somebody sends is a set of annotations: a collection, or a page of one (Model 5)."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from factcheck.annotation_protocol.checking import (
    Problem,
    about,
    each_of,
    kinds_of,
    of_annotation,
    of_context,
    reference,
    told_apart,
)

COLLECTION, PAGE = "AnnotationCollection", "AnnotationPage"
NUMBER = "A whole number, from 0."


def is_set(sent: dict[str, Any]) -> bool:
    """Whether this says that it is a set rather than one annotation."""
    return bool({COLLECTION, PAGE}.intersection(kinds_of(sent)))


def require_set(sent: dict[str, Any]) -> None:
    """Raise Django's ValidationError, by JSON path, for what is no set of the model."""
    problems = told_apart(_problems(sent))
    if problems:
        raise ValidationError(problems)


def _problems(sent: dict[str, Any]) -> Iterator[Problem]:
    yield from of_context(sent)
    yield from about(sent, "")
    if COLLECTION in kinds_of(sent):
        yield from _of_collection(sent)
    else:
        yield from _of_page(sent, "")


def _of_collection(sent: dict[str, Any]) -> Iterator[Problem]:
    wrong = list(_of_number(sent, "total", ""))
    yield from wrong
    if not wrong and sent.get("total") and "first" not in sent:
        yield "first", "A collection of any annotations has a first page."
    for name in ("first", "last"):
        yield from each_of(sent, name, "", _page)


def _page(value: Any, at: str) -> Iterator[Problem]:
    """A page by its IRI, or embedded."""
    if isinstance(value, dict) and "items" in value:
        yield from _of_page(value, f"{at}/")
    else:
        yield from reference(value, at)


def _of_page(page: dict[str, Any], at: str) -> Iterator[Problem]:
    items = page.get("items")
    if not isinstance(items, list) or not items:
        yield f"{at}items", "A list of one annotation at least."
        return
    yield from _of_number(page, "startIndex", at)
    for name in ("partOf", "next", "prev"):
        yield from each_of(page, name, at, reference)
    for position, item in enumerate(items):
        place = f"{at}items/{position}"
        if isinstance(item, dict):
            for inner, reason in of_annotation(item):
                yield f"{place}/{inner}", reason
        else:
            yield from reference(item, place)


def _of_number(row: dict[str, Any], name: str, at: str) -> Iterator[Problem]:
    value = row.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        yield f"{at}{name}", NUMBER
