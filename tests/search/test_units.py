"""A text is held against the record, whatever either calls what they count."""

import pytest

from search.drafts import spans
from search.matching import matches
from tests.newsroom import make_article, make_claim, make_published, make_question

pytestmark = pytest.mark.django_db

ON_RECORD = "There are 10,000 North Korean troops in Kursk."


@pytest.fixture
def check(db):
    """Troops in Kursk, as published, among other checks."""
    question = make_question("How many North Korean troops are in Kursk?", unit="troops")
    article = make_article("Troops in Kursk", text=ON_RECORD)
    for words in ("Kursk lies in Russia.", "The ferry is old.", "Korean ships sail."):
        make_published(claim=make_claim(words, article=make_article(text=words)))
    claim = make_claim(
        "10,000 North Korean troops",
        article=article,
        statement=ON_RECORD,
        question=question,
    )
    make_published(claim=claim)
    return claim


def relations(pairs):
    return [(pair.theirs.unit, pair.ours.unit, pair.relation.relation) for pair in pairs]


def match_of(check, text):
    return next(each for each in matches(text).found if each.check.id == check.public_id)


@pytest.mark.parametrize(
    ("figure", "unit"),
    [
        ("8,000 North Korean soldiers", "soldiers"),
        ("8,000 servicemen", "servicemen"),
        ("3,000 additional North Korean service members", "service members"),
    ],
)
def test_a_match_compares_soldiers_with_troops(check, figure, unit):
    match = match_of(check, f"{figure} are in Kursk")

    assert relations(match.figures) == [(unit, "troops", "disjoint")]


def test_a_match_says_that_soldiers_are_what_the_question_asks_for(check):
    soldiers = match_of(check, "8,000 soldiers from Korea are in Kursk")
    people = match_of(check, "8,000 people from Korea are in Kursk")

    assert (soldiers.same_question, people.same_question) == (True, False)
    assert soldiers.share > people.share
    assert soldiers.words == people.words


def test_a_match_compares_troops_of_one_nation_with_no_others(check):
    match = match_of(check, "8,000 US troops are in Kursk")

    assert relations(match.figures) == [("troops", "troops", "incomparable")]
    assert match.figures[0].relation.reason.endswith(": North Korean troops; US troops.")


def test_a_draft_says_nothing_against_troops_of_another_nation(check):
    text = "It rained. Seoul said that 8,000 Korean and {} soldiers are in Kursk. So it goes."

    theirs, ours = (spans(text.format(nation)) for nation in ("US", "North Korean"))

    assert theirs == []
    assert [relation for *_, relation in relations(ours[0].figures)] == ["disjoint"]


@pytest.mark.parametrize("counted", ["people", "fighters", "wounded", "shells"])
def test_a_match_compares_troops_with_nothing_else(check, counted):
    match = match_of(check, f"8,000 North Korean {counted} are in Kursk")

    assert relations(match.figures) == [(counted, "troops", "incomparable")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Seoul said that 8,000 Korean soldiers are in Kursk.",
        "8,000 Korean servicemen: Kursk.",
    ],
)
def test_a_sentence_of_a_draft_is_held_against_the_record(check, sentence):
    [span] = spans(f"It rained. {sentence} So it goes.")

    [(_, ours, relation)] = relations(span.figures)
    assert (ours, relation) == ("troops", "disjoint")


@pytest.mark.parametrize("counted", ["people", "wounded", "shells"])
def test_a_sentence_about_something_else_is_not(check, counted):
    assert (
        spans(f"It rained. Seoul said that 8,000 Korean {counted} are in Kursk. So it goes.") == []
    )


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The Kursk garrison had 900 servicemen.", "The Kursk garrison had 700 soldiers."),
        ("The Kursk school taught 900 children.", "The Kursk school taught 700 kids."),
    ],
)
def test_a_plural_that_no_rule_makes_is_met_like_any_other(statement, text, check):
    said = make_published(claim=make_claim(statement, article=make_article(text=statement)))

    match = match_of(said.claim, text)

    assert match.share == match_of(said.claim, statement.replace("900", "700")).share


def test_a_sign_has_the_currency_s_word_in_common(check):
    statement = "The new Kursk bridge costs 4 million euros."
    bridge = make_published(claim=make_claim(statement, article=make_article(text=statement)))

    [span] = spans("They say the new Kursk bridge costs €9 million.")

    assert [match.check.id for match in span.matches] == [bridge.claim.public_id]
    assert relations(span.matches[0].figures) == [("EUR", "EUR", "disjoint")]


def test_other_names_are_not_repaired_as_if_somebody_had_written_them(check):
    assert matches("8,000 soldiers are in Kursk").repaired.keys() <= {"soldier", "8", "000"}
