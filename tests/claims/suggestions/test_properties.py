"""What holds for every text: no exception, honest offsets, one answer, time by length."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.suggestions import suggest

WORDS = (
    "Maria Ortega |said |he |according to |“|”|‘|’|3,000 |the US |, |and |denied |. |… |\n|😀|é|"
)
SNIPPETS = st.sampled_from([*WORDS.split("|"), "ארבע ", "3名。", "Mr. ", "put ", "at ", "'"])
TEXTS = st.one_of(st.text(), st.lists(SNIPPETS, max_size=60).map("".join))


@given(TEXTS)
def test_quotes_what_stands_there(text: str) -> None:
    for each in suggest(text):
        assert text[each.start : each.end] == each.quote == each.quote.strip() != ""
        assert all(each.quote[figure.start : figure.end] == figure.text for figure in each.figures)
        assert each.reasons


@given(TEXTS)
def test_says_the_same_each_time(text: str) -> None:
    assert suggest(text) == suggest(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "Maria Ortega said 3,000 troops came. ",
        "Ortega ",
        "said ",
        "that X said ",
        "A, B, C, ",
        "X said lie ",
        "..",
        "“",
        "“a” ",
        "‘a. ",
        "“a. b” ",
        "a.b.",
        "and the ",
        "12",
        "who ",
        "\n",
    ],
)
def test_takes_time_in_proportion_to_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        began = process_time()
        suggest(text)
        return process_time() - began

    seconds(1_000)
    short, long = (min(seconds(length) for _ in range(3)) for length in (10_000, 80_000))

    # Eight times the text; a quadratic scan would take sixty-four times as long.
    assert long < max(0.2, 24 * short)
