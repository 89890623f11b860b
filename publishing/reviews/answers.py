"""
Recorded answers of Google's Fact Check Tools: `claims[].claimReview[]`.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search
"""

from typing import Any

from publishing.reviews.addresses import absolute, host_of
from publishing.reviews.claimreview import language_tag
from publishing.reviews.dates import day_of
from publishing.reviews.limits import (
    LONGEST_CLAIM,
    LONGEST_DATE,
    LONGEST_LABEL,
    LONGEST_NAME,
    cut,
    require_storable,
)
from publishing.reviews.review import Review, Unreadable
from publishing.reviews.values import prose_of, text_of


def review_of_answer(claim: dict[str, Any], given: Any) -> Review:
    """One review of one claim of an answer. Raises Unreadable with the reason why it is none."""
    if not isinstance(given, dict):
        raise Unreadable("A review is an object.")
    raw = {**claim, "claimReview": [given]}
    require_storable(raw)
    notes: list[str] = []
    url, text = absolute(text_of(given.get("url"))), prose_of(claim.get("text"))
    if not url:
        raise Unreadable("The review’s url is no whole web address.")
    if not text:
        raise Unreadable("The claim has no text.")
    if len(text) > LONGEST_CLAIM:
        raise Unreadable(f"The claim is longer than {LONGEST_CLAIM:,} characters.")
    publisher = given.get("publisher")
    publisher = publisher if isinstance(publisher, dict) else {"name": publisher}
    site = absolute(f"//{text_of(publisher.get('site'))}")
    made, claimed = text_of(given.get("reviewDate")), text_of(claim.get("claimDate"))
    host = host_of(site) or host_of(url)
    return Review(
        url=url,
        claim=text,
        organisation=(prose_of(publisher.get("name")) or host)[:LONGEST_NAME],
        organisation_url=site,
        site=host,
        title=cut(prose_of(given.get("title")), LONGEST_NAME, "title", notes),
        language=language_tag(text_of(given.get("languageCode"))),
        label=cut(text_of(given.get("textualRating")), LONGEST_LABEL, "label", notes),
        review_date=made[:LONGEST_DATE],
        reviewed_on=day_of(made),
        claimant=cut(prose_of(claim.get("claimant")), LONGEST_NAME, "claimant", notes),
        claim_date=claimed[:LONGEST_DATE],
        claimed_on=day_of(claimed),
        notes=notes,
        raw=raw,
    )
