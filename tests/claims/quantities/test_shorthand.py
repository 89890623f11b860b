"""A figure in signs, and what it entails in words."""

import pytest

from claims.quantities import read_quantities
from claims.quantities.shorthand import entailed, needs_its_words, shorthand

IN_SIGNS = {
    "10,000 troops": "10,000 troops",
    "some 2,600 troops": "≈ 2,600 troops",
    "nowhere near 3,000": "< 3,000",
    "up to 7.5 tonnes": "≤ 7.5 tonnes",
    "more than 13,000 containers": "> 13,000 containers",
    "at least 6.5 million euros": "≥ 6.5 million EUR",
    "4,251,300 euros": "4,251,300 EUR",
    "5 to 7 percent of voters": "5–7 percent",
    "between $10 and $15 billion": "10–15 billion USD",
    "$800 million to $2 billion": "800 million–2 billion USD",
    "minus 5 to minus 3 degrees": "−5 to −3 degrees",
    "thousands of troops": "1,000–10,000 troops",
    "a third of voters": "33.33 percent",
    "a few people": "a few people",
    "120 people an hour": "120 people per hour",
    "averaging 12,000 troops": "12,000 troops on average",
    "one kilometre": "1 kilometre",
    "two years": "2 years",
}

ENTAILED = {
    "10,000 troops": "exactly 10,000 troops",
    "some 2,600 troops": "about 2,600 troops: 2,470 to 2,730",
    "nowhere near 3,000": "fewer than 3,000: 0 up to, not including, 3,000",
    "more than 13,000 containers": "more than 13,000 containers, with no upper limit",
    "up to 7.5 tonnes": "at most 7.5 tonnes, with no lower limit",
    "5 to 7 percent of voters": "a range: 5 to 7",
    "thousands of troops": "an order of magnitude: 1,000 to 10,000",
    "a few people": "too vague to compare: 2 or more, with no upper limit",
}


def only_figure(text):
    (figure,) = read_quantities(text)
    return figure


@pytest.mark.parametrize("text", IN_SIGNS)
def test_a_figure_in_signs(text):
    assert shorthand(only_figure(text)) == IN_SIGNS[text]


@pytest.mark.parametrize("text", ENTAILED)
def test_what_it_entails(text):
    assert entailed(only_figure(text)) == ENTAILED[text]


def test_a_unit_that_the_words_leave_out_stands_in_brackets():
    figure = only_figure("nowhere near 3,000").with_unit("troops")

    assert shorthand(figure) == "< 3,000 [troops]"


def test_the_two_ends_of_a_change_are_told_apart():
    assert [shorthand(each) for each in read_quantities("rose from 5% to 7%")] == [
        "from 5 percent",
        "to 7 percent",
    ]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("thousands of troops", True), ("a third of voters", True), ("10,000 troops", False)],
)
def test_it_knows_when_signs_hide_the_words(text, hidden):
    assert needs_its_words(only_figure(text)) is hidden
