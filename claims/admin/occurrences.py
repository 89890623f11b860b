"""Where a quote stands in an article when it stands there more than once, for an editor to pick."""

import re
from typing import NamedTuple

from claims.anchoring import AnchoringError, locate
from claims.anchoring.spans import context

AROUND = 60
MOST = 50
_ALIKE = {**dict.fromkeys("'‘’‚‛ʼ′", "['‘’‚‛ʼ′]"), **dict.fromkeys('"“”„‟″«»', '["“”„‟″«»]')}


class Occurrence(NamedTuple):
    """One place, with the words around it."""

    start: int
    before: str
    words: str
    after: str


def occurrences(text: str, quote: str) -> list[Occurrence]:
    """Each place where the quote stands as whole words, in the order of the text."""
    words = quote.split()
    if not words:
        return []
    pattern = r"\s+".join(
        "".join(_ALIKE.get(character, re.escape(character)) for character in word) for word in words
    )
    # Looked ahead to, so that places which overlap are all found.
    found = (match.start() for match in re.finditer(f"(?={pattern})", text))
    places = []
    for start in found:
        try:
            span = locate(text, quote, start=start)
        except AnchoringError:
            continue
        if span.start == start:
            before, after = context(text, *span, AROUND)
            places.append(Occurrence(start, before, text[span.start : span.end], after))
        if len(places) == MOST:
            break
    return places
