"""
ClaimReviews as a schema.org DataFeed: what stands, and which checks are there no more.

https://schema.org/DataFeed. Its `version` is the ledger's number up to which it goes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from publishing.formats.claimreview import Desk, claim_review


class Change(NamedTuple):
    """The last that happened to a fact check: what stands since, or None if nothing does."""

    sequence: int
    fact_check: str
    at: str
    document: Mapping[str, Any] | None


def data_feed(
    changes: Iterable[Change], desk: Desk, *, address: str, after: int = 0
) -> dict[str, Any]:
    """The feed of these changes, which follow the ledger's row `after`."""
    told = list(changes)
    feed = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": f"Fact checks of {desk.name}",
        "url": address,
        "version": told[-1].sequence if told else after,
        "publisher": {"@type": "Organization", "name": desk.name, "url": desk.at("/")},
    }
    if told:
        feed["dateModified"] = told[-1].at
    if desk.data_licence:
        feed |= {"license": desk.data_licence, "sdLicense": desk.data_licence}
    return feed | {"dataFeedElement": [_item(each, desk) for each in told]}


def _item(change: Change, desk: Desk) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": "DataFeedItem", "identifier": change.fact_check}
    document = change.document
    if document is None:
        return item | {"dateDeleted": change.at}
    review = claim_review(document, desk)
    del review["@context"]
    return item | {
        "url": review["url"],
        "dateCreated": document["first_published_at"],
        "dateModified": document["published_at"],
        "item": [review],
    }
