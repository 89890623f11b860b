"""A text as words with offsets, compared without regard to case and typography."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import accumulate

from claims.anchoring.folding import straighten
from claims.anchoring.graphemes import cuts_grapheme
from claims.anchoring.spans import Span
from claims.anchoring.words import UNSPACED

# "3,000.5", "can't" and "usa.gov" are one token each; scripts without spaces go sign by sign.
_TOKEN = re.compile(rf"([^\W_{UNSPACED}]++(?:[.,'][^\W_{UNSPACED}]++)*+|\S)")
_SENTENCE_ENDS = frozenset(".!?…。！？")
_SHORT_WORD = 3
_CLOSERS = frozenset("\"')]")


class Tokens:
    """
    A text as words, figures and punctuation marks, each with its place.

    `words[n]` stands at `text[starts[n]:ends[n]]`, with capitals and typography set aside.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # Split rather than found: words and gaps alternate, and no match object is made of either.
        pieces = _TOKEN.split(_comparable(text))
        offsets = list(accumulate(map(len, pieces)))
        self.words = pieces[1::2]
        self.starts = offsets[:-1:2]
        self.ends = offsets[1::2]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The words that tell one place from another, with the tokens where each stands."""
        places: dict[str, list[int]] = defaultdict(list)
        for token, word in enumerate(self.words):
            if len(word) > _SHORT_WORD or not word.isascii():
                places[word].append(token)
        return places

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens, first and one past the last, that a span of the text touches."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def span(self, first: int, last: int) -> Span:
        """The text of tokens `first` to `last`, exclusive, widened to whole graphemes."""
        start, end = self.starts[first], self.ends[last - 1]
        while cuts_grapheme(self.text, start):
            start -= 1
        while cuts_grapheme(self.text, end):
            end += 1
        return Span(start, end)

    def begins_sentence(self, token: int) -> bool:
        """Whether a sentence, a heading or a line begins with this token."""
        if token == 0:
            return True
        gap = self.text[self.ends[token - 1] : self.starts[token]]
        return "\n" in gap or (bool(gap) and self._closes(token - 1))

    def ends_sentence(self, last: int) -> bool:
        """Whether a sentence ends before token `last`."""
        return last == len(self) or self.begins_sentence(last) or self._closes(last - 1)

    def _closes(self, token: int) -> bool:
        while token > 0 and self.words[token] in _CLOSERS:
            token -= 1
        return self.words[token] in _SENTENCE_ENDS


def _comparable(text: str) -> str:
    """The text in small letters and plain typography, at the same offsets."""
    straight = straighten(text)
    small = straight.lower()
    if len(small) == len(text):
        return small
    # A few capitals (İ) have small forms of two characters.
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in straight)
