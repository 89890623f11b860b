"""Elsewhere: what other desks have checked of the claim that a text makes. Theirs, never ours."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from claims.quantities import read_quantities
from factcheck.index.ranking import Ranking
from factcheck.index.sharing import Hit, best, sharing
from publishing.models import ImportedReview
from search.checked import stems_of
from search.figures import names_counted
from search.matching import FEWEST_WORDS, repeats, share

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
    names = {text: names_counted(read_quantities(text))}
    ranking = Ranking(KIND, [text], repair=True, names=names)
    hits = best(ranking, text, CANDIDATES)
    reviews = reviews_by_row((hit.row for hit in hits), language=language)
    ranking.learn(*(stems_of(each.claim) for each in reviews.values()))
    found = [
        _compared(text, reviews[hit.row], hit.score, ranking) for hit in hits if hit.row in reviews
    ]
    return found[:MOST]


def repeated_elsewhere(
    names: Mapping[str, Collection[frozenset[str]]], *, candidates: int, most: int
) -> dict[str, list[Elsewhere]]:
    """For each text, with the names of what its figures count, the other desks' checks of it."""
    ranking = Ranking(KIND, names, names=names)
    hits = sharing(ranking, fewest=FEWEST_WORDS, limit=candidates)
    claims = _claims_by_row({hit.row for found in hits.values() for hit in found})
    ranking.learn(*claims.values())
    repeated = {
        text: sorted(_repeated(text, found, claims, ranking), key=lambda each: -each.share)[:most]
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
    text: str, hits: Iterable[Hit], claims: dict[int, frozenset[str]], ranking: Ranking
) -> list[_Repeated]:
    stems, meant = set(ranking.stems(text)), ranking.meant(text)
    found = [
        _Repeated(hit, share(meant, claims[hit.row], ranking), sorted(stems & claims[hit.row]))
        for hit in hits
        if hit.row in claims
    ]
    return [
        each
        for each in found
        if repeats(ranking.words[text], claims[each.hit.row], each.share)
        and ranking.words[text].among(claims[each.hit.row]) >= FEWEST_WORDS
    ]


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
    shared = share(ranking.meant(text), theirs, ranking)
    return Elsewhere(review, score, shared, sorted(stems & theirs))
