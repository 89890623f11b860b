"""Cuts a text into words, numbers and marks in one pass, each knowing where it stood."""

import re
from typing import Final, NamedTuple

NUMBER: Final = 1
WORD: Final = 2

FRACTION: Final = 3
MARK: Final = 4

GLUED: Final = 0
SPACED: Final = 1

NEW_LINE: Final = 2
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070-\u209c"

_FRACTIONS = "\u00bc-\u00be\u2150-\u215e"
_LETTER = rf"[^\W\d_{_SUPERSCRIPTS}{_FRACTIONS}]"

# Every alternative either matches at once or fails at once: no stretch of text is read twice.
_PATTERN = re.compile(
    rf"(\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)"
    rf"|([A-Za-z](?:\.[A-Za-z])+(?![A-Za-z])\.?|{_LETTER}+(?:'{_LETTER}+)*)"
    rf"|([{_FRACTIONS}])"
    rf"|(\S)"
)


class Token(NamedTuple):
    """A word, number, vulgar fraction or single mark, with offsets into the text."""

    text: str
    lower: str
    kind: int
    start: int
    end: int
    gap: int


_END = Token("", "", MARK, -1, -1, NEW_LINE)


class Tokens:
    """The tokens of a text. Asking beyond either end gives an empty mark instead of an error."""

    __slots__ = ("in_sterling", "items", "surface")

    def __init__(self, text: str, surface: str) -> None:
        self.surface = surface
        self.items = _tokenise(text)
        self.in_sterling = "£" in text  # what "pounds" are taken for

    def __len__(self) -> int:
        return len(self.items)

    def at(self, index: int) -> Token:
        return self.items[index] if 0 <= index < len(self.items) else _END

    def word(self, index: int) -> str:
        return self.items[index].lower if 0 <= index < len(self.items) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < index < len(self.items) and self.items[index].gap == GLUED

    def words(self, index: int, count: int) -> tuple[str, ...]:
        return tuple([self.word(index + step) for step in range(count)])

    def starts_sentence(self, index: int) -> bool:
        """Whether a capital here may be only that of a sentence's beginning."""
        token = self.at(index)
        if index <= 0 or token.gap == NEW_LINE:
            return True
        return self.items[index - 1].text in {
            ".",
            "!",
            "?",
            ":",
            "'",
            '"',
            "(",
            "—",
            "•",
            "*",
            "|",
        }

    def is_headline(self, index: int) -> bool:
        """Whether all longer words around are capitalised, so that a capital says nothing."""
        around = self.items[max(index - 6, 0) : index] + self.items[index + 1 : index + 7]
        longer = [token.text for token in around if token.kind == WORD and len(token.text) > 3]
        return len(longer) > 2 and all(word[0].isupper() for word in longer)

    def slice(self, first: int, last: int) -> str:
        """The text as it was given, from one token to another, both included."""
        return self.surface[self.items[first].start : self.items[last].end]


def _tokenise(text: str) -> list[Token]:
    tokens = []
    end = 0
    for match in _PATTERN.finditer(text):
        start = match.start()
        gap = _gap(text, end, start)
        surface = match.group()
        end = match.end()
        tokens.append(Token(surface, surface.lower(), match.lastindex or MARK, start, end, gap))
    return tokens


def _gap(text: str, end: int, start: int) -> int:
    """What stands between the end of one token and the start of the next."""
    if start == end:
        return GLUED
    return NEW_LINE if "\n" in text[end:start] else SPACED
