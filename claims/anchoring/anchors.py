"""What became of a claim's words: the answer that re-anchoring gives."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """
    The same words at the same place (exact) or at another (moved); other words that say the same
    figures, dates and names (changed); words an editor must read again (needs_review); none (lost).
    """

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    NEEDS_REVIEW = "needs_review"
    LOST = "lost"


class Reason(StrEnum):
    """Why an editor must look, in words for the editor."""

    FIGURES = "figures differ"
    DATES = "dates differ"
    NAMES = "names differ"
    NEGATION = "negation differs"
    TWO_CANDIDATES = "two candidates"
    WORDING = "little of the wording is left"
    SURROUNDINGS = "the words around it differ"


@dataclass(frozen=True, slots=True)
class Anchor:
    """
    Where a quote stands in a text, and how surely.

    `start` and `end` are code points, end exclusive; None when lost. Both similarities run from 0
    to 1: of the words themselves, and of the words around them. `reasons` is empty unless the state
    is needs_review.
    """

    state: State
    start: int | None
    end: int | None
    quote_similarity: float
    context_similarity: float
    reasons: tuple[Reason, ...] = ()
