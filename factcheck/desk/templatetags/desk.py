"""What the desk's templates say in one word."""

from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince

from factcheck.desk import glyphs
from factcheck.desk.history import readable_moment

register = template.Library()


@register.simple_tag
def badge(slug: str, name: str, value: int | None = None) -> SafeString:
    return glyphs.badge(slug, name, value)


@register.filter
def moment(when: datetime | date | None) -> str:
    """“23 Oct 2024, 14:05”."""
    return readable_moment(when) if when else ""


@register.filter
def age(when: datetime) -> str:
    """How long ago, in its largest unit: “3 days ago”, “just now”."""
    if timezone.now() - when < timedelta(minutes=1):
        return "just now"
    return f"{timesince(when, depth=1)} ago"


@register.filter
def due(when: datetime | None) -> SafeString | str:
    """When it is needed, said aloud where that time has passed."""
    if when is None:
        return ""
    words = readable_moment(when)
    if when < timezone.now():
        return format_html('<span class="due due--over"><b>Overdue</b> since {}</span>', words)
    return format_html('<span class="due">{}</span>', words)


@register.filter
def visible(form: Any, name: str) -> bool:
    """Whether the form shows this field."""
    return name in form.fields and not form.fields[name].widget.is_hidden
