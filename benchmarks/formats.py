"""
Measures what each of other people's formats costs per document. Run: python -m benchmarks.formats

The documents are the demo's, as fixtures/demo.json has them, each parsed before the clock starts:
parsing is reading's cost, whichever the format.
"""

import json
import time
from base64 import b64decode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from publishing.formats.atom import Places, atom_feed
from publishing.formats.claimreview import Desk, claim_review
from publishing.formats.datafeed import Change, data_feed
from publishing.formats.factchecktools import search_answer
from publishing.formats.oembed import CARD, card
from publishing.formats.sitemap import News, Place, sitemap
from publishing.formats.webannotation import web_annotation

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "demo.json"
DESK = Desk("The Desk", "https://facts.example", "https://creativecommons.org/licenses/by/4.0/")
AT = "2024-10-24T12:00:00.000Z"
HERE = "https://facts.example/feed"
ROUNDS = 200
Document = dict[str, Any]


def documents() -> list[Document]:
    """Every document of the demo."""
    rows = json.loads(FIXTURE.read_text(encoding="utf-8"))
    bodies = [row["fields"]["body"] for row in rows if row["model"] == "claims.document"]
    return [json.loads(b64decode(body)) for body in bodies]


def place_of(said: Document) -> Place:
    news = News(said["claim"]["statement"], said["language"], AT)
    return Place(said["path"], said["published_at"], news)


FORMATS: dict[str, Callable[[Sequence[Document]], Any]] = {
    "ClaimReview": lambda said: [claim_review(each, DESK) for each in said],
    "DataFeed": lambda said: data_feed(
        [Change(1, each["id"], AT, each) for each in said], DESK, address=HERE
    ),
    "claims:search": lambda said: search_answer(said, DESK),
    "Atom": lambda said: atom_feed(said, DESK, Places(HERE, HERE), updated=AT),
    "oEmbed": lambda said: [card(each, DESK, width=CARD, height=None) for each in said],
    "Web Annotation": lambda said: [web_annotation(each, DESK, "/annotations/") for each in said],
    "sitemap": lambda said: sitemap(map(place_of, said), DESK),
}


def main() -> None:
    said = documents()
    print(f"{len(said)} documents, {ROUNDS} rounds")
    for name, make in FORMATS.items():
        began = time.perf_counter()
        for _ in range(ROUNDS):
            make(said)
        each = 1000 * (time.perf_counter() - began) / ROUNDS / len(said)
        print(f"{name:14} {each:.3f} ms per document")


if __name__ == "__main__":
    main()
