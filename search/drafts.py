"""Drafts: what of a text was checked before, and which of its figures are on record otherwise."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from claims.quantities import Quantity, read_quantities
from claims.suggestions.sentences import sentences
from factcheck.index.ranking import Ranking
from search.candidates import CANDIDATES, MOST_MATCHES, Candidates, Sentence, candidates
from search.checked import Checked, checks_by_row, checks_on
from search.elsewhere import Elsewhere, repeated_elsewhere
from search.figures import FigurePair, names_counted, pairs
from search.matching import Match, learn_of, match

# Answers looked at per text.
MOST_ANSWERS = 500


class Span(NamedTuple):
    """A sentence of the draft, in code points, and what is known about it, here and elsewhere."""

    start: int
    end: int
    quote: str
    matches: Sequence[Match]
    figures: Sequence[FigurePair]
    elsewhere: Sequence[Elsewhere]


def spans(text: str) -> list[Span]:
    """The sentences of a draft about which there is something on record, in order."""
    standing = _sentences(text)
    names = {each.text: names_counted(each.figures) for each in standing}
    ranking = Ranking("statements", names, names=names)
    found = candidates(standing, ranking)
    checks = checks_by_row({row for each in found for row in each.rows})
    learn_of(checks.values(), ranking)
    questions = [_subject(each, checks) for each in found]
    answers = _answers(questions)
    ours = {
        each.sentence.start: (
            _repeated(each, checks, ranking),
            _differing(each.sentence, question, answers),
        )
        for each, question in zip(found, questions, strict=True)
    }
    theirs = repeated_elsewhere(names, candidates=CANDIDATES, most=MOST_MATCHES)
    return [
        Span(each.start, each.end, each.text, repeated, differing, elsewhere)
        for each in standing
        for repeated, differing in [ours.get(each.start, ([], []))]
        for elsewhere in [theirs.get(each.text, [])]
        if repeated or differing or elsewhere
    ]


def _sentences(text: str) -> list[Sentence]:
    figures = read_quantities(text)
    return [
        Sentence(
            each.start,
            each.end,
            text[each.start : each.end],
            _within(figures, each.start, each.end),
        )
        for each in sentences(text)
    ]


def _within(figures: Sequence[Quantity], start: int, end: int) -> list[Quantity]:
    """Those of a text's figures, which are in order, that stand between these places."""
    first = bisect_left(figures, start, key=lambda each: each.start)
    inside = takewhile(lambda each: each.start < end, figures[first:])
    return [each for each in inside if each.end <= end]


def _repeated(each: Candidates, checks: dict[int, Checked], ranking: Ranking) -> list[Match]:
    """The checks whose statement or quote the sentence repeats."""
    return [
        match(each.sentence.text, checks[hit.row], hit.score, ranking, each.sentence.figures)
        for hit in each.repeated
        if hit.row in checks
    ]


def _subject(found: Candidates, checks: dict[int, Checked]) -> str | None:
    """The question that the sentence's figures answer, if there is one on record."""
    near = (checks[row] for row in found.about if row in checks)
    return next((check.question["id"] for check in near if check.question and check.answers), None)


def _answers(questions: Iterable[str | None]) -> dict[str, list[Checked]]:
    """What is on record for these questions."""
    found: dict[str, list[Checked]] = {}
    for check in checks_on({each for each in questions if each}, MOST_ANSWERS):
        if check.question:
            found.setdefault(check.question["id"], []).append(check)
    return found


def _differing(
    each: Sentence, question: str | None, answers: dict[str, list[Checked]]
) -> list[FigurePair]:
    """The sentence's figures beside those on record for its question; contradictions first."""
    found = [
        pair
        for check in answers.get(question or "", [])
        for pair in pairs(each.figures, check, check.answers)
        if pair.relation.relation != "incomparable"
    ]
    return sorted(found, key=lambda pair: pair.relation.relation != "disjoint")
