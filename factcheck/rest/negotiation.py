"""Which renderer and which parser: JSON for programs, the browsable page for a browser's GET."""

from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request

from factcheck.rest.exceptions import QueryError

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"
# What programs send as Accept; none of it needs looking at closely.
ANYTHING = frozenset({"", "*/*"})
PLAIN = ANYTHING | {JSON, "application/problem+json", f"{JSON}, */*", f"{JSON}, text/plain, */*"}


class Negotiation(DefaultContentNegotiation):
    """
    The first renderer is the one of programs, the others are for GET and HEAD only.

    `?format=` chooses outright, and is a QueryError if there is no such format.
    """

    def select_parser(self, request: Request, parsers: Any) -> Any:
        if request.content_type.partition(";")[0].strip().lower() == MERGE_PATCH:
            return next((parser for parser in parsers if parser.media_type == JSON), None)
        return super().select_parser(request, parsers)

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> Any:
        first = renderers[0]
        if request.method not in ("GET", "HEAD"):
            return first, first.media_type
        meta = request.META
        if "format=" in meta.get("QUERY_STRING", "") and "format" in request.query_params:
            chosen = _of_format(renderers, request.query_params["format"])
            return chosen, chosen.media_type
        if meta.get("HTTP_ACCEPT", "") in (PLAIN if first.media_type == JSON else ANYTHING):
            return first, first.media_type
        return super().select_renderer(request, renderers, format_suffix)


def _of_format(renderers: Any, name: str) -> Any:
    for renderer in renderers:
        if renderer.format == name:
            return renderer
    known = ", ".join(renderer.format for renderer in renderers)
    raise QueryError({"format": f"There is no such format. Known are: {known}."})
