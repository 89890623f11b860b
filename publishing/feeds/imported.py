"""Other desks' checks as claims:search answers them, where the setting says so."""

from typing import Any

from django.db.models import Q, QuerySet

from publishing.feeds.reading import days_ago, in_language
from publishing.formats.factchecktools import claim_of_review
from publishing.models import ImportedReview


def imported_reviews(
    search: str | None, site: str, language: str, days: int
) -> QuerySet[ImportedReview]:
    """
    Those that readers are shown: with these words, of this site, in this language, so young.

    A review that names no day of its own is as old as its claim.
    """
    found: Any = ImportedReview.objects.shown().for_readers()
    if search is not None:
        found = found.matching(search)
    if site:
        found = found.filter(site=site)
    if language:
        found = found.filter(in_language(language))
    if days:
        since = days_ago(days).date()
        undated = Q(reviewed_on__isnull=True, claimed_on__gte=since)
        found = found.filter(Q(reviewed_on__gte=since) | undated)
    return found


def imported_claim(review: ImportedReview) -> dict[str, Any]:
    """One claim with that desk's review of it."""
    return claim_of_review(
        text=review.claim,
        claimant=review.claimant,
        claimed_on=review.claimed_on,
        publisher=review.organisation,
        site=review.site,
        url=review.url,
        title=review.title,
        reviewed_on=review.reviewed_on,
        label=review.label,
        language=review.language,
    )
