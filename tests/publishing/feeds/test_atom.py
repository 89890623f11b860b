"""/feeds/factchecks.atom: what is news, newest first; corrections and retractions are."""

from xml.etree import ElementTree

import pytest

from publishing.feeds.views import atom
from tests.publishing.feeds.record import HOUR, NOON, correct, published, retract, withheld

pytestmark = pytest.mark.django_db

FEED = "/feeds/factchecks.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def read(api, address=FEED):
    answer = api.get(address)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def entries(api, address=FEED):
    """Id → title, in the feed's order."""
    return {
        each.find(f"{ATOM}id").text.split("/")[-2]: each.find(f"{ATOM}title").text
        for each in read(api, address).findall(f"{ATOM}entry")
    }


def test_newest_first(api):
    first, second = published(), published("18 months", at=NOON + HOUR)

    assert list(entries(api)) == [second.public_id, first.public_id]


def test_a_correction_brings_its_entry_to_the_top(api):
    first, second = published(), published("18 months", at=NOON + HOUR)
    correct(first, NOON + 2 * HOUR)

    assert list(entries(api)) == [first.public_id, second.public_id]
    assert entries(api)[first.public_id].startswith("True: ")


def test_a_retraction_does_too_and_says_so(api):
    first, second = published(), published("18 months", at=NOON + HOUR)
    retract(first, NOON + 2 * HOUR)

    assert list(entries(api)) == [first.public_id, second.public_id]
    assert entries(api)[first.public_id].startswith("Retracted: ")


def test_what_is_published_again_is_no_longer_retracted(api):
    claim = published()
    retract(claim, NOON + HOUR)
    correct(claim, NOON + 2 * HOUR)

    assert [title[:5] for title in entries(api).values()] == ["True:"]


def test_what_is_withheld_is_not_there(api):
    withheld(published())

    assert entries(api) == {}


def test_an_empty_record_is_a_feed(api):
    assert read(api).find(f"{ATOM}updated").text == "1970-01-01T00:00:00Z"


def test_pages_follow_one_another(api, monkeypatch):
    monkeypatch.setitem(atom.__wrapped__.__globals__, "SIZE", 2)
    quotes = ["4.2 million euros", "18 months", "Some 1,300 lorries"]
    claims = [published(quote, at=NOON + n * HOUR) for n, quote in enumerate(quotes)]

    seen, address = [], FEED
    while address:
        seen += entries(api, address)
        links = read(api, address).findall(f"{ATOM}link")
        address = next((link.get("href") for link in links if link.get("rel") == "next"), None)

    assert seen == [claim.public_id for claim in reversed(claims)]
