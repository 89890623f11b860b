"""ClaimReviews in the shapes that desks give them, all of them made up for these tests."""

import io
import json
from typing import Any

from publishing.reviews import Found, Review, read

URL = "https://checks.example/bridge-of-glass"
CLAIM = "The Oder bridge is made of glass."
DESK = {"@type": "Organization", "name": "Checks Desk", "url": "https://checks.example/"}


def claim_review(**changes: Any) -> dict[str, Any]:
    """A ClaimReview by the book but for these changes; None leaves a value out."""
    node = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": URL,
        "datePublished": "2024-10-24",
        "author": DESK,
        "claimReviewed": CLAIM,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "False",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "The mayor"},
            "datePublished": "2024-10-20",
            "appearance": {"@type": "NewsArticle", "url": "https://paper.example/glass"},
        },
    } | changes
    return {name: value for name, value in node.items() if value is not None}


def rating(**changes: Any) -> dict[str, Any]:
    return {"reviewRating": {**claim_review()["reviewRating"], **changes}}


def item(**changes: Any) -> dict[str, Any]:
    node = {**claim_review()["itemReviewed"], **changes}
    return {"itemReviewed": {name: value for name, value in node.items() if value is not None}}


def answer(**changes: Any) -> dict[str, Any]:
    """An answer of claims:search with one review but for these changes."""
    review = {
        "publisher": {"name": "Checks Desk", "site": "checks.example"},
        "url": URL,
        "title": "No, the bridge is not made of glass",
        "reviewDate": "2024-10-24T00:00:00Z",
        "textualRating": "False",
        "languageCode": "en",
    } | changes
    claim = {"text": CLAIM, "claimant": "The mayor", "claimDate": "2024-10-20T00:00:00Z"}
    return {"claims": [claim | {"claimReview": [review]}], "nextPageToken": "CAo"}


def found_in(given: Any, **options: Any) -> list[Found]:
    """What is found in a file of these bytes, of this text, or of this value as JSON."""
    if not isinstance(given, bytes | str):
        given = json.dumps(given)
    data = given if isinstance(given, bytes) else given.encode()
    return list(read(io.BytesIO(data), **options))


def reviewed(**changes: Any) -> Review:
    """The review that is read from a ClaimReview with these changes."""
    [found] = found_in(claim_review(**changes))
    assert found.review is not None, found.reason
    return found.review


def refusal(given: Any) -> str:
    """The reason why the one item in a file is no review."""
    [found] = found_in(given)
    assert found.review is None
    return found.reason
