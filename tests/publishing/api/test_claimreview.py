"""/api/v1/factchecks/{id}/ as ClaimReview, for whoever asks for it."""

import pytest

from tests import newsroom

pytestmark = pytest.mark.django_db

JSON_LD = "application/ld+json"


def path_of(claim):
    return f"/api/v1/factchecks/{claim.public_id}/"


@pytest.fixture
def claim():
    return newsroom.make_published().claim


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("?format=claimreview", {}),
        ("", {"HTTP_ACCEPT": JSON_LD}),
        ("", {"HTTP_ACCEPT": f"text/turtle, {JSON_LD};q=0.9"}),
        ("", {"HTTP_ACCEPT": f"application/json;q=0.8, {JSON_LD}"}),
    ],
)
def test_who_asks_for_it_gets_it(api, claim, query, headers):
    answer = api.get(f"{path_of(claim)}{query}", **headers)

    assert answer["Content-Type"] == JSON_LD
    assert answer.json()["@type"] == "ClaimReview"
    assert answer.json()["claimReviewed"] == claim.statement


@pytest.mark.parametrize(
    "accept", ["", "*/*", "application/json", f"{JSON_LD};q=0.5, application/json"]
)
def test_nobody_else_does(api, claim, accept):
    answer = api.get(path_of(claim), HTTP_ACCEPT=accept)

    assert answer["Content-Type"] == "application/json"
    assert "@type" not in answer.json()


def test_it_has_an_etag_of_its_own(api, claim):
    as_document, as_review = (
        api.get(f"{path_of(claim)}{query}")["ETag"] for query in ("", "?format=claimreview")
    )

    again = api.get(f"{path_of(claim)}?format=claimreview", HTTP_IF_NONE_MATCH=as_review)

    assert as_document != as_review
    assert again.status_code == 304


def test_the_licence_and_our_name_change_its_etag(api, claim, settings):
    path = f"{path_of(claim)}?format=claimreview"
    before = api.get(path)["ETag"]

    settings.DATA_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

    after = api.get(path, HTTP_IF_NONE_MATCH=before)
    assert after.status_code == 200
    assert after.json()["sdLicense"] == settings.DATA_LICENCE


def test_a_part_of_it_can_be_asked_for(api, claim):
    answer = api.get(f"{path_of(claim)}?format=claimreview&fields=reviewRating")

    assert answer.json().keys() == {"reviewRating"}


def test_what_was_retracted_is_gone_in_this_form_too(api):
    claim = newsroom.make_retracted().claim

    answer = api.get(f"{path_of(claim)}?format=claimreview")

    assert answer.status_code == 410
    assert answer["Content-Type"] == "application/problem+json"


def test_a_list_has_no_such_form(api):
    answer = api.get("/api/v1/factchecks/?format=claimreview")

    assert answer.status_code == 400


def test_options_tell_of_it(api, claim):
    assert JSON_LD in api.options(path_of(claim)).json()["renders"]
