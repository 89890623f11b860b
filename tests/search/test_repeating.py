"""Which sentences repeat a statement on record, and which are about the same things only."""

from collections.abc import Iterator
from typing import Any

import pytest

from search.drafts import spans
from tests.kept import kept_rows
from tests.newsroom import make_article, make_claim, make_published
from tests.publishing.imported import make_review

SAID = {
    "troops": "Thousands of North Korean troops are in Russia.",
    "intelligence": "10,000 North Korean troops are in Russia.",
    "arms": "North Korea has sent more than 13,000 containers of arms to Russia since August 2023.",
    "deal": "A deal obliges Russia and North Korea to help each other if one is attacked.",
    "tender": "The contract for the Weir Bridge was never put out to tender.",
    "traffic": "More than 25,000 vehicles a day cross the Weir Bridge.",
    "nurses": "The city’s hospital has lost 200 nurses since 2019.",
    "libraries": "Half of all schools in the county have no library.",
    "birds": "Wind turbines kill more birds than cats do.",
}


@pytest.fixture(scope="module")
def kept_record(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_rows(django_db_blocker):
        for statement in SAID.values():
            make_published(claim=make_claim(statement=statement))
        yield


@pytest.fixture
def record(kept_record, db):
    """These statements, checked and published."""


def repeated(draft):
    """The names of the statements that a draft repeats."""
    names = {statement: name for name, statement in SAID.items()}
    return {names[match.check.statement] for span in spans(draft) for match in span.matches}


def share_of(name, draft, sentence):
    """How much of a statement the sentence of a draft has."""
    [span] = [span for span in spans(draft) if span.quote == sentence]
    [share] = [each.share for each in span.matches if each.check.statement == SAID[name]]
    return share


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Thousands of troops are in Russia.", "troops"),
        ("Thousands of soldiers from North Korea are in Russia, Seoul said.", "troops"),
        ("10,000 soldiers are in Russia.", "intelligence"),
        ("North Korea has sent 13,000 containers of arms to Russia.", "arms"),
        ("If Russia is attacked, a deal obliges North Korea to help.", "deal"),
        ("The contract was never put out to tender.", "tender"),
        ("The group says more than 25,000 vehicles cross the bridge every day.", "traffic"),
        ("Since 2019 the city hospital has lost 150 nurses, the union says.", "nurses"),
        ("In the county, half of all schools are without a library.", "libraries"),
        ("A senator repeated that turbines kill more birds than cats.", "birds"),
    ],
)
def test_a_sentence_repeats_a_statement_in_its_own_words(record, sentence, name):
    assert name in repeated(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "North Korean troops are in Belarus.",
        "Troops from Belarus are in Russia for an exercise.",
        "Russia and North Korea are neighbours.",
        "North Korea has sent flowers to Russia.",
        "The contract for the school kitchen was put out to tender in May.",
        "The Weir Bridge is 90 metres long.",
        "More than 25,000 people a day visit the fair.",
        "The hospital hired 30 nurses from abroad this spring.",
        "The city lost 200 trees in the storm.",
        "All schools in the county will be closed on Friday.",
        "Cats kill billions of birds a year, researchers found.",
    ],
)
def test_a_sentence_about_the_same_things_repeats_nothing(record, sentence):
    assert repeated(sentence) == set()


def test_what_a_sentence_repeats_does_not_depend_on_the_rest_of_the_draft(record):
    sentence = "North Korea has sent 13,000 containers of arms to Russia."
    rest = "More of them came in August 2023."

    alone = share_of("arms", sentence, sentence)

    assert alone == share_of("arms", f"{rest} {sentence}", sentence)


def test_a_sentence_that_leaves_as_much_out_and_says_something_else_repeats_nothing(record):
    assert repeated("The contract was never put out to tender.") == {"tender"}
    assert repeated("The contract in Lublin was never put out to tender.") == set()


def test_all_names_of_what_a_figure_counts_are_one_word(record):
    quote = "about 900 soldiers"
    article = make_article(text=f"There are {quote}.")
    make_published(claim=make_claim(quote, article=article, statement="900 troops are in Russia."))

    assert spans("In the county 900 soldiers voted.") == []


def test_another_desk_s_check_is_met_by_any_name_of_what_is_counted(record):
    make_review(claimReviewed="The garrison of Omsk has 700 troops.")

    [span] = spans("They say that the garrison of Omsk has 800 soldiers.")

    assert [each.review.claim for each in span.elsewhere] == [
        "The garrison of Omsk has 700 troops."
    ]
