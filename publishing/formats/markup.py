"""Elements of XML and of HTML, from words that may be anything."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What no XML 1.0 document may have in it, not even escaped.
_UNSPEAKABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(words: str) -> str:
    """The words as they stand between tags."""
    return escape(_UNSPEAKABLE.sub("", words))


def element(name: str, attributes: Mapping[str, str | None] | None = None, *parts: str) -> str:
    """One element; an attribute that is None is left out. `parts` are markup already."""
    said = "".join(
        f" {key}={quoteattr(_UNSPEAKABLE.sub('', value))}"
        for key, value in (attributes or {}).items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(parts)}</{name}>" if parts else f"<{name}{said}/>"
