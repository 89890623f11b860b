"""Candidates: which checks a draft's sentences repeat, and whose questions they are about."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.quantities import Quantity
from factcheck.index.ranking import Ranking
from factcheck.index.sharing import Hit, sharing
from search.checked import Said, said_by_row
from search.matching import FEWEST_WORDS, SAME_SUBJECT, repeats, share, weight

# So many rows are looked at for a sentence, and of those that it repeats so many are told.
CANDIDATES, MOST_MATCHES = 12, 3
SHORTEST_QUOTE = 12


class Sentence(NamedTuple):
    """A sentence of a draft, in code points, and its figures."""

    start: int
    end: int
    text: str
    figures: Sequence[Quantity]


class Candidates(NamedTuple):
    """The checks that a sentence repeats, and the rows of those on what its figures count."""

    sentence: Sentence
    repeated: Sequence[Hit]
    about: Sequence[int]

    @property
    def rows(self) -> list[int]:
        return [*(hit.row for hit in self.repeated), *self.about]


class _Near(NamedTuple):
    """A sentence, and the checks of which it has words enough to repeat or to be about them."""

    sentence: Sentence
    stems: frozenset[str]
    repeat: Sequence[tuple[Hit, Said]]
    about: Sequence[tuple[Hit, Said]]


def candidates(sentences: Iterable[Sentence], ranking: Ranking) -> list[Candidates]:
    """The sentences that share enough words with any check, with these checks, best first."""
    hits = sharing(ranking, fewest=FEWEST_WORDS, limit=CANDIDATES)
    said = said_by_row({hit.row for found in hits.values() for hit in found})
    near = [
        _near(each, [(hit, said[hit.row]) for hit in hits[each.text] if hit.row in said], ranking)
        for each in sentences
        if hits.get(each.text)
    ]
    ranking.learn(
        *(said.stems for each in near for _, said in each.repeat),
        *(said.subject for each in near for _, said in each.about),
    )
    return [_weighed(each, ranking) for each in near]


def _near(sentence: Sentence, hits: Sequence[tuple[Hit, Said]], ranking: Ranking) -> _Near:
    """By the number of shared words alone: of most rows a sentence has too few to weigh them."""
    words = ranking.words[sentence.text]
    repeat = [
        (hit, said)
        for hit, said in hits
        if words.among(said.stems | said.quoted) >= FEWEST_WORDS
        or quotes(sentence.text, said.quote)
    ]
    about = [
        (hit, said)
        for hit, said in hits
        if sentence.figures and said.question and words.among(said.subject) >= FEWEST_WORDS - 1
    ]
    return _Near(sentence, ranking.meant(sentence.text), repeat, about)


def _weighed(near: _Near, ranking: Ranking) -> Candidates:
    text = near.sentence.text
    repeated = [
        (shared, hit)
        for hit, said in near.repeat
        for shared in [share(near.stems, said.stems, ranking)]
        if repeats(ranking.words[text], said.stems, shared) or quotes(text, said.quote)
    ]
    about = [
        (shared, weight(near.stems & said.subject, ranking), hit.row)
        for hit, said in near.about
        for shared in [share(near.stems, said.subject, ranking)]
        if shared >= SAME_SUBJECT
    ]
    best = sorted(repeated, key=lambda found: -found[0])[:MOST_MATCHES]
    # Of two subjects that it has whole, the one that says more: a terse one is in many sentences.
    nearest = sorted(about, key=lambda found: (-found[0], -found[1]))
    return Candidates(near.sentence, [hit for _, hit in best], [row for _, _, row in nearest])


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
