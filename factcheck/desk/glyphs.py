"""Glyphs: the share of truth, filled. Readable without colour, in print, at 14 pixels."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_RING = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>'
_DOTTED = (
    '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.75" '
    'stroke-dasharray="0.1 3.17" stroke-linecap="round"/>'
)
_QUARTER = '<path d="M8 8V1.75A6.25 6.25 0 0 1 14.25 8z" fill="currentColor"/>'
_HALF = '<path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor"/>'
_THREE_QUARTERS = '<path d="M8 8V1.75A6.25 6.25 0 1 1 1.75 8z" fill="currentColor"/>'
_STRUCK = '<path d="M3.6 12.4l8.8-8.8" stroke="currentColor" stroke-width="1.5"/>'
_DOTS = (
    '<circle cx="3" cy="8" r="1.6" fill="currentColor"/>'
    '<circle cx="8" cy="8" r="1.6" fill="currentColor"/>'
    '<circle cx="13" cy="8" r="1.6" fill="currentColor"/>'
)
_ARROWS = (
    '<path d="M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.5l-3 3 3 3" fill="none" '
    'stroke="currentColor" stroke-width="1.5"/>'
)
_PENCIL = (
    '<path d="M2.5 13.5l.8-3.2 7.9-7.9 2.4 2.4-7.9 7.9z" fill="none" '
    'stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/>'
)
_CLOCK = f'{_RING}<path d="M8 4.5V8l2.5 1.8" fill="none" stroke="currentColor" stroke-width="1.5"/>'
_BACK = (
    '<path d="M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7" fill="none" '
    'stroke="currentColor" stroke-width="1.5"/>'
)
_CROSS = '<path d="M3.5 3.5l9 9M12.5 3.5l-9 9" stroke="currentColor" stroke-width="1.6"/>'

# By the slug of a rating, and by the words that stand for a claim without one.
DRAWINGS = {
    "true": _RING + '<circle cx="8" cy="8" r="6.25" fill="currentColor"/>',
    "mostly-true": _RING + _THREE_QUARTERS,
    "mixed": _RING + _HALF,
    "mostly-false": _RING + _QUARTER,
    "false": _RING + _STRUCK,
    "missing-context": _DOTS,
    "disputed": _ARROWS,
    "unproven": _DOTTED,
    "unchecked": _RING,
    "drafting": _PENCIL,
    "in_review": _CLOCK,
    "retracted": _BACK,
    "closed": _CROSS,
}
# For a rating of the desk's own, by its value on the scale.
BY_VALUE = {5: "true", 4: "mostly-true", 3: "mixed", 2: "mostly-false", 1: "false"}


def look_of(slug: str, value: int | None = None) -> str:
    """Which of DRAWINGS stands for this status; a rating of the desk's own goes by its value."""
    return slug if slug in DRAWINGS else BY_VALUE.get(value or 0, "unproven")


def glyph(slug: str, value: int | None = None) -> SafeString:
    """The drawing for this status, hidden from those who hear the word beside it."""
    drawing = DRAWINGS[look_of(slug, value)]
    return format_html(
        '<svg class="glyph" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" '
        'focusable="false">{}</svg>',
        mark_safe(drawing),
    )


def badge(slug: str, name: str, value: int | None = None) -> SafeString:
    """A status as glyph and word; its colour comes from the style sheet, by its slug."""
    known = slug if slug in DRAWINGS else "other"
    return format_html(
        '<span class="badge badge--{}">{}<span>{}</span></span>', known, glyph(slug, value), name
    )
