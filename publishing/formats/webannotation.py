"""
A document as a W3C Web Annotation: the words it is about, and what was found, as bodies.

https://www.w3.org/TR/annotation-model/
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from publishing.formats.claimreview import Desk

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What may stand in an IRI as it is; “%” because an address may be encoded already.
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


def web_annotation(document: Mapping[str, Any], desk: Desk, container: str) -> dict[str, Any]:
    """
    The annotation of a document, whose verdict may be null. `container` is the path of the
    container that it is in.
    """
    rights = {"rights": desk.data_licence} if desk.data_licence else {}
    return {
        "@context": CONTEXT,
        "id": desk.at(f"{container}{document['id']}"),
        "type": "Annotation",
        "motivation": "assessing",
        "created": document["first_published_at"],
        "modified": document["published_at"],
        "creator": {"id": desk.at("/"), "type": "Organization", "name": desk.name},
        **rights,
        "body": list(_bodies(document, desk)),
        "target": _target(document, desk),
    }


def rating_address(slug: str, desk: Desk) -> str:
    """The IRI that stands for a step of the scale."""
    return desk.at(f"/api/v1/ratings/{slug}/")


def article_address(article: Mapping[str, Any], desk: Desk) -> str:
    """The IRI that stands for an article: where its readers find it, else where we tell of it."""
    if article["url"]:
        return _as_uri(article["url"])
    return desk.at(f"/api/v1/articles/{article['id']}/")


def _target(document: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    article = document["article"]
    revisions = desk.at(f"/api/v1/articles/{article['id']}/revisions/")
    return {
        "type": "SpecificResource",
        "source": article_address(article, desk),
        "selector": document["claim"]["selectors"],
        "state": {
            "type": "TimeState",
            "sourceDate": document["published_at"],
            "cached": f"{revisions}#{article['revision']}",
        },
    }


def _bodies(document: Mapping[str, Any], desk: Desk) -> Iterator[dict[str, Any]]:
    language, verdict = document["language"], document["verdict"]
    if verdict is not None:
        rating = verdict["rating"]
        yield {
            "type": "SpecificResource",
            "purpose": "classifying",
            "source": rating_address(rating["slug"], desk),
        }
        yield {
            "type": "TextualBody",
            "purpose": "tagging",
            "value": rating["name"],
            "format": "text/plain",
        }
        if verdict["summary"]:
            yield _text("assessing", verdict["summary"], "text/plain", language)
        if verdict["rationale"]:
            yield _text("commenting", verdict["rationale"], "text/markdown", language)
    yield _text("describing", document["claim"]["statement"], "text/plain", language)
    for piece in document["evidence"]:
        if piece["url"]:
            yield _evidence(piece)


def _text(purpose: str, value: str, kind: str, language: str) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": kind,
        "language": language,
    }


def _evidence(piece: Mapping[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": _as_uri(piece["url"]),
    }
    if piece["excerpt"]:
        body["selector"] = {"type": "TextQuoteSelector", "exact": piece["excerpt"]}
    state = {}
    if piece["retrieved_at"]:
        state["sourceDate"] = f"{piece['retrieved_at']}T00:00:00Z"
    if piece["archived_url"]:
        state["cached"] = _as_uri(piece["archived_url"])
    if state:
        body["state"] = {"type": "TimeState", **state}
    return body


def _as_uri(address: str) -> str:
    """The address with everything encoded that a URI has no letter for."""
    return quote(address, safe=_KEPT)
