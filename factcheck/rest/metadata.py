"""OPTIONS: what a resource is, which methods it takes, how its list is filtered and ordered."""

from typing import Any

from rest_framework.metadata import BaseMetadata
from rest_framework.request import Request

from factcheck.rest.filter_fields import known_choices
from factcheck.rest.filter_kinds import EitherFilter
from factcheck.rest.filters import StrictFilterSet
from factcheck.rest.paging import default_ordering_of, orderings_of
from factcheck.rest.query import brings_rows, sees_desk


class ResourceMetadata(BaseMetadata):
    """Name, description, methods, formats; for lists filters and orderings as well."""

    def determine_metadata(self, request: Request, view: Any) -> dict[str, Any]:
        about = {
            "name": view.get_view_name(),
            "description": view.get_view_description(),
            "methods": view.allowed_methods,
            "renders": [renderer.media_type for renderer in view.get_renderers()],
            "parses": [parser.media_type for parser in view.parser_classes],
        }
        return about | _of_list(request, view) if _is_of_rows(view) else about


def _is_of_rows(view: Any) -> bool:
    """Whether a GET of this path pages through rows; the view's own action now is OPTIONS."""
    action = getattr(view, "action_map", {}).get("get")
    return action is not None and brings_rows(view, action)


def _of_list(request: Request, view: Any) -> dict[str, Any]:
    filterset = getattr(view, "filterset_class", None)
    desk = sees_desk(view, request)
    return {
        "filters": filters_of(filterset, desk=desk) if filterset else [],
        "orderings": orderings_of(view, desk=desk),
        "default_ordering": default_ordering_of(view),
    }


def filters_of(filterset: type[StrictFilterSet], *, desk: bool) -> list[dict[str, Any]]:
    """The filters that whoever asks may use, with what their values mean."""
    known = filterset.known_names(desk=desk)
    return [
        _described(filterset, name, each)
        for name, each in filterset.base_filters.items()
        if name in known
    ]


def _described(filterset: type[StrictFilterSet], name: str, each: Any) -> dict[str, Any]:
    about: dict[str, Any] = {
        "name": name,
        "help": help_of(each),
        "repeatable": isinstance(each, EitherFilter),
    }
    if aliases := [alias for alias, own in filterset.aliases.items() if own == name]:
        about["aliases"] = aliases
    if choices := each.extra.get("choices"):
        about["choices"] = known_choices(choices)
    return about


def help_of(each: Any) -> str:
    """A filter's own words."""
    return str(each.extra.get("help_text") or "")
