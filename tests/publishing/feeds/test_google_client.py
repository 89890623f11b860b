"""Google's own client, unchanged, pointed at us."""

import pytest
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError

from tests.publishing.feeds.record import HOUR, NOON, published

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claims(live_server):
    quotes = ["4.2 million euros", "18 months", "Some 1,300 lorries"]
    for number, quote in enumerate(quotes):
        published(quote, at=NOON + number * HOUR, statement=f"The bridge, {quote}.")
    # The discovery document that comes with the client: nothing is fetched.
    service = build(
        "factchecktools",
        "v1alpha1",
        developerKey="any",
        client_options={"api_endpoint": live_server.url},
        static_discovery=True,
    )
    yield service.claims()
    service.close()


def test_it_searches(claims):
    answer = claims.search(query="bridge 4.2", languageCode="en-US").execute()

    [claim] = answer["claims"]
    assert claim["text"] == "The bridge, 4.2 million euros."
    assert claim["claimReview"][0]["textualRating"] == "False"


def test_it_pages_to_the_end(claims):
    request = claims.search(query="bridge", pageSize=2)
    first = request.execute()
    second = claims.search(query="bridge", pageSize=2, pageToken=first["nextPageToken"]).execute()

    assert [len(page["claims"]) for page in (first, second)] == [2, 1]
    assert "nextPageToken" not in second


def test_it_finds_nothing(claims):
    assert claims.search(query="zebra").execute() == {}


@pytest.mark.parametrize(
    "name", ["access_token", "oauth_token", "quotaUser", "uploadType", "upload_protocol", "fields"]
)
def test_it_may_say_whatever_it_may_say_to_google(claims, name):
    assert len(claims.search(query="bridge", **{name: "x"}).execute()["claims"]) == 3


def test_it_reads_our_error(claims):
    with pytest.raises(HttpError) as caught:
        claims.search(query="bridge", pageToken="x").execute()

    assert caught.value.status_code == 400
    assert caught.value.error_details[0]["fieldViolations"][0]["field"] == "pageToken"
    assert "not a token of ours" in caught.value.reason


def test_a_query_too_long_for_an_address_is_answered_all_the_same(claims):
    assert claims.search(query=f"bridge {'міст ' * 150}").execute() == {}
    assert len(claims.search(query="bridge " * 120, quotaUser="ї" * 300).execute()["claims"]) == 3
