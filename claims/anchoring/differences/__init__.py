"""
What may not change under a verdict without an editor reading it: figures, dates, names, negations.

Compared on their own, whatever the similarity: "3,000" and "13,000" differ by one character. Safe
rather than clever: a difference that is none costs a look, one overlooked moves a verdict.
"""

from claims.anchoring.anchors import Reason
from claims.anchoring.differences.figures import (
    Figures,
    dates_differ,
    figures_differ,
    figures_of,
    has_figures,
)
from claims.anchoring.differences.names import names_differ
from claims.anchoring.differences.negation import negation_differs
from claims.anchoring.differences.passage import Passage

__all__ = ["Passage", "differences"]


def differences(old: Passage, new: Passage) -> list[Reason]:
    """What differs between two wordings of one statement, in the order of `Reason`."""
    if old.sentence_words == new.sentence_words and old.words == new.words:
        return []
    reworded = old.words != new.words
    # Reading whole sentences takes longest, and the same words without a figure have gained none.
    before = after = Figures()
    if reworded or has_figures(old.text):
        before, after = figures_of(old), figures_of(new)
    found = {
        Reason.FIGURES: figures_differ(before, after),
        Reason.DATES: dates_differ(before, after),
        Reason.NAMES: reworded and names_differ(old, before.rest, new, after.rest),
        Reason.NEGATION: negation_differs(old.sentence_words, new.sentence_words),
    }
    return [reason for reason, differs in found.items() if differs]
