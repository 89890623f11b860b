"""Elsewhere: what other desks have checked of the claim that a text makes. Theirs, never ours."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.index.ranking import Ranking
from publishing.models import ImportedReview
from search.checked import stems_of
from search.matching import share

KIND = "reviews"
# As many are answered, out of so many candidates.
MOST, CANDIDATES = 20, 40


class Elsewhere(NamedTuple):
    """A check of another desk, how relevant it is, and the words that it shares."""

    review: ImportedReview
    score: float
    share: float
    words: list[str]


def checked_elsewhere(text: str, *, language: str = "") -> list[Elsewhere]:
    """Other desks' checks that share most with a statement, best first; never a yes or no."""
    ranking = Ranking(KIND, [text], repair=True)
    hits = ranking.best(text, CANDIDATES)
    reviews = reviews_by_row((hit.row for hit in hits), language=language)
    found = [
        _compared(text, reviews[hit.row], stems_of(reviews[hit.row].claim), hit.score, ranking)
        for hit in hits
        if hit.row in reviews
    ]
    return found[:MOST]


def repeated_elsewhere(
    texts: Iterable[str], *, candidates: int, least: float, fewest: int, most: int
) -> dict[str, list[Elsewhere]]:
    """
    For each text the other desks' checks of what it repeats.

    Those of whose claim it has at least this share and so many words.
    """
    texts = list(texts)
    ranking = Ranking(KIND, texts)
    hits = {
        text: ranking.best(text, candidates) for text in texts if len(ranking.stems(text)) >= fewest
    }
    reviews = reviews_by_row({hit.row for found in hits.values() for hit in found})
    # Once for each check, however many sentences it is held against.
    stems = {row: stems_of(review.claim) for row, review in reviews.items()}
    repeated = {
        text: [
            each
            for hit in found
            if hit.row in reviews
            for each in [_compared(text, reviews[hit.row], stems[hit.row], hit.score, ranking)]
            if each.share >= least and len(each.words) >= fewest
        ]
        for text, found in hits.items()
    }
    return {
        text: sorted(found, key=lambda each: -each.share)[:most]
        for text, found in repeated.items()
        if found
    }


def reviews_by_row(rows: Iterable[int], *, language: str = "") -> dict[int, ImportedReview]:
    """The checks that readers are shown among these rows, in this language if any."""
    shown = ImportedReview.objects.shown().filter(pk__in=list(rows)).for_readers()
    if language:
        shown = shown.filter(language__iexact=language)
    return {review.pk: review for review in shown}


def _compared(
    text: str, review: ImportedReview, theirs: frozenset[str], score: float, ranking: Ranking
) -> Elsewhere:
    """What a text and the stems of another desk's claim have in common."""
    stems = set(ranking.stems(text))
    return Elsewhere(review, score, share(stems, theirs, ranking), sorted(stems & theirs))
