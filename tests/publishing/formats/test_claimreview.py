"""A document as a ClaimReview: what schema.org and search engines want of it."""

import pytest

from publishing.formats.claimreview import Desk, claim_review
from tests.publishing.documents import make_document

DESK = Desk("The Desk", "https://facts.example", "https://creativecommons.org/licenses/by/4.0/")
TEXT = "The council said that it costs 4.2 million euros, and more."


def review_of(**fields):
    return claim_review(make_document("4.2 million euros", TEXT, **fields), DESK)


def with_rating(value):
    document = make_document("4.2 million euros", TEXT)
    document["verdict"]["rating"] |= {
        "value": value,
        "best": value and 5,
        "worst": value and 1,
    }
    return claim_review(document, DESK)["reviewRating"]


def test_it_names_the_claim_who_made_it_and_where_it_appeared():
    review = review_of()

    claim = review["itemReviewed"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == claim["name"]
    assert claim["author"] == {"@type": "Organization", "name": "Roads office"}
    assert claim["datePublished"] == "2024-10-23"
    assert claim["firstAppearance"]["url"] == "https://publisher.example/story"
    assert claim["appearance"] == [claim["firstAppearance"]]


def test_addresses_are_absolute():
    review = review_of()

    assert review["url"] == review["@id"]
    assert review["url"].startswith("https://facts.example/factchecks/")
    assert review["author"]["url"] == "https://facts.example/"
    assert review["author"]["correctionsPolicy"] == "https://facts.example/methodology/#corrections"
    assert review["sdLicense"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(("value", "told"), [(1, (1, 5, 1)), (5, (5, 5, 1)), (None, (-1, -1, -1))])
def test_a_rating_is_whole_numbers_and_minus_one_beside_the_scale(value, told):
    rating = with_rating(value)

    numbers = (rating["ratingValue"], rating["bestRating"], rating["worstRating"])
    assert numbers == told
    assert all(type(number) is int for number in numbers)
    assert rating["alternateName"] == "False"
    assert rating["ratingExplanation"] == "The estimate says something else."


def test_a_comma_in_an_address_is_encoded():
    article = make_document("4.2 million euros", TEXT)["article"]
    review = review_of(article=article | {"url": "https://publisher.example/a,b?c=d,e"})

    assert review["itemReviewed"]["firstAppearance"]["url"] == (
        "https://publisher.example/a%2Cb?c=d%2Ce"
    )


def test_the_claimant_is_the_first_that_asserts():
    source = {"id": "x", "slug": "x", "country": None}
    review = review_of(
        attributions=[
            {"source": source | {"name": "A", "kind": "person"}, "stance": "denies", "at": None},
            {"source": source | {"name": "B", "kind": "person"}, "stance": "asserts", "at": None},
            {"source": source | {"name": "C", "kind": "person"}, "stance": "asserts", "at": None},
        ]
    )

    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "B"}
    assert review["itemReviewed"]["datePublished"] == "2024-10-24"


def test_corrections_and_evidence_are_named():
    review = review_of(
        notices=[
            {"version": 2, "kind": "corrected", "at": "2024-11-01T00:00:00.000Z", "text": "So."}
        ],
        evidence=[
            {
                "url": "https://a.example/",
                "title": "A",
                "archived_url": "https://archive.example/a",
            },
            {"url": None, "title": "A record", "archived_url": None},
        ],
    )

    assert review["correction"] == [
        {"@type": "CorrectionComment", "text": "So.", "datePublished": "2024-11-01T00:00:00.000Z"}
    ]
    assert review["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "A",
            "url": "https://a.example/",
            "archivedAt": "https://archive.example/a",
        }
    ]


def test_what_is_unknown_is_left_out():
    article = make_document("4.2 million euros", TEXT)["article"]
    review = review_of(attributions=[], article=article | {"url": None, "published_at": None})

    assert review["itemReviewed"].keys() == {"@type", "name"}
    assert "correction" not in review
    assert "citation" not in review
