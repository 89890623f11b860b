"""An article's sentences, where they stand."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from claims.suggestions.vocabulary import words

_PARAGRAPH: Final = re.compile(r"[^\n]+")
# A full stop, whatever closes a quotation or bracket after it, and white space; the marks of
# scripts that set no white space end a sentence alone.
_END: Final = re.compile(r"(?<![.!?…؟।])[.!?…؟।]++[\"'”’»)\]]*+(?=\s)|[。！？｡]++[」』”’）]*+")
_BULLET: Final = re.compile(r"\s*(?:[-–—•*·▪]\s+|\d{1,2}[.)]\s+(?=\S))?")
_LAST_WORD: Final = re.compile(r"[^\s(\"'“‘«]+\Z")
_LOOK_BACK: Final = 24
_ABBREVIATED: Final = words("""
    mr mrs ms dr prof gen lt col maj capt sgt adm gov sen rep rev hon pres st jr sr vs etc no nos
    approx est inc ltd co corp dept univ jan feb mar apr jun jul aug sep sept oct nov dec
    lt-gen lt-col maj-gen brig e.g i.e u.s u.k u.n e.u a.m p.m u.s.a
""")


class Sentence(NamedTuple):
    """A sentence without the white space around it, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; a line break ends one."""
    return [
        Sentence(start, end, number)
        for number, paragraph in enumerate(_PARAGRAPH.finditer(text))
        for start, end in _within(text, *paragraph.span())
    ]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the lines stand that hold something, in the numbering of sentences."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(text, start, end)
    at = bullet.end() if bullet else start
    for mark in _END.finditer(text, at, end):
        if _ends_sentence(text, mark.start(), mark.end(), end):
            yield from _stripped(text, at, mark.end())
            at = mark.end()
    yield from _stripped(text, at, end)


def _ends_sentence(text: str, mark: int, after: int, end: int) -> bool:
    following = text[after:end][:8].lstrip()
    if following and (following[0].islower() or following[0] in ",;"):
        return False
    if text[mark] != "." or after - mark > 1:
        return True
    last = _LAST_WORD.search(text[max(0, mark - _LOOK_BACK) : mark])
    word = last[0].lower() if last else ""
    return word not in _ABBREVIATED and not (len(word) == 1 and word.isalpha())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    standing = text[start:end]
    start += len(standing) - len(standing.lstrip())
    if standing.strip():
        yield start, start + len(standing.strip())
