"""Every way in which desks write a ClaimReview is read, and none of their words is lost."""

from datetime import date

import pytest

from tests.publishing.reviews.specimens import (
    CLAIM,
    DESK,
    URL,
    claim_review,
    found_in,
    item,
    rating,
    refusal,
    reviewed,
)

PERSON = {"@type": "Person", "name": "A journalist", "url": "https://checks.example/staff"}


def test_a_review_by_the_book_is_read_whole():
    review = reviewed()

    assert (review.url, review.claim, review.organisation) == (URL, CLAIM, "Checks Desk")
    assert (review.site, review.organisation_url) == ("checks.example", "https://checks.example/")
    assert (review.label, review.rating_value, review.best_rating) == ("False", "1", "5")
    assert (review.reviewed_on, review.claimed_on) == (date(2024, 10, 24), date(2024, 10, 20))
    assert (review.claimant, review.appearances) == ("The mayor", ["https://paper.example/glass"])
    assert review.raw == claim_review()
    assert review.notes == []


@pytest.mark.parametrize(
    "kind",
    [
        "ClaimReview",
        ["ClaimReview", "Review"],
        "http://schema.org/ClaimReview",
        "schema:ClaimReview",
    ],
)
@pytest.mark.parametrize("context", ["http://schema.org", "https://schema.org/", None])
def test_a_review_is_known_by_its_type_in_any_spelling(kind, context):
    assert reviewed(**{"@type": kind, "@context": context}).claim == CLAIM


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2021-07-16 09:30", date(2021, 7, 16)),
        ("2021-07-16T09:30:00+0200", date(2021, 7, 16)),
        ("2021-07-16T09:30:00+5:30", date(2021, 7, 16)),
        ("2021-07-16 09:30:00 UTC", date(2021, 7, 16)),
        ("2021-7-6", date(2021, 7, 6)),
        ("2021/07/16", date(2021, 7, 16)),
        ("20210716", date(2021, 7, 16)),
        ("Fri, 16 Jul 2021 10:00:00 GMT", date(2021, 7, 16)),
        ("2021-13-16", None),
        ("last week", None),
        ("16.07.21", None),
        (20210716, date(2021, 7, 16)),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_to_the_day_and_kept_as_it_was_written(said, day):
    review = reviewed(datePublished=said)

    assert (review.reviewed_on, review.review_date) == (day, str(said or ""))


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ({"ratingValue": None, "bestRating": "", "worstRating": ""}, ("", "", "")),
        ({"ratingValue": "4", "bestRating": 6, "worstRating": 1}, ("4", "6", "1")),
        ({"ratingValue": 1, "bestRating": 1, "worstRating": 5}, ("1", "1", "5")),
        ({"ratingValue": -1, "bestRating": -1, "worstRating": -1}, ("-1", "-1", "-1")),
        ({"ratingValue": 9, "bestRating": 5, "worstRating": 1}, ("9", "5", "1")),
        ({"ratingValue": 2.5, "bestRating": "5,0", "worstRating": [1]}, ("2.5", "5,0", "1")),
    ],
)
def test_numbers_are_kept_and_mean_nothing(numbers, kept):
    review = reviewed(**rating(**numbers))

    assert (review.rating_value, review.best_rating, review.worst_rating) == kept
    assert review.label == "False"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Falso\r", "Falso"),
        ("The bridge is made of steel, as everybody can see.", None),
        ("não_é_bem_assim", None),
        ("錯誤", None),
        (["زائف", "x"], "زائف"),
        (None, ""),
        ("x" * 1_200, "x" * 1_000),
    ],
)
def test_the_label_is_what_the_desk_wrote(name, label):
    assert reviewed(**rating(alternateName=name)).label == (name if label is None else label)


def test_a_label_that_is_cut_is_noted():
    [note] = reviewed(**rating(alternateName="x" * 1_200)).notes

    assert note == "The label is cut after 1000 of 1,200 characters."


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (rating(alternateName=None, ratingValue="Mostly false"), "Mostly false"),
        (rating(alternateName=None, ratingValue="4/5"), ""),
        ({"reviewRating": "Falso"}, "Falso"),
        ({"reviewRating": [{"alternateName": "Falso"}]}, "Falso"),
        ({"reviewRating": None}, ""),
    ],
)
def test_a_label_may_stand_elsewhere(said, label):
    assert reviewed(**said).label == label


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ({"author": {"@type": "Organization", "name": "Checks Desk"}}, "Checks Desk"),
        (
            {"author": {"@type": "Organization", "url": DESK["url"]}, "publisher": DESK},
            "Checks Desk",
        ),
        ({"author": {"@type": "Organization", "url": "https://www.desk.example"}}, "desk.example"),
        ({"author": None}, "checks.example"),
        ({"author": PERSON, "publisher": DESK}, "Checks Desk"),
        ({"author": PERSON}, "checks.example"),
        ({"author": [DESK, {"@type": "Organization", "name": "Another"}]}, "Checks Desk"),
        ({"author": [PERSON, DESK]}, "Checks Desk"),
        ({"author": "Checks Desk"}, "Checks Desk"),
        ({"author": "Array", "publisher": DESK}, "Checks Desk"),
        ({"author": "Array"}, "checks.example"),
        ({"author": "https://www.desk.example/"}, "desk.example"),
        ({"author": {"@type": "Organization", "name": ["Checks Desk", "CD"]}}, "Checks Desk"),
        ({"author": 7}, "7"),
    ],
)
def test_whose_review_it_is_says_author_or_publisher_or_the_address(said, organisation):
    assert reviewed(**said).organisation == organisation


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("/about", ""),
        ("https:www.desk.example", "https://www.desk.example"),
        ("www.desk.example", "https://www.desk.example"),
        ("desk", ""),
        ("mailto:desk@desk.example", ""),
        ("https://[", ""),
    ],
)
def test_an_organisations_address_may_be_anything(given, address):
    review = reviewed(author={**DESK, "url": given})

    assert (review.organisation, review.organisation_url) == ("Checks Desk", address)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("checks.example/a", "https://checks.example/a"),
        ("//checks.example/a", "https://checks.example/a"),
        (" https://checks.example/a b ", "https://checks.example/a%20b"),
        ("https://checks.example/a%253Ab", "https://checks.example/a%253Ab"),
        ("https://checks.example/кладка", "https://checks.example/кладка"),
        ("HTTP:checks.example/a", "http://checks.example/a"),
        ({"@id": "https://checks.example/a"}, "https://checks.example/a"),
        (["https://checks.example/a", "https://checks.example/b"], "https://checks.example/a"),
    ],
)
def test_an_address_is_completed_and_never_decoded_again(given, address):
    assert reviewed(url=given).url == address


