"""A sentence as words and marks, each with its place and whether somebody is quoted there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claims.suggestions.quotations import Quotation, is_title, overlapping

_TOKEN: Final = re.compile(
    r"(?:[^\W_]\.){2,}|[^\W_]+(?:[-‐‑'’.][^\W_]+)*(?:’(?=\s))?|[^\w\s]", re.UNICODE
)
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """
    A word or a mark. `low` is the word in small letters without its possessive ending.

    A quotation that is a name is one token, and `quoted` words are left to whoever says them.
    """

    text: str
    low: str
    start: int
    end: int
    quoted: bool = False
    possessive: bool = False
    title: bool = False

    @property
    def is_word(self) -> bool:
        return self.title or self.text[:1].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.title or self.text[:1].isupper()


END: Final = Token("", "", 0, 0, quoted=True)


class Tokens(Sequence[Token]):
    """The tokens of one sentence; `at` answers END outside of it."""

    def __init__(self, text: str, start: int, end: int, quoted: Sequence[Quotation]) -> None:
        self.text = text
        self._tokens = _read(text, start, end, quoted)

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._tokens[index]

    def at(self, index: int) -> Token:
        return self._tokens[index] if 0 <= index < len(self._tokens) else END

    def low(self, index: int) -> str:
        return self.at(index).low

    def words(self, first: int, last: int) -> str:
        """The text from one token to another, a possessive ending left out."""
        ending = self._tokens[last - 1]
        words = self.text[self._tokens[first].start : ending.end]
        return _POSSESSIVE.sub("", words) if ending.possessive else words


def _read(text: str, start: int, end: int, quoted: Sequence[Quotation]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for quotation in overlapping(quoted, start, end):
        inside = max(at, quotation.start), min(end, quotation.end)
        tokens += _plain(text, at, inside[0], quoted=False)
        if inside == quotation and is_title(text, quotation):
            place = quotation.start + 1, quotation.end - 1
            name = text[slice(*place)]
            tokens.append(Token(name, name.lower(), *place, title=True))
        else:
            tokens += _plain(text, *inside, quoted=True)
        at = inside[1]
    return tokens + _plain(text, at, end, quoted=False)


def _plain(text: str, start: int, end: int, *, quoted: bool) -> list[Token]:
    return [_token(match, quoted) for match in _TOKEN.finditer(text, start, end)]


def _token(match: re.Match[str], quoted: bool) -> Token:
    word = match[0]
    bare = _POSSESSIVE.sub("", word)
    return Token(word, bare.lower(), *match.span(), quoted=quoted, possessive=bare != word)
