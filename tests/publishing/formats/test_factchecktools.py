"""Documents as Google's Fact Check Tools answer them: nothing that is unknown is there."""

import pytest

from publishing.formats.claimreview import Desk
from publishing.formats.factchecktools import (
    error_answer,
    fact_checked_claim,
    search_answer,
    site_of,
)
from tests.publishing.documents import make_document

DESK = Desk("The County Desk", "https://www.facts.example")


def document(**fields):
    return make_document("4.2 million euros", "It will cost 4.2 million euros.", **fields)


def test_a_claim_has_its_review():
    said = document()

    assert fact_checked_claim(said, DESK) == {
        "text": "What was said: 4.2 million euros",
        "claimant": "Roads office",
        "claimDate": "2024-10-23T00:00:00Z",
        "claimReview": [
            {
                "publisher": {"name": "The County Desk", "site": "facts.example"},
                "url": f"https://www.facts.example{said['path']}",
                "title": "False: What was said: 4.2 million euros",
                "reviewDate": "2024-10-25T09:30:00.000Z",
                "textualRating": "False",
                "languageCode": "en",
            }
        ],
    }


def test_what_is_unknown_is_left_out():
    anonymous = fact_checked_claim(document(attributions=[]), DESK)

    assert anonymous.keys() == {"text", "claimReview"}


def test_nothing_found_is_an_empty_object():
    assert search_answer([], DESK) == {}


def test_only_a_page_with_another_behind_it_has_a_token():
    assert "nextPageToken" not in search_answer([document()], DESK)
    assert search_answer([document()], DESK, next_page="x")["nextPageToken"] == "x"


def test_an_error_names_its_parameters():
    error = error_answer(400, "It is wrong.", {"pageSize": "A number."})["error"]

    assert (error["code"], error["status"]) == (400, "INVALID_ARGUMENT")
    assert error["details"][0]["fieldViolations"] == [
        {"field": "pageSize", "description": "A number."}
    ]


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.facts.example/x", "facts.example"),
        ("facts.example", "facts.example"),
        ("facts.example:8000", "facts.example"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
        ("//[", ""),
        ("", ""),
    ],
)
def test_a_site_is_the_host_alone(address, site):
    assert site_of(address) == site
