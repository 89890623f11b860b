"""
An article's text as some publisher's system would set it: not the way the desk has read it.

The demo page of the embed script shows with it that words are found whatever their markup.
"""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_FIGURE = re.compile(r"(\d[\d.,]*\d|\d)")
_LONG_WORD = re.compile(r"\b(\w{6})(\w{5,})")
_BEFORE_UNIT = re.compile(r"(?<=\d) ")
_SENTENCE = re.compile(r"(?<=[.!?]) +")


def typeset(text: str, *, headline: str = "") -> list[SafeString]:
    """The text's paragraphs as HTML, without the headline: each set in another manner."""
    paragraphs = [part.strip() for part in text.split("\n\n")]
    if paragraphs and paragraphs[0] == headline:
        del paragraphs[0]
    return [_block(number, part) for number, part in enumerate(paragraphs) if part]


def _block(number: int, text: str) -> SafeString:
    if not text.endswith((".", "!", "?", "”")):
        return format_html("<h2>{}</h2>", text)
    if number == 0:
        return format_html('<p><span class="initial">{}</span>{}</p>', text[0], text[1:])
    if number % 4 == 1:
        return format_html("<p>{}</p>", _figures(_hyphenated(text), "a"))
    if number % 4 == 2:
        return format_html("<p>{}</p>", _figures(text.translate(_STRAIGHT), "strong"))
    if number % 4 == 3:
        sentences = ((_figures(each, "b"),) for each in _SENTENCE.split(text))
        return format_html("<ul>{}</ul>", format_html_join("\n", "<li>{}</li>", sentences))
    return format_html("<blockquote><p>{}</p></blockquote>", _hyphenated(text))


def _hyphenated(text: str) -> str:
    """The text with the places where long words may break, and figures bound to their units."""
    return _BEFORE_UNIT.sub(NO_BREAK_SPACE, _LONG_WORD.sub(rf"\1{SOFT_HYPHEN}\2", text))


def _figures(text: str, name: str) -> SafeString:
    """The text with its figures in elements of this name; an <a> leads to the page's top."""
    opening = '<a href="#top">' if name == "a" else f"<{name}>"
    pieces = (
        (SafeString(opening), part, SafeString(f"</{name}>")) if odd % 2 else ("", part, "")
        for odd, part in enumerate(_FIGURE.split(text))
    )
    return format_html_join("", "{}{}{}", pieces)
