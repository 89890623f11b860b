"""/sitemap.xml: the pages of what stands, in parts that are not too long."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from publishing.feeds.views import sitemap
from tests.publishing.feeds.record import HOUR, NOON, correct, published, retract

pytestmark = pytest.mark.django_db

MAP = "/sitemap.xml"


def read(api, address=MAP):
    answer = api.get(address)
    assert answer.status_code == 200, answer.content
    return ElementTree.fromstring(answer.content)


def named(root, name):
    return [each.text for each in root.iter() if each.tag.endswith(f"}}{name}")]


def path_of(claim):
    return f"http://testserver/factchecks/{claim.public_id}-{claim.periods.get().slug}/"


def test_what_stands_has_its_page_and_when_that_changed(api):
    claim = published()

    root = read(api)

    assert named(root, "loc") == [path_of(claim)]
    assert named(root, "lastmod") == ["2024-10-24T12:00:00.000Z"]


def test_what_was_retracted_has_none(api):
    retract(published(), NOON + HOUR)

    assert named(read(api), "loc") == []


def test_only_what_is_two_days_old_or_younger_is_news(api):
    now = timezone.now()
    published(at=now - timedelta(days=3))
    young = published("18 months", at=now - timedelta(days=1))

    root = read(api)

    assert len(named(root, "loc")) == 2
    assert named(root, "title") == [f"False: {young.statement}"]


def test_a_correction_of_something_old_is_not_news(api):
    now = timezone.now()
    claim = published(at=now - timedelta(days=3))
    correct(claim, now - timedelta(days=1))

    assert named(read(api), "title") == []


def test_what_stops_being_news_changes_the_etag(api, monkeypatch):
    published(at=timezone.now() - timedelta(days=1))
    before = api.get(MAP)["ETag"]

    moved = timezone.now() + timedelta(days=5)
    monkeypatch.setattr("publishing.feeds.reading.timezone.now", lambda: moved)

    assert api.get(MAP)["ETag"] != before


def test_a_long_record_is_in_parts(api, monkeypatch):
    monkeypatch.setitem(sitemap.__wrapped__.__globals__, "MOST", 2)
    quotes = ["4.2 million euros", "18 months", "Some 1,300 lorries"]
    claims = [published(quote, at=NOON + n * HOUR) for n, quote in enumerate(quotes)]

    parts = named(read(api), "loc")
    pages = [page for part in parts for page in named(read(api, part), "loc")]

    assert parts == [f"http://testserver{MAP}?part={number}" for number in (1, 2)]
    assert pages == [path_of(claim) for claim in claims]


@pytest.mark.parametrize("part", ["0", "2", "999999999999999999"])
def test_there_is_no_other_part(api, part):
    assert api.get(f"{MAP}?part={part}").status_code == 404
