"""
A document as schema.org's ClaimReview, the way search engines read it.

https://schema.org/ClaimReview and
https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# What Google reads as "not on a scale": only the words of alternateName count then.
UNSCORED = -1
KINDS = {
    "person": "Person",
    "government": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
}
ORGANISATION = "Organization"


@dataclass(frozen=True)
class Desk:
    """Who reviews: its name, where readers find it, and the licence of what it says as data."""

    name: str
    url: str
    data_licence: str = ""

    def at(self, path: str) -> str:
        """A path as an absolute address."""
        return f"{self.url}{path}"


def claim_review(document: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """
    The ClaimReview of a standing document. Absent values are left out, addresses are absolute.
    """
    address = desk.at(document["path"])
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": address,
            "url": address,
            "inLanguage": document["language"],
            "datePublished": document["first_published_at"],
            "dateModified": document["published_at"],
            "author": _author(desk),
            "claimReviewed": document["claim"]["statement"],
            "itemReviewed": _claim(document),
            "reviewRating": _rating(document["verdict"]),
            "correction": [_correction(each) for each in document["notices"]],
            "citation": [_citation(each) for each in document["evidence"] if each["url"]],
            "sdPublisher": {"@type": ORGANISATION, "name": desk.name, "url": desk.at("/")},
            "sdLicense": desk.data_licence,
        }
    )


def _author(desk: Desk) -> dict[str, Any]:
    return {
        "@type": ORGANISATION,
        "name": desk.name,
        "url": desk.at("/"),
        "publishingPrinciples": desk.at("/methodology/"),
        "correctionsPolicy": desk.at("/methodology/#corrections"),
    }


def _claim(document: Mapping[str, Any]) -> dict[str, Any]:
    """The claim, as its claimant made it: the first that asserts it."""
    article = document["article"]
    asserting = [each for each in document["attributions"] if each["stance"] == "asserts"]
    claimant = asserting[0] if asserting else None
    appearance = _appearance(article)
    return {
        "@type": "Claim",
        "name": document["claim"]["statement"],
        "author": claimant and _speaker(claimant["source"]),
        "datePublished": (claimant and claimant["at"]) or article["published_at"],
        "appearance": appearance and [appearance],
        "firstAppearance": appearance,
    }


def _speaker(source: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": KINDS.get(source["kind"], ORGANISATION), "name": source["name"]}


def _appearance(article: Mapping[str, Any]) -> dict[str, Any] | None:
    """The article, if it has an address. A bare comma would separate two of them."""
    if not article["url"]:
        return None
    publisher = article["publisher"]
    return {
        "@type": "NewsArticle",
        "url": article["url"].replace(",", "%2C"),
        "headline": article["headline"],
        "datePublished": article["published_at"],
        "publisher": publisher and {"@type": ORGANISATION, "name": publisher["name"]},
    }


def _rating(verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Whole numbers on the scale, and −1 three times beside it."""
    rating = verdict["rating"]
    scored = rating["value"] is not None
    return {
        "@type": "Rating",
        "ratingValue": rating["value"] if scored else UNSCORED,
        "bestRating": rating["best"] if scored else UNSCORED,
        "worstRating": rating["worst"] if scored else UNSCORED,
        "alternateName": rating["name"],
        "ratingExplanation": verdict["summary"],
    }


def _correction(notice: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": notice["text"], "datePublished": notice["at"]}


def _citation(evidence: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": evidence["title"],
        "url": evidence["url"],
        "archivedAt": evidence["archived_url"],
    }


def _without_nothing(value: Any) -> Any:
    """The same without what is null or empty, at any depth."""
    if isinstance(value, dict):
        kept = {name: _without_nothing(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in (None, "", [])}
    if isinstance(value, list):
        return [_without_nothing(each) for each in value]
    return value
