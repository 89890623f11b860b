"""
ClaimReview within a saved web page: in its <script type="application/ld+json">.

Tags are looked for by hand and read by html.parser: of a page's structure nothing else is needed,
a script's content being plain text up to </script>. Given a whole page, html.parser takes time
that grows with the square of what was left open.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from publishing.reviews.addresses import absolute
from publishing.reviews.claimreview import language_tag
from publishing.reviews.items import Page

KIND = "application/ld+json"
LONGEST_TAG = 4_000
_OPENING = re.compile(r"<(?:!--|(?:script|html|link|meta)(?=[\s>/]))", re.IGNORECASE)
_END_OF_SCRIPT = re.compile(r"</script", re.IGNORECASE)


class Scripts:
    """A page's JSON-LD blocks with the lines they begin on, and what it says of itself."""

    def __init__(self, text: str, url: str = "") -> None:
        self.blocks: list[tuple[int, str]] = []
        self.url, self.language = url, ""
        line, before = 1, 0
        for place, name, said, block in _tags(text):
            line, before = line + text.count("\n", before, place), place
            if name == "script" and _kind(said) == KIND:
                self.blocks.append((line, block))
            else:
                self._note(name, said)

    @property
    def page(self) -> Page:
        return Page(self.url, self.language)

    def _note(self, name: str, said: dict[str, str]) -> None:
        """Where the page is to be found, if nobody has said so, and its language."""
        address = ""
        if name == "html":
            self.language = self.language or language_tag(said.get("lang", "").strip())
        elif name == "link" and "canonical" in said.get("rel", "").lower().split():
            address = said.get("href", "")
        elif name == "meta" and said.get("property", "").lower() == "og:url":
            address = said.get("content", "")
        self.url = self.url or absolute(address)


def _kind(said: dict[str, str]) -> str:
    return said.get("type", "").partition(";")[0].strip().lower()


def _tags(text: str) -> Iterator[tuple[int, str, dict[str, str], str]]:
    """Place, name, attributes and, of a script, content of the tags that matter."""
    place = 0
    while match := _OPENING.search(text, place):
        if match[0] == "<!--":
            end = text.find("-->", match.end())
            # Nobody closes it: then it is none.
            place = match.end() if end < 0 else end
            if end < 0:
                text = text.replace("<!--", "<!- ")
            continue
        end = text.find(">", match.end(), match.end() + LONGEST_TAG)
        place = match.end() if end < 0 else end + 1
        if end < 0:
            continue
        name, block = match[0][1:].lower(), ""
        if name == "script":
            closing = _END_OF_SCRIPT.search(text, place)
            block = text[place : closing.start() if closing else len(text)]
            place += len(block)
        yield match.start(), name, _Tag(text[match.start() : end + 1]).said, block


class _Tag(HTMLParser):
    """One tag's attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said = {name: value or "" for name, value in attrs}
