"""Lists in the order of relevance: what a search finds, best first, page by page."""

import json
from base64 import urlsafe_b64decode
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from factcheck.index import relevance
from factcheck.rest.cursors import Cursor
from tests import newsroom

pytestmark = pytest.mark.django_db

BRIDGE = "The bridge costs 4 million euros."
BRIDGES = "A bridge, and no other bridge, is a bridge."
FERRY = "The ferry, which many take where there is no bridge, will cost the county nothing at all."
NUMBERS = [[2**63], [-(2**63)]]
STATEMENTS = [FERRY, BRIDGES, "The school needs a roof.", BRIDGE]


@pytest.fixture
def checks() -> None:
    """Four checks, in this order; three have the word, and one of them little else."""
    for statement in STATEMENTS:
        newsroom.make_published(claim=newsroom.make_claim(statement=statement))


def statements(page: dict[str, Any]) -> list[str]:
    return [row.get("statement") or row["claim"]["statement"] for row in page["results"]]


@pytest.mark.parametrize("kind", ["claims", "factchecks"])
def test_what_has_the_word_most_comes_first_and_the_rest_not_at_all(kind, api, checks):
    page = api.get(f"/api/v1/{kind}/?q=bridge&ordering=relevance&count=true").json()

    assert statements(page)[0] == BRIDGES
    assert statements(page)[-1] == FERRY
    assert page["count"] == 3


@pytest.mark.parametrize("kind", ["claims", "factchecks"])
def test_pages_lead_through_all_of_it_and_back(kind, api, checks):
    address = f"/api/v1/{kind}/?q=bridge&q=school&ordering=relevance"
    whole = statements(api.get(address).json())

    there = [api.get(f"{address}&page_size=1").json()]
    while there[-1]["next"]:
        there.append(api.get(there[-1]["next"]).json())
    back = [there[-1]]
    while back[-1]["previous"]:
        back.append(api.get(back[-1]["previous"]).json())

    assert len(whole) == 4
    assert [statements(page)[0] for page in there] == whole
    assert [statements(page)[0] for page in back] == whole[::-1]


@pytest.mark.parametrize("kind", ["claims", "factchecks"])
def test_other_filters_narrow_it(kind, api, checks):
    article = newsroom.make_published(claim=newsroom.make_claim(statement=BRIDGE)).claim.article

    page = api.get(f"/api/v1/{kind}/?q=bridge&ordering=relevance&article={article.public_id}")

    assert statements(page.json()) == [BRIDGE]


def test_a_country_narrows_sources_by_relevance(as_annotator):
    newsroom.make_source("Ferry office", country="SE")
    roads = newsroom.make_source("Roads office", country="FI")

    page = as_annotator.get("/api/v1/sources/?q=office&ordering=relevance&country=FI").json()

    assert [row["id"] for row in page["results"]] == [roads.public_id]


def test_every_list_that_is_searched_has_it(as_annotator):
    newsroom.make_source("Bridge office"), newsroom.make_source("Office of the bridge and ferries")
    newsroom.make_article(headline="Bridge"), newsroom.make_article(headline="Bridge or ferry?")
    newsroom.make_question("How much is the bridge?"), newsroom.make_question("Which bridge?")

    for kind, key in (("sources", "name"), ("articles", "headline"), ("questions", "text")):
        rows = as_annotator.get(f"/api/v1/{kind}/?q=bridge&ordering=relevance").json()["results"]
        assert len(rows) == 2
        assert len(rows[0][key]) < len(rows[1][key])
        assert "relevance" not in rows[0]


def test_readers_articles_are_relevant_by_their_headlines_alone(api):
    article = newsroom.make_published().claim.article

    by_text = api.get("/api/v1/articles/?q=lorries&ordering=relevance").json()["results"]
    word = article.headline.split()[0]
    by_headline = api.get(f"/api/v1/articles/?q={word}&ordering=relevance").json()["results"]

    assert by_text == []
    assert [row["id"] for row in by_headline] == [article.public_id]


def test_a_cursor_counts_nothing_that_is_hidden(api, checks):
    for _ in range(3):
        newsroom.make_claim(statement="Bridge, bridge, bridge.")

    page = api.get("/api/v1/claims/?q=bridge&ordering=relevance&page_size=1").json()

    word = parse_qs(urlsplit(page["next"]).query)["cursor"][0]
    assert statements(page) == [BRIDGES]
    assert json.loads(urlsafe_b64decode(word + "=" * (-len(word) % 4)))[-1] == [0]


@pytest.mark.parametrize("kind", ["claims", "factchecks"])
@pytest.mark.parametrize("key", [["abc"], [2**63], [-(2**63)], ["\x00"], [None], [[]], [1, 2], []])
def test_whatever_a_cursor_holds_is_answered_or_refused(kind, key, api, checks):
    word = Cursor("relevance", False, key).text()

    answer = api.get(f"/api/v1/{kind}/?q=bridge&ordering=relevance&cursor={word}")

    assert answer.status_code == (200 if key in NUMBERS else 400)


@pytest.mark.parametrize("kind", ["claims", "factchecks", "sources", "articles", "questions"])
@pytest.mark.parametrize("query", ["", "&q=", "&search=+"])
def test_there_is_none_without_a_search(kind, query, api):
    answer = api.get(f"/api/v1/{kind}/?ordering=relevance{query}")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "ordering"
    assert "relevance" in api.options(f"/api/v1/{kind}/").json()["orderings"]


def test_a_list_that_is_not_searched_does_not_know_it(api):
    assert api.get("/api/v1/ratings/?ordering=relevance").status_code == 400
    assert "relevance" not in api.options("/api/v1/ratings/").json()["orderings"]


@pytest.mark.parametrize("search", ["士兵", "兵", "bridge 士兵", "“of the bridge”", "bri", "the"])
def test_whatever_can_be_found_can_be_the_most_relevant(search, api):
    statement = "The state of the bridge: 朝鲜士兵"
    newsroom.make_published(claim=newsroom.make_claim(statement=statement))

    page = api.get("/api/v1/factchecks/", {"q": search, "ordering": "relevance"}).json()

    assert statements(page) == [statement]


def test_of_very_many_the_newest_are_weighed(api, checks, monkeypatch):
    monkeypatch.setattr(relevance, "MOST_WEIGHED", 1)

    page = api.get("/api/v1/factchecks/?q=bridge&ordering=relevance").json()

    assert statements(page) == [BRIDGE]


def test_a_list_of_the_most_relevant_ends(api, checks, monkeypatch):
    monkeypatch.setattr(relevance, "MOST_RELEVANT", 2)

    page = api.get("/api/v1/factchecks/?q=bridge&ordering=relevance&count=true").json()

    assert page["count"] == len(page["results"]) == 2
