"""Other desks' checks beside ours: found by the same words, and never mixed up with them."""

import pytest

from search.drafts import spans
from search.elsewhere import checked_elsewhere
from search.matching import matches
from tests.newsroom import make_rating
from tests.publishing.imported import make_review, make_template
from tests.publishing.reviews.specimens import CLAIM, URL, rating

pytestmark = pytest.mark.django_db


def post(client, path, text):
    answer = client.post(path, {"text": text}, content_type="application/json")
    assert answer.status_code == 200
    return answer.json()


def test_another_desks_check_of_the_claim_is_named_in_its_own_words(client):
    make_rating("false")
    review = make_review(
        headline="No, it is steel", inLanguage="en", **rating(alternateName="FALSE!")
    )

    [found] = post(client, "/api/v1/match/", "Is the Oder bridge of glass?")["imported"]

    assert found["review"] == {
        "id": review.public_id,
        "url": URL,
        "claim": CLAIM,
        "title": "No, it is steel",
        "label": "FALSE!",
        "rating": {"slug": "false", "name": "False"},
        "publisher": {"name": "Checks Desk", "site": "checks.example"},
        "claimant": "The mayor",
        "reviewed_on": "2024-10-24",
        "language": "en",
    }
    assert (found["words"], found["share"]) == (
        ["bridg", "glass", "oder"],
        pytest.approx(0.75, abs=0.25),
    )


def test_what_another_desk_does_not_say_is_null(client):
    make_review(reviewRating=None, datePublished=None, itemReviewed=None)

    [found] = post(client, "/api/v1/match/", CLAIM)["imported"]

    unknown = {name for name, value in found["review"].items() if value is None}
    assert unknown == {"title", "label", "rating", "claimant", "reviewed_on", "language"}


def test_theirs_change_nothing_about_ours(record):
    text = "The Oder bridge costs 8.4 million euros, and is of glass"
    before = [(each.check.id, each.score) for each in matches(text).found]

    make_review()

    assert [(each.check.id, each.score) for each in matches(text).found] == before
    assert [each.review.claim for each in checked_elsewhere(text)] == [CLAIM]


def test_the_best_comes_first_and_unknown_words_are_repaired():
    make_review()
    make_review(url=f"{URL}-2", claimReviewed="The Oder ferry sank.")

    assert [each.review.url for each in checked_elsewhere("Oder brigde, glass")] == [
        URL,
        f"{URL}-2",
    ]


def test_only_the_language_asked_for_is_named():
    make_review(inLanguage="pt-BR")

    assert checked_elsewhere(CLAIM, language="PT-br")
    assert not checked_elsewhere(CLAIM, language="en")


def test_a_suspected_template_is_not_named(reviewer):
    review = make_template()[0]
    assert not checked_elsewhere("Claim reviewed")

    review.refresh_from_db()
    review.clear(by=reviewer)

    assert len(checked_elsewhere("Claim reviewed")) == 5


def test_a_draft_is_marked_where_it_repeats_what_another_desk_has_checked(client):
    make_review()
    draft = f"Spring is here. {CLAIM} The Oder ferry sank."

    [span] = post(client, "/api/v1/check/", draft)["spans"]

    assert draft[span["start"] : span["end"]] == CLAIM
    assert (span["matches"], span["figures"]) == ([], [])
    assert [each["review"]["url"] for each in span["imported"]] == [URL]


def test_a_sentence_that_only_speaks_of_the_same_is_not_marked():
    make_review()

    assert spans("She crossed the Oder bridge on Monday.") == []


def test_the_page_says_whose_check_it_is(client):
    make_review(**rating(alternateName="<b>Falso"))

    page = client.post("/check/", {"text": CLAIM}).content.decode()

    assert "Checked by <strong>Checks Desk</strong>, not by us" in page
    assert "Their finding: “<bdi>&lt;b&gt;Falso</bdi>”" in page
    assert f'<a href="{URL}" rel="nofollow external">' in page
