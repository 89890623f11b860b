"""Where the words of an old text went in a new one, from one diff that all its quotes share."""

from bisect import bisect_right

from claims.anchoring.diff import common_blocks
from claims.anchoring.tokens import Tokens


class Alignment:
    """
    Which words of an old text stand where in a new one: one word-level LCS diff.

    `new_of[n]` is the new token that old token n became, or -1; `old_of` is the reverse.
    """

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.new_of = [-1] * len(old)
        self.old_of = [-1] * len(new)
        self._matched: list[int] = []
        for block in common_blocks(old.words, new.words):
            old_end, new_end = block.old + block.size, block.new + block.size
            self.new_of[block.old : old_end] = range(block.new, new_end)
            self.old_of[block.new : new_end] = range(block.old, old_end)
            self._matched += range(block.old, old_end)

    def window(self, first: int, last: int) -> tuple[int, int]:
        """The new tokens between the nearest matched neighbours of old tokens `first` to `last`."""
        before = bisect_right(self._matched, first - 1) - 1
        after = bisect_right(self._matched, last - 1)
        start = self.new_of[self._matched[before]] + 1 if before >= 0 else 0
        matched_after = after < len(self._matched)
        return start, self.new_of[self._matched[after]] if matched_after else len(self.old_of)
