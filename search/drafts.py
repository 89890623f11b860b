"""Drafts: what of a text was checked before, and which of its figures are on record otherwise."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from claims.quantities import Quantity, read_quantities
from claims.suggestions.sentences import sentences
from factcheck.index.ranking import Ranking
from factcheck.index.sharing import Hit, sharing
from search.checked import Checked, Said, checks_by_row, checks_on, said_by_row
from search.elsewhere import Elsewhere, repeated_elsewhere
from search.figures import FigurePair, other_stems, pairs
from search.matching import Match, match, share, weight

# Candidates of a sentence, matches shown of it, and answers looked at per text.
CANDIDATES, MOST_MATCHES, MOST_ANSWERS = 12, 3, 500
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
    """
    A sentence with its figures, and what the checks that may concern it are said to say.

    `stems` are those of its words, and of other words for what its figures count.
    """

    start: int
    end: int
    text: str
    stems: frozenset[str]
    figures: Sequence[Quantity]
    hits: Sequence[tuple[Hit, Said]]


class _Found(NamedTuple):
    """The checks that a sentence repeats, and those of questions that its figures may answer."""

    repeated: Sequence[Hit]
    about: Sequence[int]


def spans(text: str) -> list[Span]:
    """The sentences of a draft about which there is something on record, in order."""
    standing = [(each.start, each.end, text[each.start : each.end]) for each in sentences(text)]
    figures = read_quantities(text)
    own = {quote: _within(figures, start, end) for start, end, quote in standing}
    others = {quote: other_stems(own[quote]) for quote in own}
    ranking = Ranking("statements", own, others=others)
    read = _read(standing, figures, ranking)
    found = {each.start: _found(each, ranking) for each in read}
    checks = checks_by_row({row for each in found.values() for row in _rows(each)})
    about = {each.start: _subject(found[each.start], checks) for each in read}
    answers = _answers(about.values())
    ours = {
        each.start: (
            _repeated(each, found[each.start], checks, ranking),
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


def _read(
    standing: Iterable[tuple[int, int, str]], figures: Sequence[Quantity], ranking: Ranking
) -> list[_Read]:
    """The sentences that share enough words with any check."""
    hits = sharing(ranking, fewest=FEWEST_WORDS, limit=CANDIDATES)
    said = said_by_row({hit.row for found in hits.values() for hit in found})
    return [
        _Read(
            start,
            end,
            quote,
            frozenset(ranking.meant(quote)),
            _within(figures, start, end),
            [(hit, said[hit.row]) for hit in hits[quote] if hit.row in said],
        )
        for start, end, quote in standing
        if hits.get(quote)
    ]


def _elsewhere(quotes: Iterable[str]) -> dict[str, list[Elsewhere]]:
    """What other desks have checked, by the sentences that repeat it."""
    return repeated_elsewhere(
        quotes, candidates=CANDIDATES, least=REPEATS, fewest=FEWEST_WORDS, most=MOST_MATCHES
    )


def _within(figures: Sequence[Quantity], start: int, end: int) -> list[Quantity]:
    """Those of a text's figures, which are in order, that stand between these places."""
    first = bisect_left(figures, start, key=lambda each: each.start)
    inside = takewhile(lambda each: each.start < end, figures[first:])
    return [each for each in inside if each.end <= end]


def _found(each: _Read, ranking: Ranking) -> _Found:
    """What of the candidates the sentence repeats or is about; documents are read of these only."""
    repeated, about = [], []
    for hit, said in each.hits:
        shared = share(each.stems, said.stems, ranking)
        if quotes(each.text, said.quote) or (
            shared >= REPEATS and len(each.stems & (said.stems | said.quoted)) >= FEWEST_WORDS
        ):
            repeated.append((shared, hit))
        if each.figures and said.question and len(each.stems & said.subject) >= FEWEST_WORDS - 1:
            shared = share(each.stems, said.subject, ranking)
            about.append((shared, weight(each.stems & said.subject, ranking), hit.row))
    best = sorted(repeated, key=lambda found: -found[0])[:MOST_MATCHES]
    # Of two subjects that it has whole, the one that says more: a terse one is in many sentences.
    near = sorted(about, key=lambda found: (-found[0], -found[1]))
    return _Found(
        [hit for _, hit in best], [row for shared, _, row in near if shared >= SAME_SUBJECT]
    )


def _rows(found: _Found) -> list[int]:
    return [*(hit.row for hit in found.repeated), *found.about]


def _repeated(
    each: _Read, found: _Found, checks: dict[int, Checked], ranking: Ranking
) -> list[Match]:
    """The checks whose statement or quote the sentence repeats."""
    return [
        match(each.text, checks[hit.row], hit.score, ranking, each.figures)
        for hit in found.repeated
        if hit.row in checks
    ]


def _subject(found: _Found, checks: dict[int, Checked]) -> str | None:
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
