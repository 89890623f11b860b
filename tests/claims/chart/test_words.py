"""The words beside the marks: figures, names, lines, and the table."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.chart import chart_of, table_of
from claims.chart.figures import in_its_words
from claims.chart.measuring import Run, balanced, width_of, width_of_line, wrapped
from claims.chart.people import listed, who_else, who_says
from claims.chart.table import described
from tests.claims.chart.positions import (
    attribution,
    disagreement,
    figure,
    narrower,
    position,
    troops,
)

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("10,000 North Korean troops", "10,000 troops"),
        ("nowhere near 3,000", "nowhere near 3,000 [troops]"),
        ("thousands of North Korean troops", "thousands of troops"),
        ("hundreds of millions of dollars", "hundreds of millions of dollars"),
        ("4.2 million euros", "4.2 million euros"),
        ("€4.2m", "€4.2m"),
        ("about 40 %", "about 40 %"),
        ("up to 7.5 tonnes", "up to 7.5 tonnes"),
        ("18,000 vehicles a day", "18,000 vehicles per day"),
        ("several troops", "several troops"),
    ],
)
def test_a_figure_is_shown_in_the_words_of_its_source(words, shown):
    assert in_its_words(figure(words)) == shown


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Moscow"], "Moscow"),
        (["Moscow", "Pyongyang"], "Moscow and Pyongyang"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B and 2 others"),
        (["A", "A"], "A"),
        (["Ukrainian intelligence", "South Korean intelligence"],
         "Ukrainian and South Korean intelligence"),
        (["US officials", "UN officials", "EU officials"], "US, UN and EU officials"),
        (["Roads office", "Mayor’s office"], "Roads office and Mayor’s office"),
        (["intelligence", "US intelligence"], "intelligence and US intelligence"),
    ],
)  # fmt: skip
def test_names_are_joined_as_a_newspaper_does(names, said):
    assert listed(names) == said


def test_all_names_are_there_when_asked_for():
    assert listed(list("ABCDE"), shown=None) == "A, B, C, D and E"


def test_who_passed_it_on_is_said_once():
    found = position(
        "300 troops", attribution("A", via="BBC"), attribution("B", via="BBC"), attribution("C")
    )

    assert who_says(found) == "A and B, via BBC; C"


def test_who_denies_and_who_doubts_are_told_apart():
    found = position("300 troops", attribution("A", "doubts"), denied_by=["B"])

    assert who_says(found) == "source not named"
    assert who_else(found) == ["Denied by B", "Doubted by A"]


@given(words=st.text(max_size=300), width=st.floats(40, 800))
def test_wrapped_lines_keep_to_their_width_and_lose_no_word(words, width):
    runs = [Run(words), Run(words, bold=True)]

    lines = wrapped(runs, 13, width)

    assert all(width_of_line(line, 13) <= width for line in lines)
    kept = "".join(run.words for line in lines for run in line)
    assert kept.replace(" ", "") == (words + words).replace(" ", "")


@given(words=st.text(min_size=1, max_size=300), width=st.floats(40, 400))
def test_a_shortened_paragraph_says_so(words, width):
    whole, lines = wrapped([Run(words)], 13, width), wrapped([Run(words)], 13, width, most_lines=2)

    assert len(lines) <= 2
    assert all(width_of_line(line, 13) <= width for line in lines)
    if len(whole) > 2:
        assert lines[-1][-1].words.endswith("…")


def test_a_full_stop_after_bold_words_is_not_left_alone():
    runs = [Run("Not compared: "), Run("some 2,600 troops", bold=True), Run(". Another question.")]

    for width in range(100, 300):
        lines = wrapped(runs, 13, width)
        assert not any(line[0].words.startswith(".") for line in lines)


@given(words=st.text(alphabet="ab cd", max_size=300), width=st.floats(60, 400))
def test_balanced_lines_are_as_few_and_as_narrow(words, width):
    lines = balanced([Run(words)], 13, width)

    assert len(lines) == len(wrapped([Run(words)], 13, width))
    assert all(width_of_line(line, 13) <= width for line in lines)


def test_bold_words_are_wider():
    assert width_of("troops", 13, bold=True) > width_of("troops", 13) > 0


def test_the_table_says_all_that_the_picture_does():
    head, *rows = table_of(troops())

    assert all(len(row) == len(head) for row in rows)
    assert rows[0] == (
        "10,000 troops",
        "10,000 troops",
        "Ukrainian and South Korean intelligence, via Glib Voloskyi",
        "nobody",
        "nowhere near 3,000 [troops] (more than 3.33×), 3,000 [troops] (3.33×)",
        "Disputed",
    )
    assert rows[3][3:5] == ("Denied by Russia and North Korea", "none")
    assert rows[4][0] == "some 2,600 troops"
    assert rows[4][4].startswith("not compared: “How many North Korean troops will arrive in")


def written(chart):
    """The lines of a chart."""
    return ["".join(each.itertext()) for each in ElementTree.fromstring(chart).iter(f"{SVG}text")]


def test_brackets_are_explained_where_there_are_any():
    note = "In brackets: a unit that the words themselves leave out."
    bracketed, plain = position("3,000", "A"), position("10,000 troops", "B")

    assert note in described(disagreement(bracketed, plain))
    assert note in described(disagreement(plain, related=[narrower("In Kursk?", bracketed)]))
    assert note not in described(disagreement(plain))
    assert note in " ".join(written(chart_of(disagreement(bracketed, plain), width=328)))


def test_the_table_shortens_no_list_and_holds_claims_without_a_figure():
    found = disagreement(position("several troops", *"ABCDE"), without=[position(None, "Russia")])

    _, vague, without = table_of(found)

    assert vague[1:3] == ("too vague to compare", "A, B, C, D and E")
    assert without[:3] == ("no figure", "Nobody is there.", "Russia")
