"""How a figure looks wherever it is shown: a chip, with its own words behind it."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from claims.chart.beside import IN_BRACKETS
from claims.quantities.shorthand import entailed, needs_its_words, shorthand

register = template.Library()


def in_signs(figure: Any, *, shown: str, heard: str) -> tuple[str, SafeString]:
    """
    The figure in signs, and its own words behind them.

    The words have the class `shown` where the signs hide how it was said, else at most `heard`.
    """
    signs, words = shorthand(figure), f"“{figure.text}”"
    if needs_its_words(figure):
        return signs, format_html(' <span class="{}">{}</span>', shown, words)
    if figure.text in signs:
        return signs, mark_safe("")
    return signs, format_html('<span class="{}"> {}</span>', heard, words)


@register.simple_tag
def figure_chip(figure: Any) -> SafeString:
    """A claim's figure in signs; its own words for whoever points at it or hears it."""
    signs, behind = in_signs(figure, shown="figure-words", heard="visually-hidden")
    if not figure.is_accepted:
        signs = format_html('<s>{}</s><span class="visually-hidden"> (rejected)</span>', signs)
    return format_html(
        '<span class="figure-chip{}" title="{}">{}{}</span>',
        "" if figure.is_accepted else " figure-chip--rejected",
        f"“{figure.text}”. {IN_BRACKETS}" if figure.unit_implied else f"“{figure.text}”",
        signs,
        behind,
    )


@register.simple_tag
def chips(figures: Iterable[Any]) -> SafeString | str:
    """Several figures in a line; nothing without any."""
    shown = format_html_join(" ", "{}", ((figure_chip(figure),) for figure in figures))
    return shown and format_html('<span class="figures">{}</span>', shown)


@register.filter
def entails(figure: Any) -> str:
    """Its interval in words."""
    return entailed(figure)
