"""Markdown in a template: `{{ verdict.rationale|markdown }}`."""

from django import template
from django.utils.safestring import SafeString

from claims.markdown import rendered

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    return rendered(text)
