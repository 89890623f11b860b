"""What JSON-LD and microdata hold where one value was meant: a text, a list, an object, nothing."""

import html
import re
from collections.abc import Iterator
from typing import Any

_LAST_NAME = re.compile(r"[^/#:]*\Z")


def each_of(value: Any) -> list[Any]:
    """The value as a list; what is null or empty is not in it."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if each not in (None, "", [], {})]


def first_of(value: Any) -> Any:
    """The value or, of a list, its first that says anything."""
    return next(iter(each_of(value)), None)


def flat(value: Any) -> Any:
    """An object as JSON-LD has it; microdata keeps an object's values under “properties”."""
    if isinstance(value, dict) and isinstance(value.get("properties"), dict):
        return {"@type": value.get("type") or value.get("@type"), **value["properties"]}
    return value


def is_a(value: Any, *names: str) -> bool:
    """Whether an object is of one of these types, in whatever vocabulary and spelling."""
    if not isinstance(value, dict):
        return False
    kinds = each_of(value.get("@type")) or each_of(value.get("type"))
    said = {_LAST_NAME.search(kind)[0].lower() for kind in kinds if isinstance(kind, str)}  # type: ignore[index]
    return not said.isdisjoint(name.lower() for name in names)


def text_of(value: Any) -> str:
    """One value as text, without white space around it; empty for an object."""
    value = first_of(value)
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def prose_of(value: Any) -> str:
    """One value as prose: entities unescaped once, white space collapsed, quotation marks kept."""
    return " ".join(html.unescape(text_of(value)).split())


def names_of(value: Any) -> list[str]:
    """The names in texts and objects, lists of either, and lists of names."""
    found: list[str] = []
    for each in map(flat, each_of(value)):
        if isinstance(each, dict):
            found += filter(None, map(prose_of, each_of(each.get("name"))))
        elif name := prose_of(each):
            found.append(name)
    return list(dict.fromkeys(found))


def texts_in(value: Any, most_deep: int) -> Iterator[str | None]:
    """Every text and key of a value, at any depth; None where it is deeper than that."""
    waiting = [(value, 0)]
    while waiting:
        each, depth = waiting.pop()
        if depth > most_deep:
            yield None
        elif isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            yield from each
            waiting += [(inner, depth + 1) for inner in each.values()]
        elif isinstance(each, list):
            waiting += [(inner, depth + 1) for inner in each]
