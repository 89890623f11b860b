"""/v1alpha1/claims:search: what Google's service would answer if it had our checks."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import newsroom
from tests.api.nasty import cursors
from tests.publishing.feeds.record import HOUR, NOON, correct, published, retract

pytestmark = pytest.mark.django_db

SEARCH = "/v1alpha1/claims:search"


def search(api, **parameters):
    answer = api.get(SEARCH, parameters)
    assert answer.status_code == 200, answer.content
    return answer.json()


def found(api, **parameters):
    return [claim["text"] for claim in search(api, **parameters).get("claims", [])]


def refusal(api, **parameters):
    answer = api.get(SEARCH, parameters)
    assert answer.status_code == 400, answer.content
    error = answer.json()["error"]
    assert (error["code"], error["status"]) == (400, "INVALID_ARGUMENT")
    return [each["field"] for each in error["details"][0]["fieldViolations"]]


def three():
    """Three checks, an hour apart; newest last."""
    quotes = ["4.2 million euros", "18 months", "Some 1,300 lorries"]
    return [published(quote, at=NOON + n * HOUR) for n, quote in enumerate(quotes)]


@pytest.mark.parametrize(
    "query",
    [
        "million bridge",
        "BRIDGE, costs?",
        "“4.2 million”",
        "Maria Weber",
        "table of 2019",
        "weber 2019 bridge",
    ],
)
def test_words_of_claim_claimant_and_finding_are_found_in_any_order(api, query):
    claim = published(
        statement="The bridge costs 4.2 million.",
        attributions=[
            {"source": newsroom.make_source("Maria Weber", kind="person"), "stance": "asserts"}
        ],
        summary="She read the table of 2019.",
    )

    assert found(api, query=query) == [claim.statement]


def test_every_word_has_to_be_there(api):
    published()

    assert search(api, query="million zebras") == {}


def test_nothing_but_signs_finds_nothing(api):
    published()

    assert search(api, query="?!") == {}


def test_it_says_what_stands_now(api):
    claim = published()
    correct(claim, NOON + HOUR)

    [row] = search(api, query="million")["claims"]

    assert [review["textualRating"] for review in row["claimReview"]] == ["True"]


def test_what_was_retracted_is_not_found(api):
    retract(published(), NOON + HOUR)

    assert search(api, query="million") == {}


def test_drafts_are_not_found(api):
    newsroom.make_submitted()

    assert search(api, query="million") == {}


def test_pages_end_without_a_token(api):
    claims = three()

    seen, token = [], ""
    while token is not None:
        page = search(api, reviewPublisherSiteFilter="testserver", pageSize=2, pageToken=token)
        seen += [claim["text"] for claim in page["claims"]]
        token = page.get("nextPageToken")

    assert seen == [claim.statement for claim in reversed(claims)]


def test_a_page_that_is_just_full_is_the_last(api):
    three()

    assert "nextPageToken" not in search(api, query="m", pageSize=3)


def test_an_offset_leaves_out_the_first(api):
    claims = three()
    site = {"reviewPublisherSiteFilter": "testserver"}

    assert found(api, offset=1, **site) == [claims[1].statement, claims[0].statement]
    assert search(api, offset=3, **site) == {}
    assert search(api, offset=2**31 - 1, **site) == {}


def test_a_token_counts_and_the_offset_beside_it_does_not(api):
    claims = three()
    site = {"reviewPublisherSiteFilter": "testserver"}
    token = search(api, pageSize=1, **site)["nextPageToken"]

    assert found(api, offset=1, pageToken=token, **site) == [
        claims[1].statement,
        claims[0].statement,
    ]


@pytest.mark.parametrize(("tag", "hits"), [("en", 1), ("en-US", 1), ("EN", 1), ("de", 0)])
def test_the_language_counts_and_the_region_does_not(api, tag, hits):
    published(article=newsroom.make_article(language="en-GB"))

    assert len(found(api, query="million", languageCode=tag)) == hits


@pytest.mark.parametrize(
    ("site", "hits"),
    [("testserver", 1), ("www.testserver", 1), ("http://testserver/", 1), ("nytimes.com", 0)],
)
def test_the_publisher_is_ours_or_there_is_nothing(api, site, hits):
    published()

    assert len(found(api, query="million", reviewPublisherSiteFilter=site)) == hits


@pytest.mark.parametrize(("days", "hits"), [(2, 0), (4, 1), (0, 1), (2**31 - 1, 1)])
def test_what_is_too_old_is_left_out(api, days, hits):
    published(at=timezone.now() - timedelta(days=3))

    assert len(found(api, query="million", maxAgeDays=days)) == hits


def test_what_every_google_client_sends_is_taken(api):
    published()
    sent = {"key": "x", "alt": "json", "fields": "claims", "prettyPrint": "false", "quotaUser": "y"}

    assert len(found(api, query="million", **sent)) == 1


def test_print_is_pretty_unless_somebody_objects(api):
    published()
    address = f"{SEARCH}?query=million"

    pretty, plain = api.get(address), api.get(f"{address}&prettyPrint=false")

    assert b"\n" in pretty.content
    assert b"\n" not in plain.content
    assert pretty.json() == plain.json()


def test_null_is_nowhere(api):
    published(attributions=[])

    assert "null" not in json.dumps(search(api, query="million"))


def test_a_query_or_a_site_is_required(api):
    assert refusal(api) == ["query"]
    assert refusal(api, query=" ") == ["query"]


@pytest.mark.parametrize("name", ["pageSize", "maxAgeDays", "offset"])
@pytest.mark.parametrize("value", ["-1", "x", "1.5", "9" * 400, "2147483648", "٣", "a\x00"])
def test_what_is_no_number_is_refused_by_name(api, name, value):
    assert refusal(api, query="x", **{name: value}) == [name]


@pytest.mark.parametrize(
    "parameters",
    [{"query": "a\x00"}, {"query": "x" * 1001}, {"alt": "proto"}, {"callback": "x"}, {"q": "x"}],
)
def test_what_nobody_understands_is_refused_by_name(api, parameters):
    assert refusal(api, **{"query": "x"} | parameters) == list(parameters)


def test_twice_is_once_too_often(api):
    answer = api.get(f"{SEARCH}?query=a&query=b")

    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"


def test_no_token_of_somebody_elses_is_understood(api):
    published()

    for token in cursors("-place", key_length=1):
        answer = api.get(SEARCH, {"query": "million", "pageToken": token})
        assert answer.status_code in (200, 400), token


def test_nobody_can_post_here(api):
    answer = api.post(SEARCH, {})

    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == 405


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["claims:imageSearch", "pages", "claims:search/"])
def test_the_rest_of_googles_service_is_not_here(path, method, api, settings):
    settings.DEBUG = True

    answer = getattr(api, method)(f"/v1alpha1/{path}")

    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == "NOT_FOUND"
