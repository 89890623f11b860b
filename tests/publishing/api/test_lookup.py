"""/api/v1/lookup/ and a source's track record: the record by address, and by who said it."""

import pytest

from tests import newsroom

pytestmark = pytest.mark.django_db

LOOKUP = "/api/v1/lookup/"
URL = "https://www.courier.example/2024/bridge?id=7"


@pytest.fixture
def article():
    return newsroom.make_article(url=URL)


def publish(article, quote, **fields):
    claim = newsroom.make_claim(quote, article=article, **fields)
    newsroom.make_published(claim=claim)
    return claim


SAME = [
    URL,
    "http://courier.example/2024/bridge/?id=7#comments",
    "https://COURIER.example:443/2024/bridge?utm_source=letter&id=7&fbclid=x",
    "https://m.courier.example/2024/bridge/amp?id=7",
    "https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/2024/bridge?id=7",
]


@pytest.mark.parametrize("url", SAME)
def test_an_article_is_found_by_every_form_of_its_address(api, article, url):
    later, earlier = publish(article, "18 months"), publish(article, "4.2 million euros")

    found = api.get(LOOKUP, {"url": url}).json()

    assert found["url"] == url
    assert found["article"]["id"] == article.public_id
    assert [each["id"] for each in found["results"]] == [earlier.public_id, later.public_id]
    assert found["truncated"] is False


@pytest.mark.parametrize("url", ["https://courier.example/2024/bridge?id=8", "https://x.example/"])
def test_an_unknown_address_is_an_empty_answer(api, article, url):
    publish(article, "18 months")

    answer = api.get(LOOKUP, {"url": url})

    assert answer.status_code == 200
    assert answer.json() == {"url": url, "article": None, "results": [], "truncated": False}


@pytest.mark.parametrize("query", [{}, {"url": ""}, {"url": "bridge"}, {"url": "javascript:x"}])
def test_what_is_no_address_is_named(api, query):
    answer = api.get(LOOKUP, query)

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "url"


def test_an_article_whose_checks_are_retracted_is_still_known(api, article):
    claim = publish(article, "18 months")
    claim.verdicts.standing().get().retract(by=newsroom.the("reviewer"), reason="Wrong.")

    found = api.get(LOOKUP, {"url": URL}).json()

    assert found["article"]["id"] == article.public_id
    assert found["results"] == []


def test_any_origin_may_look_up(api):
    answer = api.get(LOOKUP, {"url": URL}, HTTP_ORIGIN="https://paper.example")

    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_track_record_counts_what_stands_by_stance_and_rating(api, article):
    office, courier = newsroom.make_source("Roads office"), newsroom.make_source("Courier")
    stands = [{"source": office}, {"source": courier, "stance": "denies"}]
    publish(article, "18 months", attributions=stands)
    publish(article, "4.2 million euros", attributions=[{"source": office}])

    record = api.get("/api/v1/sources/roads-office/track-record/").json()

    assert record["source"]["id"] == office.public_id
    assert record["asserts"] == {
        "count": 2,
        "ratings": [{"slug": "false", "name": "False", "count": 2}],
    }
    assert record["denies"] == record["doubts"] == {"count": 0, "ratings": []}
    assert len(api.get(record["factchecks"]).json()["results"]) == 2


def test_a_source_that_stands_in_nothing_public_has_no_track_record(api):
    newsroom.make_source("Roads office")

    assert api.get("/api/v1/sources/roads-office/track-record/").status_code == 404
