"""claims:search with other desks' checks: behind ours, and only where the setting says so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.publishing.feeds.record import HOUR, NOON, published
from tests.publishing.imported import make_review, make_template
from tests.publishing.reviews.specimens import CLAIM, URL, answer, item

pytestmark = pytest.mark.django_db

SEARCH = "/v1alpha1/claims:search"


@pytest.fixture
def imported(settings):
    settings.CLAIMS_SEARCH_IMPORTED = True


def search(api, **parameters):
    answered = api.get(SEARCH, parameters)
    assert answered.status_code == 200, answered.content
    return answered.json()


def pages(api, **parameters):
    """The texts of every page, followed from token to token."""
    token, found = "", []
    while token is not None:
        page = search(api, pageToken=token, **parameters)
        found.append([claim["text"] for claim in page.get("claims", [])])
        token = page.get("nextPageToken")
    return found


def test_they_are_left_out_unless_the_setting_says_otherwise(api):
    make_review()

    assert search(api, query="bridge glass") == {}


def test_a_recorded_answer_comes_out_as_it_came_in(imported, api):
    given = answer()
    make_review(**{"@type": None, **given})

    del given["nextPageToken"]
    assert search(api, query="bridge glass") == given


def test_what_they_do_not_say_is_left_out(imported, api):
    make_review(datePublished=None, reviewRating=None, **item(author=None, datePublished=None))

    review = {"publisher": {"name": "Checks Desk", "site": "checks.example"}, "url": URL}
    assert search(api, query="glass") == {"claims": [{"text": CLAIM, "claimReview": [review]}]}


@pytest.mark.parametrize("size", [1, 2, 3, 4, 10])
def test_ours_come_first_then_theirs_newest_first_and_undated_last(imported, api, size):
    ours = [published(at=NOON + n * HOUR, statement=f"The bridge, {n}.") for n in range(2)]
    for day in ("2024-01-02", None, "2024-01-03"):
        make_review(url=f"{URL}-{day}", claimReviewed=f"The bridge on {day}.", datePublished=day)

    found = pages(api, query="bridge", pageSize=size)

    assert [text for page in found for text in page] == [
        *(claim.statement for claim in reversed(ours)),
        *("The bridge on 2024-01-03.", "The bridge on 2024-01-02.", "The bridge on None."),
    ]
    assert all(len(page) == size for page in found[:-1])
    assert found[-1]


@pytest.mark.parametrize("offset", range(7))
def test_an_offset_counts_through_both(imported, api, offset):
    for n in range(2):
        published(at=NOON + n * HOUR, statement=f"The bridge, {n}.")
    for n in range(3):
        make_review(url=f"{URL}-{n}", claimReviewed=f"Bridge number {n}.")
    everything = [text for page in pages(api, query="bridge") for text in page]

    found = search(api, query="bridge", offset=offset, pageSize=2).get("claims", [])

    assert [claim["text"] for claim in found] == everything[offset : offset + 2]


def test_they_are_found_by_site_language_and_age(imported, api):
    make_review(inLanguage="pt-BR", datePublished="2024-01-01")

    assert search(api, reviewPublisherSiteFilter="www.checks.example")
    assert search(api, query="glass", languageCode="pt")
    assert not search(api, reviewPublisherSiteFilter="other.example")
    assert not search(api, query="glass", languageCode="en")
    assert not search(api, query="glass", maxAgeDays=30)
    assert search(api, query="glass", maxAgeDays=20_000)


@pytest.mark.parametrize(("days", "hits"), [(30, 1), (1, 0)])
def test_a_review_without_a_day_is_as_old_as_its_claim(days, hits, imported, api):
    claimed = timezone.now() - timedelta(days=3)
    make_review(datePublished=None, **item(datePublished=f"{claimed:%Y-%m-%d}"))

    assert len(search(api, query="glass", maxAgeDays=days).get("claims", [])) == hits


def test_a_suspected_template_is_not_answered(imported, api):
    make_template()

    assert search(api, query="reviewed") == {}


def test_an_answer_changes_when_they_do(imported, api):
    make_review()
    first = api.get(SEARCH, {"query": "glass"})

    held = api.get(SEARCH, {"query": "glass"}, HTTP_IF_NONE_MATCH=first["ETag"])
    make_review(url=f"{URL}-2")
    news = api.get(SEARCH, {"query": "glass"}, HTTP_IF_NONE_MATCH=first["ETag"])

    assert (held.status_code, news.status_code) == (304, 200)


@pytest.mark.parametrize(
    "token", ["~", "~x", "~W10", "~WyItcmV2aWV3ZWRfb24iLDAsWyJ4Iiwxa11d", "~~"]
)
def test_a_token_that_is_none_is_refused(imported, api, token):
    answered = api.get(SEARCH, {"query": "glass", "pageToken": token})

    assert answered.status_code == 400
