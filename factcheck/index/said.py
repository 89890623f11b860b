"""Said: the words of a text, of which some stand for one thing by several names."""

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Words:
    """
    What a text says, by stems.

    `plain` words are each a stem. Of a thing in `named` the stems are those of all its names, and
    however many of them the text or a row has, it is one word.
    """

    plain: frozenset[str]
    named: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def stems(self) -> frozenset[str]:
        return self.plain.union(*self.named)

    def among(self, stems: Set[str]) -> int:
        """How many of the words are among these stems."""
        return len(self.plain & stems) + sum(not each.isdisjoint(stems) for each in self.named)

    def all_among(self, stems: Set[str]) -> bool:
        """Whether nothing else is said than what has these stems."""
        return self.plain <= stems and not any(each.isdisjoint(stems) for each in self.named)
