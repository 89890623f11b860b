"""
Documents as an Atom feed (RFC 4287), a page of it (RFC 5005).

A fact check is one entry for ever: correcting or retracting it updates the entry.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from publishing.formats.claimreview import Desk
from publishing.formats.markup import DECLARATION, element, text
from publishing.formats.people import claimant_of

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
RETRACTED = "retracted"


class Places(NamedTuple):
    """Where this page of the feed is, and those beside it."""

    first: str
    here: str
    next: str | None = None


def atom_feed(
    documents: Iterable[Mapping[str, Any]], desk: Desk, places: Places, *, updated: str
) -> str:
    """The feed; `updated` is when anything in it last changed."""
    return DECLARATION + element(
        "feed",
        {"xmlns": NAMESPACE},
        element("id", {}, text(places.first)),
        element("title", {}, text(f"Fact checks of {desk.name}")),
        element("updated", {}, text(updated)),
        element("author", {}, element("name", {}, text(desk.name)), _uri(desk)),
        _link("self", places.here, MEDIA_TYPE),
        _link("alternate", desk.at("/"), "text/html"),
        _link("first", places.first, MEDIA_TYPE),
        _link("next", places.next, MEDIA_TYPE) if places.next else "",
        element("rights", {}, text(desk.data_licence)) if desk.data_licence else "",
        *(_entry(document, desk) for document in documents),
    )


def _entry(document: Mapping[str, Any], desk: Desk) -> str:
    rating = document["verdict"]["rating"]
    label = "Retracted" if document["kind"] == RETRACTED else rating["name"]
    return element(
        "entry",
        {"xml:lang": document["language"]},
        # Without the slug, which is for people.
        element("id", {}, text(desk.at(f"/factchecks/{document['id']}/"))),
        element("title", {}, text(f"{label}: {document['claim']['statement']}")),
        element("published", {}, text(document["first_published_at"])),
        element("updated", {}, text(_updated(document))),
        _link("alternate", desk.at(document["path"]), "text/html"),
        element("category", {"term": rating["slug"], "label": rating["name"]}),
        element("summary", {}, text(_summary(document))),
        element("content", {"type": "html"}, text(_content(document, desk))),
    )


def _updated(document: Mapping[str, Any]) -> str:
    """The last time that it was news: of a retraction, when it was taken back."""
    return document["notices"][-1]["at"] if _is_retracted(document) else document["published_at"]


def _summary(document: Mapping[str, Any]) -> str:
    if _is_retracted(document):
        return document["notices"][-1]["text"]
    return document["verdict"]["summary"]


def _content(document: Mapping[str, Any], desk: Desk) -> str:
    """What a feed reader shows: the claim, who says so, what we found and what we changed."""
    claimant, rating = claimant_of(document), document["verdict"]["rating"]
    said_by = f" ({claimant['source']['name']})" if claimant else ""
    notices = [
        element("p", {}, element("em", {}, text(f"{each['kind'].capitalize()}: {each['text']}")))
        for each in reversed(document["notices"])
    ]
    found = f"{rating['name']}. {document['verdict']['summary']}"
    read = element("a", {"href": desk.at(document["path"])}, "The whole check")
    return "".join(
        [
            element("blockquote", {}, text(f"{document['claim']['statement']}{said_by}")),
            *(notices if _is_retracted(document) else []),
            "" if _is_retracted(document) else element("p", {}, text(found)),
            *([] if _is_retracted(document) else notices),
            element("p", {}, read),
        ]
    )


def _is_retracted(document: Mapping[str, Any]) -> bool:
    return document["kind"] == RETRACTED


def _uri(desk: Desk) -> str:
    return element("uri", {}, text(desk.at("/")))


def _link(rel: str, address: str, media_type: str) -> str:
    return element("link", {"rel": rel, "type": media_type, "href": address})
