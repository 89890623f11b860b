"""Whether what somebody sends is an annotation: the Data Model's rules, each with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from factcheck.annotation_protocol.terms import ANNO_CONTEXT

Problem = tuple[str, str]

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", re.ASCII)
TIMES = ("created", "modified", "generated")
SEVERAL = ("Choice", "Composite", "List", "Independents")
# What each selector and state cannot do without, and of what kind that is.
NEEDED: dict[str, dict[str, type]] = {
    "FragmentSelector": {"value": str},
    "CssSelector": {"value": str},
    "XPathSelector": {"value": str},
    "TextQuoteSelector": {"exact": str},
    "TextPositionSelector": {"start": int, "end": int},
    "DataPositionSelector": {"start": int, "end": int},
    "RangeSelector": {"startSelector": dict, "endSelector": dict},
    "HttpRequestState": {"value": str},
}
KINDS = {str: "One text.", int: "One whole number, from 0.", dict: "One selector."}


def require_annotation(sent: dict[str, Any]) -> None:
    """Raise Django's ValidationError, by JSON path, for what is no annotation of the model."""
    problems = told_apart([*of_context(sent), *of_annotation(sent)])
    if problems:
        raise ValidationError(problems)


def told_apart(problems: Iterable[Problem]) -> dict[str, str]:
    """The first problem of each place."""
    found: dict[str, str] = {}
    for place, reason in problems:
        found.setdefault(place, reason)
    return found


def listed(value: Any) -> list[Any]:
    """One or several values as a list; none is an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def kinds_of(row: Mapping[str, Any]) -> list[str]:
    """The names of the types that this says it is of."""
    return [each for each in listed(row.get("type")) if isinstance(each, str)]


def is_iri(value: Any) -> bool:
    """Whether this is one absolute IRI."""
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def of_context(sent: dict[str, Any]) -> Iterator[Problem]:
    """What makes it no document of the model."""
    if ANNO_CONTEXT not in listed(sent.get("@context")):
        yield "@context", f"The context of annotations is missing: {ANNO_CONTEXT}."


def of_annotation(sent: dict[str, Any]) -> Iterator[Problem]:
    """What makes it no annotation."""
    if "Annotation" not in kinds_of(sent):
        yield "type", "The type has to be Annotation."
    if not listed(sent.get("target")):
        yield "target", "An annotation has a target at least."
    if "body" in sent and "bodyValue" in sent:
        yield "bodyValue", "Either body or bodyValue, not both."
    if not isinstance(sent.get("bodyValue", ""), str):
        yield "bodyValue", KINDS[str]
    yield from about(sent, "")
    for name in ("body", "target"):
        yield from each_of(sent, name, "", _resource)
    if "canonical" in sent and not is_iri(sent["canonical"]):
        yield "canonical", "One absolute IRI."
    for name in ("via", "stylesheet"):
        yield from each_of(sent, name, "", reference)


def about(row: dict[str, Any], at: str) -> Iterator[Problem]:
    """What annotations and resources alike say of themselves."""
    if "id" in row and not is_iri(row["id"]):
        yield f"{at}id", "One absolute IRI."
    yield from _of_type(row, at)
    for name in TIMES:
        if name in row and not _is_time(row[name]):
            yield f"{at}{name}", "One time in UTC, as 2024-10-24T12:00:00Z."
    for name in ("creator", "generator", "rights"):
        yield from each_of(row, name, at, reference)
    for name in ("motivation", "purpose"):
        if not all(isinstance(each, str) and each for each in listed(row.get(name))):
            yield f"{at}{name}", "The name of a motivation, or several."


def _resource(value: Any, at: str) -> Iterator[Problem]:
    """A body or a target: an IRI, or what is said of a resource."""
    if not isinstance(value, dict):
        yield from reference(value, at)
        return
    yield from about(value, f"{at}/")
    kinds = kinds_of(value)
    if "TextualBody" in kinds and not isinstance(value.get("value"), str):
        yield f"{at}/value", KINDS[str]
    if set(kinds) & set(SEVERAL):
        yield from each_of(value, "items", f"{at}/", _resource)
        return
    specific = "SpecificResource" in kinds or value.keys() & {"selector", "state", "source"}
    if specific and not _is_one_source(value.get("source")):
        yield f"{at}/source", "One source: an absolute IRI, or an object with one as its id."
    if not specific and not value.keys() & {"id", "value"} and not kinds:
        yield at, "A resource has an id, a value or a type at least."
    for name in ("selector", "state"):
        yield from each_of(value, name, f"{at}/", _part)


def _part(value: Any, at: str) -> Iterator[Problem]:
    """A selector or a state: an IRI, or what tells the part."""
    if not isinstance(value, dict) or ("id" in value and "value" not in value):
        yield from reference(value, at)
        return
    yield from _of_type(value, f"{at}/")
    for kind in kinds_of(value):
        for name, needed in NEEDED.get(kind, {}).items():
            if not _is_one(value.get(name), needed):
                yield f"{at}/{name}", KINDS[needed]
    dates = [name for name in ("sourceDate", "sourceDateStart", "sourceDateEnd") if name in value]
    for name in dates:
        if not _is_time(value[name]):
            yield f"{at}/{name}", "One time in UTC, as 2024-10-24T12:00:00Z."
    if "sourceDate" in dates and len(dates) > 1:
        yield f"{at}/sourceDate", "Either one time, or a start and an end."
    yield from each_of(value, "refinedBy", f"{at}/", _part)


def reference(value: Any, at: str) -> Iterator[Problem]:
    """Another resource: its IRI, or an object that may have one."""
    if isinstance(value, dict):
        if "id" in value and not is_iri(value["id"]):
            yield f"{at}/id", "One absolute IRI."
    elif not is_iri(value):
        yield at, "An absolute IRI, or an object."


def each_of(
    row: dict[str, Any], name: str, at: str, check: Callable[[Any, str], Iterator[Problem]]
) -> Iterator[Problem]:
    """The problems of one value, or of each in a list."""
    value = row.get(name)
    if isinstance(value, list):
        for position, each in enumerate(value):
            yield from check(each, f"{at}{name}/{position}")
    elif value is not None:
        yield from check(value, f"{at}{name}")


def _of_type(row: dict[str, Any], at: str) -> Iterator[Problem]:
    if len(kinds_of(row)) < len(listed(row.get("type"))):
        yield f"{at}type", "The name of a type, or several."


def _is_one(value: Any, kind: type) -> bool:
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return isinstance(value, kind)


def _is_one_source(value: Any) -> bool:
    return is_iri(value.get("id") if isinstance(value, dict) else value)


def _is_time(value: Any) -> bool:
    if not isinstance(value, str) or not UTC.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        # Of this form, and on no calendar or clock.
        return False
    return True
