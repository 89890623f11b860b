"""
What other sites embed of us, as oEmbed answers it (https://oembed.com/): without any script.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from publishing.formats.claimreview import Desk
from publishing.formats.markup import DECLARATION, element, text
from publishing.formats.people import claimant_of

JSON, XML = "application/json", "text/xml"
# Seconds for which a site may keep an answer: as long as our pages may be kept.
CACHE_AGE = 60
# How wide a card is where nobody says; wider, its lines are hard to read.
CARD = 600
# What a line of a card takes, roughly: a site that sets a card in a box of our height cuts nothing.
_LINE, _LETTER, _AROUND = 26, 8, 90


class Chart(NamedTuple):
    """A question's picture: its words, where it leads, where it is, and its size."""

    title: str
    path: str
    picture: str
    description: str
    width: int
    height: int


def card(
    document: Mapping[str, Any], desk: Desk, *, width: int, height: int | None
) -> dict[str, Any]:
    """A fact check: the claim, the rating, the finding, and where to read on."""
    statement, verdict = document["claim"]["statement"], document["verdict"]
    claimant = claimant_of(document)
    said_by = f" — {claimant['source']['name']}" if claimant else ""
    address = desk.at(document["path"])
    parts = [
        element("p", {}, text(f"“{statement}”{said_by}")),
        element(
            "p",
            {},
            element("strong", {}, text(f"{verdict['rating']['name']}.")),
            text(f" {verdict['summary']}"),
        ),
        element("footer", {}, element("a", {"href": address}, text(f"Checked by {desk.name}"))),
    ]
    html = element(
        "blockquote",
        {"class": "factcheck", "cite": address, "lang": document["language"]},
        *parts,
    )
    letters = sum(map(len, (statement, said_by, verdict["rating"]["name"], verdict["summary"])))
    lines = 2 + letters * _LETTER // width
    needed = _AROUND + lines * _LINE
    title = f"{verdict['rating']['name']}: {statement}"
    return _rich(title, html, desk, width, needed if height is None else min(needed, height))


def picture(chart: Chart, desk: Desk) -> dict[str, Any]:
    """A question: who gives which figure, as a picture that leads to the question's page."""
    image = {
        "src": desk.at(chart.picture),
        "alt": chart.description,
        "width": str(chart.width),
        "height": str(chart.height),
        "style": "max-width:100%;height:auto",
    }
    html = element(
        "figure",
        {"class": "factcheck"},
        element("a", {"href": desk.at(chart.path)}, element("img", image)),
        element("figcaption", {}, text(f"{chart.title} — {desk.name}")),
    )
    return _rich(chart.title, html, desk, chart.width, chart.height)


def link(title: str, desk: Desk) -> dict[str, Any]:
    """A question with no figure to draw: its title is all there is."""
    return _answer("link", title, desk)


def as_xml(answer: Mapping[str, Any]) -> str:
    """The same answer as XML."""
    said = (element(name, {}, text(str(value))) for name, value in answer.items())
    return DECLARATION + element("oembed", {}, *said)


def _rich(title: str, html: str, desk: Desk, width: int, height: int) -> dict[str, Any]:
    return _answer("rich", title, desk) | {"width": width, "height": height, "html": html}


def _answer(kind: str, title: str, desk: Desk) -> dict[str, Any]:
    return {
        "type": kind,
        "version": "1.0",
        "title": title,
        "author_name": desk.name,
        "author_url": desk.at("/"),
        "provider_name": desk.name,
        "provider_url": desk.at("/"),
        "cache_age": CACHE_AGE,
    }
