"""Answers that are pictures."""

from typing import Any

from rest_framework.renderers import BaseRenderer

from factcheck.rest.renderers import JSONRenderer


class SvgRenderer(BaseRenderer):
    """An SVG document, as it is; a problem in its place stays JSON."""

    media_type = "image/svg+xml"
    format = "svg"
    charset = "utf-8"

    def render(self, data: Any, accepted_media_type: Any = None, context: Any = None) -> Any:
        return data if isinstance(data, str) else JSONRenderer().render(data, None, context)
