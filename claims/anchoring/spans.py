"""A span of a text, and the characters beside it."""

from typing import NamedTuple

from claims.anchoring.graphemes import cuts_grapheme

CONTEXT_SIZE = 32


class Span(NamedTuple):
    """Part of a text, in code points, end exclusive: `text[span.start:span.end]`."""

    start: int
    end: int


def context(text: str, start: int, end: int, size: int = CONTEXT_SIZE) -> tuple[str, str]:
    """
    The prefix and suffix of a span: up to `size` code points on either side.

    Shorter at the ends of the text, and where the far end would cut a grapheme (W3C Web Annotation
    4.2.4).
    """
    first = max(0, start - size)
    while first < start and cuts_grapheme(text, first):
        first += 1
    last = min(len(text), end + size)
    while last > end and cuts_grapheme(text, last):
        last -= 1
    return text[first:start], text[end:last]
