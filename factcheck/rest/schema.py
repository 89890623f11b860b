"""The OpenAPI document: what the manners add to each operation, said once."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from drf_spectacular.extensions import OpenApiFilterExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent, build_parameter_type
from drf_spectacular.utils import OpenApiParameter

from factcheck.rest import filter_kinds
from factcheck.rest.bodies import PROBLEM_JSON
from factcheck.rest.filter_fields import known_choices
from factcheck.rest.metadata import help_of
from factcheck.rest.query import pages_through_rows

TEXT = {"type": "string"}

ENTRY = {
    "type": "object",
    "required": ["code", "detail"],
    "properties": {
        "pointer": TEXT | {"description": "Where in the body: a JSON pointer (RFC 6901)."},
        "parameter": TEXT | {"description": "Which query parameter."},
        "code": TEXT,
        "detail": TEXT,
        "existing": TEXT
        | {"description": "The id of the row that has already what only one may have."},
    },
}
PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": TEXT | {"format": "uri-reference"},
        "title": TEXT | {"description": "The status in words."},
        "status": {"type": "integer"},
        "detail": TEXT | {"description": "What a person can do something about."},
        "code": TEXT | {"description": "What a program can act upon."},
        "errors": {"type": "array", "items": ENTRY},
    },
}

IF_MATCH = OpenApiParameter(
    "If-Match",
    location="header",
    required=True,
    description="The ETag of the version that you have read, or `*` for any.",
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", location="header", description="An ETag you have: 304 if it still holds."
)
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    location="header",
    pattern=r"^[!-~]{1,255}$",
    description="Yours to choose: the same request sent again with it is done once (24 hours).",
)
FIELDS = OpenApiParameter(
    "fields", description="Only these top-level keys of each row, separated by commas."
)

RESPONSE_HEADERS = {
    "ETag": "The version and a hash of the bytes: for If-Match and If-None-Match.",
    "Link": "The pages beside this one (RFC 8288).",
    "Location": "Where the new row is.",
}


class ApiSchema(AutoSchema):
    """
    Adds to what drf-spectacular reads from a view: its `output_class` as the answer's shape,
    headers, sparse fields, and every problem that can occur.

    A view or action may say `needs_match` where that does not follow from its method,
    `makes_nothing` where a POST only asks, and `other_problems`, statuses beyond the usual. Whether
    anybody may use a method it tells with `is_open(method)`; without, lists and rows are open.
    """

    def get_request_serializer(self) -> Any:
        if self.method in ("GET", "DELETE") or not getattr(self.view, "serializer_class", None):
            return None
        return super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        output = getattr(self.view, "output_class", None)
        if output is None or self.method == "DELETE":
            return super().get_response_serializers()
        return output

    def get_override_parameters(self) -> list[Any]:
        parameters: list[Any] = [*super().get_override_parameters()]
        if self.method == "GET":
            return [*parameters, FIELDS, IF_NONE_MATCH]
        if self._needs_match():
            parameters.append(IF_MATCH)
        if self.method == "POST":
            parameters.append(IDEMPOTENCY_KEY)
        return parameters

    def get_auth(self) -> list[Any]:
        """What is open to anyone needs no token; what anyone sees of it is another matter."""
        schemes = super().get_auth()
        return [*schemes, {}] if self._is_open() and {} not in schemes else schemes

    def _is_open(self) -> bool:
        ask = getattr(self.view, "is_open", None)
        if ask is None:
            return getattr(self.view, "action", None) in ("list", "retrieve")
        return bool(ask(self.method))

    def _is_list_view(self, serializer: Any = None) -> bool:
        if hasattr(self.view, "action_map"):
            return self.method == "GET" and pages_through_rows(self.view)
        return super()._is_list_view(serializer)

    def _needs_match(self) -> bool:
        usual = self.method != "POST" or bool(getattr(self.view, "detail", False))
        said = getattr(self.view, "needs_match", None)
        return usual if said is None else bool(said)

    def _makes_nothing(self) -> bool:
        return bool(getattr(self.view, "makes_nothing", False))

    def _get_response_bodies(self, direction: Any = "response") -> Any:
        responses = super()._get_response_bodies(direction)
        if "201" in responses and self._makes_nothing():
            responses["200"] = responses.pop("201")
        if self.method == "GET":
            responses["304"] = {"description": "It is what you have already."}
        component = ResolvedComponent(
            name="Problem", type=ResolvedComponent.SCHEMA, object="Problem", schema=PROBLEM
        )
        self.registry.register_on_missing(component)
        content = {PROBLEM_JSON: {"schema": component.ref}}
        for status in sorted(set(self._problems())):
            responses.setdefault(
                str(status), {"content": content, "description": HTTPStatus(status).phrase}
            )
        return responses

    def _problems(self) -> Iterator[int]:
        """The statuses of what can go wrong here."""
        yield from (400, 401, 429, *getattr(self.view, "other_problems", ()))
        # A session's write without its CSRF token is refused wherever it goes.
        if self.method != "GET" or not self._is_open():
            yield 403
        if getattr(self.view, "detail", False):
            yield 404
        if self.method == "GET":
            # Other methods answer in the form of programs, whatever is accepted.
            yield 406
            return
        yield from (409, 413, 415)
        if self._needs_match():
            yield from (412, 428)
        if self.method == "POST":
            yield 422

    def _get_response_headers_for_code(self, status_code: str, direction: Any = "response") -> Any:
        headers = super()._get_response_headers_for_code(status_code, direction)
        creates = getattr(self.view, "action", None) == "create" and not self._makes_nothing()
        made = status_code == "201" and creates
        read_or_changed = status_code == "200" and (self.method == "GET" or self._needs_match())
        names = ["ETag"] if made or read_or_changed else []
        names += ["Location"] if made else []
        names += ["Link"] if status_code == "200" and self._is_list_view() else []
        for name in names:
            headers.setdefault(name, {"schema": TEXT, "description": RESPONSE_HEADERS[name]})
        return headers


class StrictFilters(OpenApiFilterExtension):
    """Filters as repeatable parameters, straight from their declaration."""

    target_class = "factcheck.rest.filters.StrictFilterBackend"
    priority = 1

    def get_schema_operation_parameters(self, auto_schema: Any, *args: Any, **kwargs: Any) -> Any:
        filterset = getattr(auto_schema.view, "filterset_class", None)
        if filterset is None:
            return []
        return [
            build_parameter_type(
                name=name,
                location="query",
                schema={"type": "array", "items": _value_schema(each)},
                description=_description(filterset, name, each),
                explode=True,
                style="form",
            )
            for name, each in filterset.base_filters.items()
        ]


def _description(filterset: Any, name: str, each: Any) -> str:
    aliases = [f"`{alias}`" for alias, own in filterset.aliases.items() if own == name]
    parts = [
        help_of(each),
        "For the desk only." if name in filterset.desk_only else "",
        f"Also as {', '.join(aliases)}." if aliases else "",
    ]
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _value_schema(each: Any) -> dict[str, Any]:
    """What one value of this filter looks like."""
    if isinstance(each, filter_kinds.YesNoFilter):
        return {"type": "boolean"}
    if isinstance(each, filter_kinds.NumberFilter):
        return {"type": "number"}
    if isinstance(each, filter_kinds.DateFilter):
        return TEXT | {"format": "date"}
    if isinstance(each, filter_kinds.InstantFilter):
        return {"anyOf": [TEXT | {"format": "date-time"}, TEXT | {"format": "date"}]}
    if isinstance(each, filter_kinds.WordsFilter):
        return dict(TEXT)
    choices = each.extra.get("choices")
    # A callable may ask the database, which the document must not depend on.
    if choices and not callable(choices):
        return TEXT | {"enum": known_choices(choices)}
    return TEXT | {"minLength": 1}
