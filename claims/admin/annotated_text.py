"""An article's text as lines of words, each with the claims that stand on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from claims.headings import is_heading


@dataclass(frozen=True)
class Words:
    """
    Some of a line, and the claims on it, the shortest first: that one's colours show.

    `begins` and `ends` are the claims whose first and last words these are.
    """

    text: str
    claims: list[Any] = field(default_factory=list)
    begins: list[Any] = field(default_factory=list)
    ends: list[Any] = field(default_factory=list)

    @property
    def shown(self) -> Any:
        return self.claims[0] if self.claims else None


@dataclass(frozen=True)
class Line:
    """One line of the text, its line break included; `start` counts code points."""

    start: int
    words: list[Words]

    @property
    def is_blank(self) -> bool:
        return not any(words.text.strip() for words in self.words)

    @property
    def is_heading(self) -> bool:
        """Whether it reads as one; a line with a claim on it is text."""
        alone = len(self.words) == 1 and not self.words[0].claims
        return alone and is_heading(self.words[0].text.strip())


def lines(text: str, claims: Iterable[Any]) -> Iterator[Line]:
    """
    The whole text, line by line; joined, the words are the text again.

    `claims` come in text order and stand on it (`start`, `end`, in code points). They may overlap.
    """
    waiting = list(claims)[::-1]
    standing: list[Any] = []
    at = 0
    for line in _kept_lines(text):
        end = at + len(line)
        words = []
        place = at
        while place < end:
            while waiting and waiting[-1].start <= place:
                standing.append(waiting.pop())
            following = waiting[-1].start if waiting else end
            until = min([end, following, *(claim.end for claim in standing)])
            words.append(_words(text, place, until, standing))
            standing = [claim for claim in standing if claim.end > until]
            place = until
        yield Line(at, words)
        at = end


def _kept_lines(text: str) -> Iterator[str]:
    """Lines with their line feed; nothing else ends a line of a normalised text."""
    at = 0
    while at < len(text):
        feed = text.find("\n", at)
        end = len(text) if feed < 0 else feed + 1
        yield text[at:end]
        at = end


def _words(text: str, start: int, end: int, standing: list[Any]) -> Words:
    here = sorted(standing, key=lambda claim: (claim.end - claim.start, -claim.start))
    return Words(
        text[start:end],
        here,
        [claim for claim in here if claim.start == start],
        [claim for claim in here if claim.end == end],
    )
