"""The API's OpenAPI document, and holding answers to it."""

import re
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
DAY = re.compile(r"\d{4}-\d\d-\d\d")

formats = FormatChecker(formats=())


@formats.checks("date-time")
def is_instant(value: Any) -> bool:
    return value is None or INSTANT.fullmatch(value) is not None


@formats.checks("date")
def is_day(value: Any) -> bool:
    return value is None or DAY.fullmatch(value) is not None


class Document:
    """The document as this process would serve it, with no key allowed that it does not name."""

    def __init__(self) -> None:
        self.raw = SchemaGenerator().get_schema(request=None, public=True)
        document = _strict(self.raw)
        resource = Resource(contents=document, specification=DRAFT202012)
        self.registry = Registry().with_resource("urn:api", resource)
        self.paths = [
            (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), path, operations)
            for path, operations in document["paths"].items()
        ]

    def problems_with(self, response: Any) -> list[str]:
        """What the document does not say of this answer; nothing where they agree."""
        path, method = response.request["PATH_INFO"], response.request["REQUEST_METHOD"]
        found = next((each for each in self.paths if each[0].fullmatch(path)), None)
        operation = found and found[2].get(method.lower())
        if not found or not operation:
            return [f"There is no {method} {path}."]
        told = operation["responses"].get(str(response.status_code))
        if told is None:
            return [f"{method} {found[1]} does not tell of {response.status_code}."]
        differences = [*_missing_headers(response, told), *self._differences(response, told)]
        return [f"{method} {found[1]}: {each}" for each in differences]

    def _differences(self, response: Any, told: dict[str, Any]) -> list[str]:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if not told.get("content"):
            return [f"a body: {response.content!r}"] if response.content else []
        if kind not in told["content"]:
            return [f"{kind} rather than {', '.join(told['content'])}"]
        if not kind.endswith("json"):
            return []
        schema = _absolute(told["content"][kind]["schema"])
        validator = Draft202012Validator(schema, registry=self.registry, format_checker=formats)
        return [
            f"{error.json_path}: {error.message[:200]}"
            for error in validator.iter_errors(response.json())
        ]


def _missing_headers(response: Any, told: dict[str, Any]) -> list[str]:
    """A Link only says where else to go, and not every page has neighbours."""
    promised = told.get("headers", {}).keys() - {"Link"}
    return [f"no {name}" for name in sorted(promised) if not response.has_header(name)]


def _strict(schema: Any) -> Any:
    """The same with `additionalProperties: false` on every object that names its keys."""
    if isinstance(schema, dict):
        strict = {name: _strict(value) for name, value in schema.items()}
        if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
            strict.setdefault("additionalProperties", False)
        return _absolute_reference(strict)
    return [_strict(each) for each in schema] if isinstance(schema, list) else schema


def _absolute(schema: dict[str, Any]) -> dict[str, Any]:
    return _absolute_reference(dict(schema))


def _absolute_reference(schema: dict[str, Any]) -> dict[str, Any]:
    if str(schema.get("$ref", "")).startswith("#"):
        schema["$ref"] = f"urn:api{schema['$ref']}"
    return schema
