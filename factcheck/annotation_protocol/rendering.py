"""Annotations on the wire: JSON-LD, Turtle where the extra is installed, and JSON-LD read."""

from collections.abc import Mapping
from typing import Any

from factcheck.annotation_protocol.terms import JSON_LD, JSON_LD_WITH_PROFILE, TURTLE
from factcheck.annotation_protocol.turtle import as_turtle
from factcheck.rest.parsers import StrictJSONParser
from factcheck.rest.renderers import JSONRenderer


class JsonLdRenderer(JSONRenderer):
    """
    JSON-LD with the annotations' profile; a problem in its place stays a problem.

    The media type has no profile here: with one DRF finds it unacceptable to `*/*`.
    """

    media_type = JSON_LD
    format = "jsonld"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        _say(JSON_LD_WITH_PROFILE, renderer_context)
        return super().render(data, accepted_media_type, renderer_context)


class TurtleRenderer(JSONRenderer):
    """The same as RDF; a problem in its place is JSON."""

    media_type = TURTLE
    format = "turtle"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        response = (renderer_context or {}).get("response")
        if not data or (response is not None and response.exception):
            return super().render(data, accepted_media_type, renderer_context)
        _say(f"{TURTLE}; charset=utf-8", renderer_context)
        return as_turtle(data)


class JsonLdParser(StrictJSONParser):
    """A body in JSON-LD, whatever profile it names."""

    media_type = JSON_LD


def _say(media_type: str, context: Mapping[str, Any] | None) -> None:
    response = (context or {}).get("response")
    if response is not None:
        response["Content-Type"] = media_type
