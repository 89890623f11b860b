"""A quote with its surroundings, as the search for its new place sees it."""

from dataclasses import dataclass, replace

from claims.anchoring.errors import AnchoringError
from claims.anchoring.tokens import Tokens

# Words of context on either side, marks included: about 90 characters. One changed neighbour must
# not hide that the sentence is the same, and 32 characters are some six words.
CONTEXT_WORDS = 18


@dataclass(frozen=True)
class Quote:
    """A quote and its surroundings, as token numbers of the text it was taken from."""

    source: Tokens
    start: int
    end: int
    before: int
    first: int
    last: int
    after: int

    @classmethod
    def at(cls, source: Tokens, start: int, end: int) -> "Quote":
        """The quote at these offsets. Raises AnchoringError where there are no words."""
        first, last = source.within(start, end) if 0 <= start < end <= len(source.text) else (0, 0)
        if first == last:
            raise AnchoringError(f"There are no words at offsets {start} to {end}.")
        return cls.of_tokens(source, first, last, start=start, end=end)

    @classmethod
    def of_tokens(
        cls, source: Tokens, first: int, last: int, *, start: int = -1, end: int = -1
    ) -> "Quote":
        """The quote of these tokens; `start` and `end` where it is less or more than they are."""
        return cls(
            source,
            source.starts[first] if start < 0 else start,
            source.ends[last - 1] if end < 0 else end,
            max(0, first - CONTEXT_WORDS),
            first,
            last,
            min(len(source), last + CONTEXT_WORDS),
        )

    def alone(self) -> "Quote":
        """The quote without its surroundings."""
        return replace(self, before=self.first, after=self.last)

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @property
    def words(self) -> list[str]:
        return self.source.words[self.first : self.last]

    @property
    def words_before(self) -> list[str]:
        return self.source.words[self.before : self.first]

    @property
    def words_after(self) -> list[str]:
        return self.source.words[self.last : self.after]
