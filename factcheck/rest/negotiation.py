"""Which renderer and which parser: JSON for programs, the browsable page for a browser's GET."""

from typing import Any

from django.http.request import MediaType
from rest_framework.exceptions import NotAcceptable
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

    `?format=` chooses outright, and is a QueryError if there is no such format. Else Accept does,
    by its quality values, which DRF does not heed.
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
        ranges = [MediaType(each) for each in self.get_accept_list(request)]
        chosen = max(renderers, key=lambda renderer: _wish_for(renderer, ranges))
        if not _wish_for(chosen, ranges)[0]:
            raise NotAcceptable(available_renderers=renderers)
        return chosen, chosen.media_type


def _wish_for(renderer: Any, ranges: list[MediaType]) -> tuple[float, int]:
    """
    How much this is wanted (RFC 9110, 12.5.1): the quality of the most specific range that it is
    in, and how specific that is. A tie goes to the first renderer.
    """
    found = [
        # Our media types have no parameters, so that none makes a range more fitting.
        (min(each.specificity, 2), each.quality)
        for each in ranges
        if each.match(renderer.media_type)
    ]
    specificity, quality = max(found, default=(0, 0.0))
    return quality, specificity


def _of_format(renderers: Any, name: str) -> Any:
    for renderer in renderers:
        if renderer.format == name:
            return renderer
    known = ", ".join(renderer.format for renderer in renderers)
    raise QueryError({"format": f"There is no such format. Known are: {known}."})
