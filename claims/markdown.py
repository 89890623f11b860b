"""A rationale's Markdown as HTML: CommonMark and tables, nothing that could act, no pictures."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
# Headings begin here, below those of the page that shows them.
_HIGHEST, _LOWEST = 3, 6
_TEXT = {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_CLEANER = nh3.Cleaner(
    tags=_TEXT | _TABLE | {f"h{level}" for level in range(_HIGHEST, _LOWEST + 1)},
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    link_rel="nofollow noopener",
    url_schemes={"http", "https", "mailto"},
    # A path would lead into whatever site shows it.
    url_relative="deny",
)


def rendered(text: str) -> SafeString:
    """
    HTML of this Markdown, safe to put into any page.

    HTML in it stays text, links lead to http, https and mailto only, its first heading is an <h3>.
    """
    tokens = _PARSER.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1]) + _HIGHEST - 1
            token.tag = f"h{min(level, _LOWEST)}"
    return mark_safe(_CLEANER.clean(_PARSER.renderer.render(tokens, _PARSER.options, {})))
