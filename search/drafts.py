"""Drafts: what of a text was checked before, and which of its figures are on record otherwise."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.quantities import Quantity, read_quantities
from claims.suggestions.sentences import sentences
from factcheck.index.ranking import Hit, Ranking
from search.checked import Checked, checks_by_row, checks_on
from search.elsewhere import Elsewhere, repeated_elsewhere
from search.figures import FigurePair, pairs
from search.matching import Match, match, share

# Candidates of a sentence, matches shown of it, and answers looked at per text.
CANDIDATES, MOST_MATCHES, MOST_ANSWERS = 8, 3, 500
# The share of a statement that a sentence repeats, and of its subject that one speaks about.
REPEATS, SAME_SUBJECT = 0.72, 0.6
FEWEST_WORDS, SHORTEST_QUOTE = 3, 12


class Span(NamedTuple):
    """A sentence of the draft, in code points, and what is known about it, here and elsewhere."""

    start: int
    end: int
    quote: str
    matches: Sequence[Match]
    figures: Sequence[FigurePair]
    elsewhere: Sequence[Elsewhere]


class _Read(NamedTuple):
    """A sentence with its figures and the checks that may concern it."""

    start: int
    end: int
    text: str
    figures: Sequence[Quantity]
    hits: Sequence[Hit]


def spans(text: str) -> list[Span]:
    """The sentences of a draft about which there is something on record, in order."""
    standing = [(each.start, each.end, text[each.start : each.end]) for each in sentences(text)]
    ranking = Ranking("statements", {quote for _, _, quote in standing})
    figures = read_quantities(text)
    read = [
        _Read(start, end, quote, _within(figures, start, end), ranking.best(quote, CANDIDATES))
        for start, end, quote in standing
        if len(ranking.stems(quote)) >= FEWEST_WORDS
    ]
    checks = checks_by_row({hit.row for each in read for hit in each.hits})
    about = {each.start: _subject(each, checks, ranking) for each in read}
    answers = _answers(about.values())
    ours = {
        each.start: (
            _repeated(each, checks, ranking),
            _differing(each, about[each.start], answers),
        )
        for each in read
    }
    theirs = _elsewhere(quote for _, _, quote in standing)
    return [
        Span(start, end, quote, repeated, differing, elsewhere)
        for start, end, quote in standing
        for repeated, differing in [ours.get(start, ([], []))]
        for elsewhere in [theirs.get(quote, [])]
        if repeated or differing or elsewhere
    ]


def _elsewhere(quotes: Iterable[str]) -> dict[str, list[Elsewhere]]:
    """What other desks have checked, by the sentences that repeat it."""
    return repeated_elsewhere(
        quotes, candidates=CANDIDATES, least=REPEATS, fewest=FEWEST_WORDS, most=MOST_MATCHES
    )


def _within(figures: Iterable[Quantity], start: int, end: int) -> list[Quantity]:
    return [each for each in figures if start <= each.start and each.end <= end]


def _repeated(each: _Read, checks: dict[int, Checked], ranking: Ranking) -> list[Match]:
    """The checks whose statement or quote the sentence repeats."""
    candidates = [
        match(each.text, checks[hit.row], hit.score, ranking, each.figures)
        for hit in each.hits
        if hit.row in checks
    ]
    repeated = [
        found
        for found in candidates
        if quotes(each.text, found.check.quote)
        or (found.share >= REPEATS and len(found.words) >= FEWEST_WORDS)
    ]
    return sorted(repeated, key=lambda found: -found.share)[:MOST_MATCHES]


def _subject(each: _Read, checks: dict[int, Checked], ranking: Ranking) -> str | None:
    """The question that the sentence's figures answer, if there is one on record."""
    if not each.figures:
        return None
    stems = set(ranking.stems(each.text))
    shares = [
        (share(stems, check.subject, ranking), check)
        for hit in each.hits
        if (check := checks.get(hit.row)) and check.question and check.answers
        if len(stems & check.subject) >= FEWEST_WORDS - 1
    ]
    best, check = max(shares, key=lambda found: found[0], default=(0.0, None))
    return check.question["id"] if check and check.question and best >= SAME_SUBJECT else None


def _answers(questions: Iterable[str | None]) -> dict[str, list[Checked]]:
    """What is on record for these questions."""
    found: dict[str, list[Checked]] = {}
    for check in checks_on({each for each in questions if each}, MOST_ANSWERS):
        if check.question:
            found.setdefault(check.question["id"], []).append(check)
    return found


def _differing(
    each: _Read, question: str | None, answers: dict[str, list[Checked]]
) -> list[FigurePair]:
    """The sentence's figures beside those on record for its question; contradictions first."""
    found = [
        pair
        for check in answers.get(question or "", [])
        for pair in pairs(each.figures, check, check.answers)
        if pair.relation.relation != "incomparable"
    ]
    return sorted(found, key=lambda pair: pair.relation.relation != "disjoint")


def quotes(text: str, quote: str) -> bool:
    """Whether the text holds these very words, from the beginning of a word to the end of one."""
    if len(quote) < SHORTEST_QUOTE:
        return False
    text, quote = " ".join(text.split()), " ".join(quote.split())
    start = text.find(quote)
    while start >= 0:
        around = text[max(0, start - 1) : start] + text[start + len(quote) :][:1]
        if not any(letter.isalnum() or letter == "_" for letter in around):
            return True
        start = text.find(quote, start + 1)
    return False
