"""Elsewhere: what other desks have checked of the claim that a text makes. Theirs, never ours."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.index.ranking import Ranking
from factcheck.index.sharing import Hit, best, sharing
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
    hits = best(ranking, text, CANDIDATES)
    reviews = reviews_by_row((hit.row for hit in hits), language=language)
    found = [
        _compared(text, reviews[hit.row], hit.score, ranking) for hit in hits if hit.row in reviews
    ]
    return found[:MOST]


def repeated_elsewhere(
    texts: Iterable[str], *, candidates: int, least: float, fewest: int, most: int
) -> dict[str, list[Elsewhere]]:
    """
    For each text the other desks' checks of what it repeats.

    Those of whose claim it has at least this share and so many words.
    """
    ranking = Ranking(KIND, list(texts))
    hits = sharing(ranking, fewest=fewest, limit=candidates)
    claims = _claims_by_row({hit.row for found in hits.values() for hit in found})
    repeated = {
        text: sorted(
            _repeated(text, found, claims, ranking, least, fewest), key=lambda each: -each.share
        )[:most]
        for text, found in hits.items()
    }
    reviews = reviews_by_row({each.hit.row for found in repeated.values() for each in found})
    return {
        text: [
            Elsewhere(reviews[each.hit.row], each.hit.score, each.share, each.words)
            for each in found
            if each.hit.row in reviews
        ]
        for text, found in repeated.items()
        if found
    }


class _Repeated(NamedTuple):
    """A check of another desk whose claim a text repeats."""

    hit: Hit
    share: float
    words: list[str]


def _repeated(
    text: str,
    hits: Iterable[Hit],
    claims: dict[int, frozenset[str]],
    ranking: Ranking,
    least: float,
    fewest: int,
) -> list[_Repeated]:
    stems = set(ranking.stems(text))
    found = [
        _Repeated(hit, share(stems, claims[hit.row], ranking), sorted(stems & claims[hit.row]))
        for hit in hits
        if hit.row in claims
    ]
    return [each for each in found if each.share >= least and len(each.words) >= fewest]


def _claims_by_row(rows: Iterable[int]) -> dict[int, frozenset[str]]:
    """What these checks of others are about, by the stems of their claims."""
    shown = ImportedReview.objects.shown().filter(pk__in=list(rows))
    return {row: stems_of(claim) for row, claim in shown.values_list("pk", "claim")}


def reviews_by_row(rows: Iterable[int], *, language: str = "") -> dict[int, ImportedReview]:
    """The checks that readers are shown among these rows, in this language if any."""
    shown = ImportedReview.objects.shown().filter(pk__in=list(rows)).for_readers()
    if language:
        shown = shown.filter(language__iexact=language)
    return {review.pk: review for review in shown}


def _compared(text: str, review: ImportedReview, score: float, ranking: Ranking) -> Elsewhere:
    """What a text and another desk's check have in common."""
    stems, theirs = set(ranking.stems(text)), stems_of(review.claim)
    return Elsewhere(review, score, share(stems, theirs, ranking), sorted(stems & theirs))
