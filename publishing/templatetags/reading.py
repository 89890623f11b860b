"""What readers' templates say in one word: a rating, a figure, a day."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import orjson
from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from claims.chart.beside import IN_BRACKETS
from claims.quantities.quantity import Quantity
from claims.templatetags.figures import in_signs
from factcheck.desk.glyphs import BY_VALUE

register = template.Library()

SHIPPED = (
    "true",
    "mostly-true",
    "mixed",
    "mostly-false",
    "false",
    "missing-context",
    "disputed",
    "unproven",
)
# What would end a script element, or be read as markup in one.
_IN_A_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def badge(rating: Mapping[str, Any]) -> SafeString:
    """A rating: glyph and word."""
    return format_html(
        '<span class="badge {}"><i class="g"></i>{}</span>', tone(rating), rating["name"]
    )


@register.filter
def tone(rating: Mapping[str, Any]) -> str:
    """
    The classes by which the style sheet gives a rating its colour and its glyph.

    A rating of the desk's own has the glyph of its place on the scale.
    """
    if rating["slug"] in SHIPPED:
        return f"r-{rating['slug']}"
    return f"r-other g-{BY_VALUE.get(rating['value'] or 0, 'unproven')}"


@register.simple_tag
def chip(figure: Quantity) -> SafeString:
    """A figure in signs, and in its own words where the signs hide how it was said."""
    signs, behind = in_signs(figure, shown="chip-words", heard="unseen")
    title = format_html(' title="{}"', IN_BRACKETS) if figure.unit_implied else ""
    return format_html('<span class="chip"{}>{}</span>{}', title, signs, behind)


@register.filter
def day(when: str | date | datetime | None) -> SafeString | str:
    """“23 October 2024”, as an element that says it to machines as well."""
    if not when:
        return ""
    read = _moment(when)
    return format_html(
        '<time datetime="{}">{}</time>', read.isoformat(), date_format(read, "j F Y")
    )


@register.filter
def minute(when: str | datetime) -> SafeString:
    """“23 October 2024, 14:05 UTC”, likewise."""
    read = _moment(when)
    shown = date_format(read, "j F Y, H:i")
    return format_html('<time datetime="{}">{} UTC</time>', read.isoformat(), shown)


@register.simple_tag
def structured(value: Any) -> SafeString:
    """A value as JSON-LD, which no text in it can leave."""
    text = orjson.dumps(value).decode().translate(_IN_A_SCRIPT)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def _moment(when: str | date | datetime) -> date | datetime:
    if not isinstance(when, str):
        return when
    return datetime.fromisoformat(when) if "T" in when else date.fromisoformat(when)
