"""Matching: which published checks are of the claim that a text makes."""

from collections.abc import Iterable, Sequence, Set
from math import fsum
from typing import Any, NamedTuple

from claims.quantities import Quantity, read_quantities
from factcheck.index.ranking import Ranking
from factcheck.index.said import Words
from factcheck.index.sharing import best
from search.checked import Checked, checks_by_row, names, stems_of
from search.figures import FigurePair, names_counted, pairs

# As many matches are answered, out of so many candidates.
MOST, CANDIDATES = 20, 60
# The share of a statement that a text has which repeats it, and of what one has that says no more
# (set by what benchmarks.matching measures).
REPEATS, SHORTENS = 0.72, 0.6
# The share of a subject or a question that a text about it has: in an article a sentence leaves to
# those before it what they have said.
SAME_SUBJECT = 0.6
# Fewer words repeat nothing.
FEWEST_WORDS = 3


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
    ranking = Ranking("statements", [text], repair=True, names={text: names_counted(figures)})
    hits = best(ranking, text, CANDIDATES)
    checks = checks_by_row((hit.row for hit in hits), language=language)
    standing = [hit for hit in hits if hit.row in checks][:MOST]
    learn_of((checks[hit.row] for hit in standing), ranking)
    found = [match(text, checks[hit.row], hit.score, ranking, figures) for hit in standing]
    scores = [each.score for each in found[:2]]
    margin = scores[0] / scores[1] if len(scores) == 2 and scores[1] else None
    repaired = {word: near for word, near in ranking.repaired.items() if near}
    return Matches(found, margin, repaired)


def learn_of(checks: Iterable[Checked], ranking: Ranking) -> None:
    """Have looked up what `match` weighs of these checks."""
    ranking.learn(*(words for each in checks for words in (each.stems, each.asked)))


def match(
    text: str, check: Checked, score: float, ranking: Ranking, figures: Sequence[Quantity]
) -> Match:
    """What a text and a check have in common; `learn_of` comes before it."""
    stems = set(ranking.stems(text))
    meant = ranking.meant(text)
    return Match(
        check=check,
        score=score,
        share=share(meant, check.stems, ranking),
        words=sorted(stems & (check.stems | stems_of(check.quote))),
        figures=pairs(figures, check, check.figures),
        claimants=[each for each in check.claimants if names(text, each["name"])],
        same_question=is_about(meant, check, ranking),
    )


def repeats(words: Words, wanted: frozenset[str], shared: float) -> bool:
    """
    Whether a text of these words repeats the statement of which it has this share.

    One that says nothing else may leave more out: of “10,000 North Korean troops are in Russia”
    it may have “10,000 troops are in Russia”, but not say who else is there.
    """
    return shared >= REPEATS or (shared >= SHORTENS and words.all_among(wanted))


def share(stems: Set[str], wanted: frozenset[str], ranking: Ranking) -> float:
    """How much of what is wanted is among the stems, 0 to 1; rare words count more."""
    whole = weight(wanted, ranking)
    return weight(wanted & stems, ranking) / whole if whole else 0.0


def weight(stems: Set[str], ranking: Ranking) -> float:
    """How much these words say together, the same in whatever order a set has them."""
    return fsum(map(ranking.weight, stems))


def is_about(stems: Set[str], check: Checked, ranking: Ranking) -> bool:
    """Whether a text with these stems is about what the check's question asks."""
    return share(stems, check.asked, ranking) >= SAME_SUBJECT
