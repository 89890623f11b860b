"""Fact checks in a file: the published documents; for a spreadsheet what one reads of them."""

from collections.abc import Mapping
from typing import Any

from claims.record.ledger import parsed

COLUMNS = ("document__body",)
KEYS = (
    "id",
    "path",
    "version",
    "first_published_at",
    "published_at",
    "language",
    "rating",
    "rating_name",
    "statement",
    "quote",
    "claimants",
    "summary",
    "question",
    "headline",
    "publisher",
    "url",
    "evidence",
)


def shape(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The documents, whole."""
    return [parsed(row["document__body"]) for row in rows]


def flat(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document with the keys KEYS; several names, or addresses of evidence, one to a line."""
    rating, article = document["verdict"]["rating"], document["article"]
    asserting = [each for each in document["attributions"] if each["stance"] == "asserts"]
    return {name: document[name] for name in KEYS[:6]} | {
        "rating": rating["slug"],
        "rating_name": rating["name"],
        "statement": document["claim"]["statement"],
        "quote": document["claim"]["quote"],
        "claimants": "\n".join(each["source"]["name"] for each in asserting),
        "summary": document["verdict"]["summary"],
        "question": document["question"] and document["question"]["text"],
        "headline": article["headline"],
        "publisher": article["publisher"] and article["publisher"]["name"],
        "url": article["url"],
        "evidence": "\n".join(each["url"] for each in document["evidence"] if each["url"]),
    }
