"""A stretch of words and the sentence around it, as the comparisons of wordings need it."""

import re
from dataclasses import dataclass

from claims.anchoring.tokens import Tokens

_FURTHEST = 60
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens of a text to compare with another's, and the sentence they stand in."""

    tokens: Tokens
    first: int
    last: int
    sentence_first: int
    sentence_last: int

    @classmethod
    def in_sentence(
        cls,
        tokens: Tokens,
        first: int,
        last: int,
        most_before: int = _FURTHEST,
        most_after: int = _FURTHEST,
    ) -> "Passage":
        """A passage with its text from the first sentence it touches to the end of the last."""
        sentence_first, sentence_last = first, last
        furthest = max(0, first - most_before)
        while sentence_first > furthest and not tokens.begins_sentence(sentence_first):
            sentence_first -= 1
        furthest = min(len(tokens), last + most_after)
        while sentence_last < furthest and not tokens.ends_sentence(sentence_last):
            sentence_last += 1
        return cls(tokens, first, last, sentence_first, sentence_last)

    def counterpart(self, tokens: Tokens, first: int, last: int) -> "Passage":
        """A passage of another text, with no more of its sentence than is known of this one."""
        before, after = self.first - self.sentence_first, self.sentence_last - self.last
        return Passage.in_sentence(tokens, first, last, before, after)

    @property
    def text(self) -> str:
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.last - 1]]

    @property
    def sentence(self) -> str:
        start = self.tokens.starts[self.sentence_first]
        return self.tokens.text[start : self.tokens.ends[self.sentence_last - 1]]

    @property
    def offset(self) -> int:
        """Where the text begins in the sentence."""
        return self.tokens.starts[self.first] - self.tokens.starts[self.sentence_first]

    @property
    def words(self) -> list[str]:
        """The words for comparing, capitals and typography set aside."""
        return self.tokens.words[self.first : self.last]

    @property
    def sentence_words(self) -> list[str]:
        return self.tokens.words[self.sentence_first : self.sentence_last]

    @property
    def words_in_small_letters(self) -> set[str]:
        return {word for word in WORD.findall(self.text) if word.islower()}

    def opening_words(self) -> set[str]:
        """The words, as printed, that begin a sentence."""
        openings = filter(self.tokens.begins_sentence, range(self.first, self.last))
        matches = (WORD.search(self.tokens.text, self.tokens.starts[n]) for n in openings)
        return {match[0] for match in matches if match}

    def knows_in_small_letters(self, word: str) -> bool:
        """Whether the whole text has this word, given in small letters, after a blank."""
        return f" {word}" in self.tokens.text