@pytest.mark.parametrize(
    "given",
    [
        *("/a", "a.html", "javascript:alert(1)", "data:text/html,x", "https://", "https://a b/", 7),
        *("https://[::1", "http://x" + "y" * 2_000 + ".example/", "https://<b>.example/"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(given):
    assert "leads nowhere" in refusal(claim_review(url=given))


def test_a_relative_address_is_relative_to_the_page_if_that_is_known():
    [found] = found_in(claim_review(url="/a"), page="https://checks.example/b/")

    assert found.review.url == "https://checks.example/a"


def test_without_an_address_the_review_is_where_its_main_entity_is():
    assert reviewed(url=None, mainEntityOfPage={"@id": URL}).url == URL
    assert refusal(claim_review(url=None)) == "It has no url."


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("“A” &amp; &quot;b&quot;", '“A” & "b"'),
        ("&amp;amp;", "&amp;"),
        ("  A\n\tb\u00a0c ", "A b c"),
        (["A.", "B."], "A."),
        (["", "B."], "B."),
        ("x" * 1_964, "x" * 1_964),
        ({"@value": "A."}, "A."),
    ],
)
def test_a_claims_words_are_unescaped_once_and_keep_their_quotation_marks(said, claim):
    assert reviewed(claimReviewed=said).claim == claim


@pytest.mark.parametrize("said", ["", " ", [], [""], None, {}, "&nbsp;", False])
def test_a_review_of_nothing_is_refused(said):
    assert "no claimReviewed" in refusal(claim_review(claimReviewed=said))


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({"description": CLAIM}, "the words are the review’s description"),
        ({"name": CLAIM}, "the words are the review’s name"),
        (item(description=CLAIM), "the words are the claim’s description"),
    ],
)
def test_a_claims_words_from_elsewhere_are_noted(said, note):
    review = reviewed(claimReviewed=None, **said)

    assert review.claim == CLAIM
    assert note in review.notes[0]


def test_a_claim_that_has_a_name_of_its_own_needs_no_note():
    review = reviewed(claimReviewed=None, **item(name=CLAIM))

    assert (review.claim, review.notes) == (CLAIM, [])


@pytest.mark.parametrize(
    ("author", "claimant"),
    [
        (None, ""),
        ({"@type": "Person"}, ""),
        ({"@type": "Person", "name": ["The mayor", "The council"]}, "The mayor, The council"),
        ([{"name": "The mayor"}, {"name": "The council"}], "The mayor, The council"),
        ("Several posts", "Several posts"),
    ],
)
def test_a_claimant_is_optional_and_may_be_several(author, claimant):
    assert reviewed(**item(author=author)).claimant == claimant


A, B, C = (f"https://paper.example/{letter}" for letter in "abc")


@pytest.mark.parametrize(
    ("said", "appearances"),
    [
        ({"appearance": [{"url": A}, {"@id": B}]}, [A, B]),
        ({"appearance": [A, B]}, [A, B]),
        ({"appearance": {"url": A}, "firstAppearance": {"url": B}}, [B, A]),
        ({"appearance": f"{A}, {B} and {C}"}, [A, B, C]),
        ({"appearance": f"{A} {B},{C}"}, [A, B, C]),
        ({"appearance": f"{A}?x=1,2"}, [f"{A}?x=1,2"]),
        ({"appearance": ["on TV", None, 7, {"name": "x"}]}, []),
        ({"appearance": None, "sameAs": A}, [A]),
        ({"@type": "CreativeWork", "appearance": None, "url": A}, [A]),
        ({"@type": ["Claim"], "appearance": None, "url": A}, []),
    ],
)
def test_appearances_become_a_list_of_addresses(said, appearances):
    assert reviewed(**item(**said)).appearances == appearances


@pytest.mark.parametrize(
    ("said", "language"),
    [("en", "en"), ("PT_br", "pt-br"), (["uk", "ru"], "uk"), ("Portuguese", ""), (7, ""), ({}, "")],
)
def test_a_language_is_a_tag_or_nothing(said, language):
    assert reviewed(inLanguage=said).language == language


@pytest.mark.parametrize("text", ["half \ud83d an emoji", "a\x00b"])
def test_what_no_database_keeps_is_refused_with_its_item_alone(text):
    bad, good = found_in([claim_review(name=text), claim_review()])

    assert "no text" in bad.reason
    assert good.review.claim == CLAIM
