"""/feeds/claimreview.json: everything that stands, and a way to follow what changes."""

import pytest

from tests.publishing.feeds.record import HOUR, NOON, correct, published, retract, withheld

pytestmark = pytest.mark.django_db

FEED = "/feeds/claimreview.json"


def read(api, query=""):
    answer = api.get(f"{FEED}{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def items(api, query=""):
    return read(api, query)["dataFeedElement"]


def ids(api, query=""):
    return [item["identifier"] for item in items(api, query)]


def test_every_check_that_stands_is_in_it_as_it_stands_now(api):
    claim = published()
    correct(claim, NOON + HOUR)

    [item] = items(api)

    [review] = item["item"]
    assert item["identifier"] == claim.public_id
    assert review["reviewRating"]["ratingValue"] == 5
    assert review["correction"][0]["text"] == "It is so."


def test_a_corrected_check_comes_again_behind_the_number_one_has(api):
    first, _ = published(), published("18 months", at=NOON + HOUR)
    version = read(api)["version"]
    correct(first, NOON + 2 * HOUR)

    assert ids(api, f"?after={version}") == [first.public_id]


def test_nothing_new_is_an_empty_feed_with_the_same_version(api):
    published()
    version = read(api)["version"]

    later = read(api, f"?after={version}")

    assert (later["dataFeedElement"], later["version"]) == ([], version)


def test_what_was_taken_back_has_a_date_and_none_of_its_words(api):
    claim = published()
    retract(claim, NOON + HOUR)

    [item] = items(api)

    assert item == {
        "@type": "DataFeedItem",
        "identifier": claim.public_id,
        "dateDeleted": "2024-10-24T13:00:00.000Z",
    }


def test_what_is_withheld_has_none_of_its_words(api):
    claim = published()
    withheld(claim)

    answer = api.get(FEED)

    assert "dateDeleted" in answer.json()["dataFeedElement"][0]
    assert claim.statement not in answer.content.decode()
    assert "4-2-million" not in answer.content.decode()


def test_withholding_an_old_version_leaves_what_stands(api):
    claim = published()
    correct(claim, NOON + HOUR)
    withheld(claim, version=1)

    [item] = items(api)

    assert item["item"][0]["reviewRating"]["ratingValue"] == 5


def test_pages_follow_one_another_without_a_gap(api):
    quotes = ["4.2 million euros", "18 months", "Some 1,300 lorries"]
    claims = [published(quote, at=NOON + n * HOUR) for n, quote in enumerate(quotes)]

    seen, address = [], f"{FEED}?page_size=1"
    while address:
        answer = api.get(address)
        seen += [each["identifier"] for each in answer.json()["dataFeedElement"]]
        address = answer.headers.get("Link", "").partition(">")[0].removeprefix("<")

    assert seen == [claim.public_id for claim in claims]


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_however_many_there_are(api, count, django_assert_num_queries):
    quotes = ["4.2 million euros", "18 months", "Some 1,300 lorries"]
    for quote in quotes[:count]:
        published(quote)

    with django_assert_num_queries(2):  # the ledger's head; the page
        assert len(items(api)) == count
