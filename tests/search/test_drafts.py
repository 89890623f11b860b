"""What of a draft was checked before, and which of its figures are on record otherwise."""

import pytest

from search.candidates import quotes
from search.drafts import spans
from tests.newsroom import make_claim, make_published, make_question


def relations(span):
    return {(pair.theirs.text, pair.ours.text): pair.relation.relation for pair in span.figures}


def test_a_sentence_that_repeats_a_claim_is_marked_where_it_stands(record):
    draft = "Spring is here. 🙂 The old ferry across the Oder is not safe. So they say."

    [span] = spans(draft)

    assert draft[span.start : span.end] == span.quote
    assert span.quote.endswith("The old ferry across the Oder is not safe.")
    assert [match.check.statement for match in span.matches] == [record["ferry"].statement]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("中国将取消所有外国人的签证。", "有人在网上说，中国将取消所有外国人的签证。"),
        ("ワクチンは不妊の原因になる。", "専門家は、ワクチンは不妊の原因になる、と述べた。"),
        ("Ещё один район остался без воды.", "Говорят, ещё один район остался без воды."),
    ],
)
def test_a_claim_in_any_script_is_marked(record, statement, sentence):
    make_published(claim=make_claim(statement=statement))

    [span] = spans(f"{sentence}\n今天天气很好，孩子们在公园里玩。")

    assert [match.check.statement for match in span.matches] == [statement]


def test_a_figure_stands_beside_all_that_are_on_record_for_its_question(record):
    [span] = spans("Locals heard that the Oder bridge will cost 8 million euros.")

    assert relations(span) == {
        ("8 million", "4.2 million"): "disjoint",
        ("8 million", "3.1 million"): "disjoint",
        ("8 million", "more than 9 million"): "disjoint",
    }


def test_a_bare_number_is_no_money(record):
    [span] = spans("They chose, 14 to 9, the Oder bridge, which costs 8 million euros.")

    assert {theirs for theirs, _ in relations(span)} == {"8 million"}


def test_a_figure_of_another_question_is_not_held_against_it(record):
    [span] = spans("The Oder bridge carries 9,000 cars a day.")

    assert set(relations(span)) == {("9,000", "12,000")}


def test_of_two_subjects_that_a_sentence_has_whole_the_one_that_says_more_is_its_own(record):
    tolls = make_question("What do tolls at the Oder bridge bring?", unit="euros")
    terse = make_claim(statement="Oder bridge: 8 million euros.", question=tolls)
    make_published(claim=terse)

    [span] = spans("The Oder bridge costs 8 million euros, they say.")

    assert {pair.check.question["text"] for pair in span.figures} == {
        "What does the Oder bridge cost?"
    }


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "\n\n",
        "The council met on Monday. It rained, and the trains were late by 40 minutes.",
        "A bridge too far cost 25 million dollars to make, and the critics were not kind.",
        "She plays bridge every day.",
        "They met near the Oder bridge. A new pool costs 6.5 million euros.",
        "北朝鮮の兵士がロシアにいる。",
    ],
)
def test_an_unrelated_draft_stays_unmarked(record, draft):
    assert spans(draft) == []


@pytest.mark.parametrize(
    ("text", "quote", "held"),
    [
        ("It costs 3,000,000 euros now.", "3,000,000 euros", True),
        ("It costs 13,000,000 euros now.", "3,000,000 euros", False),
        ("It costs 3,000,000\neuros now.", "3,000,000 euros", True),
        ("It costs a lot.", "costs", False),
    ],
)
def test_a_quote_begins_and_ends_with_whole_words(text, quote, held):
    assert quotes(text, quote) is held
