"""Matching: which published checks are of the claim that a text makes."""

from collections.abc import Sequence, Set
from math import fsum
from typing import Any, NamedTuple

from claims.quantities import Quantity, read_quantities
from factcheck.index.ranking import Ranking
from factcheck.index.sharing import best
from search.checked import Checked, checks_by_row, names, stems_of
from search.figures import FigurePair, other_stems, pairs

# As many matches are answered, out of so many candidates.
MOST, CANDIDATES = 20, 60
# The share of a question's words that a text about it has.
SAME_QUESTION = 0.6
# “How many”, “how much”: stems by which a question asks, and that no answer has.
HOW = {"mani", "much"}


class Match(NamedTuple):
    """A check that may be of the same claim, how relevant it is, and what it has in common."""

    check: Checked
    score: float
    share: float
    words: Sequence[str]
    figures: Sequence[FigurePair]
    claimants: Sequence[dict[str, Any]]
    same_question: bool


class Matches(NamedTuple):
    """Best first; `margin` is how many times the first outscores the second."""

    found: list[Match]
    margin: float | None
    repaired: dict[str, list[str]]


def matches(text: str, *, language: str = "") -> Matches:
    """The published checks that share most with a statement, never a yes or no."""
    figures = read_quantities(text)
    ranking = Ranking("statements", [text], repair=True, others={text: other_stems(figures)})
    hits = best(ranking, text, CANDIDATES)
    checks = checks_by_row((hit.row for hit in hits), language=language)
    standing = [hit for hit in hits if hit.row in checks][:MOST]
    found = [match(text, checks[hit.row], hit.score, ranking, figures) for hit in standing]
    scores = [each.score for each in found[:2]]
    margin = scores[0] / scores[1] if len(scores) == 2 and scores[1] else None
    repaired = {word: near for word, near in ranking.repaired.items() if near}
    return Matches(found, margin, repaired)


def match(
    text: str, check: Checked, score: float, ranking: Ranking, figures: Sequence[Quantity]
) -> Match:
    """What a text and a check have in common."""
    stems = set(ranking.stems(text))
    meant = set(ranking.meant(text))
    return Match(
        check=check,
        score=score,
        share=share(meant, check.stems, ranking),
        words=sorted(stems & (check.stems | stems_of(check.quote))),
        figures=pairs(figures, check, check.figures),
        claimants=[each for each in check.claimants if names(text, each["name"])],
        same_question=is_about(meant, check, ranking),
    )


def share(stems: Set[str], wanted: frozenset[str], ranking: Ranking) -> float:
    """How much of what is wanted is among the stems, 0 to 1; rare words count more."""
    whole = weight(wanted, ranking)
    return weight(wanted & stems, ranking) / whole if whole else 0.0


def weight(stems: Set[str], ranking: Ranking) -> float:
    """How much these words say together, the same in whatever order a set has them."""
    return fsum(map(ranking.weight, stems))


def is_about(stems: Set[str], check: Checked, ranking: Ranking) -> bool:
    """Whether a text with these stems is about what the check's question asks."""
    if check.question is None:
        return False
    asked = stems_of(check.question["text"]) - HOW
    return share(stems, asked, ranking) >= SAME_QUESTION
