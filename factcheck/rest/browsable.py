"""The API as a page: what a browser's GET shows. Nothing on it can be sent."""

import re
from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from rest_framework.renderers import BrowsableAPIRenderer
from rest_framework.utils.breadcrumbs import get_breadcrumbs

# An address inside JSON that has been escaped for HTML: the quotes around it end it.
ADDRESS = re.compile(r"&quot;(https?://(?:(?!&quot;)[^\s<>\\])+)&quot;")
LINK = r'&quot;<a href="\1" rel="nofollow noopener">\1</a>&quot;'


class ReadOnlyBrowsableRenderer(BrowsableAPIRenderer):
    """An answer with its headers, links to follow, and what the resource can be asked."""

    media_type = "text/html"
    format = "api"
    template = "rest/browse.html"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> SafeString:
        context = dict(renderer_context or {})
        view, request, response = context["view"], context["request"], context["response"]
        renderer: Any = self.get_default_renderer(view)
        text = renderer.render(data, renderer.media_type, context | {"indent": 2}).decode()
        # What the answer would be to a program; then what this page is.
        headers = {"Content-Type": response["Content-Type"]} | dict(sorted(response.items()))
        headers["Content-Type"] = _type_for_programs(renderer, response)
        response["Content-Type"] = f"{self.media_type}; charset={self.charset}"
        return render_to_string(
            self.template,
            {
                "name": view.get_view_name(),
                "description": view.get_view_description(html=True),
                "path": request.get_full_path(),
                "method": request.method,
                "status": f"{response.status_code} {response.status_text}",
                "headers": headers,
                "content": linked(text),
                "breadcrumbs": get_breadcrumbs(request.path, request),
                "as_json": _with_format(request, renderer.format),
                "previous": _link(data, "previous"),
                "next": _link(data, "next"),
                "asks": _what_it_can_be_asked(request, view, response),
            },
        )


def linked(text: str) -> SafeString:
    """JSON as HTML, its http(s) addresses as links."""
    return mark_safe(ADDRESS.sub(LINK, escape(text)))  # escaped first


def _type_for_programs(renderer: Any, response: Any) -> str:
    from factcheck.rest.bodies import PROBLEM_JSON

    return PROBLEM_JSON if response.exception else str(renderer.media_type)


def _with_format(request: Any, name: str) -> str:
    query = request.GET.copy()
    query["format"] = name
    return f"?{query.urlencode()}"


def _link(data: Any, name: str) -> str:
    value = data.get(name) if isinstance(data, Mapping) else None
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else ""


def _what_it_can_be_asked(request: Any, view: Any, response: Any) -> dict[str, Any]:
    """Filters and orderings as OPTIONS tells them; nothing beside an error."""
    if response.exception or view.metadata_class is None:
        return {}
    return view.metadata_class().determine_metadata(request, view)
