"""Two texts in one: both can be read out of it again, and what changed is told in words."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.desk.word_diff import word_diff

TEXTS = st.lists(st.sampled_from([*"ab .,👩🏽‍🔬\n", "3,000", "euros", "e\u0301"]), max_size=30).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_it(old, new):
    runs = word_diff(old, new)

    assert "".join(run.text for run in runs if run.kind != "new") == old
    assert "".join(run.text for run in runs if run.kind != "gone") == new


def test_figures_change_whole():
    runs = word_diff("It costs 3,000 euros.", "It costs 13,000 euros.")

    assert runs == [
        ("same", "It costs "),
        ("gone", "3,000"),
        ("new", "13,000"),
        ("same", " euros."),
    ]


def test_words_changed_in_a_row_are_one_change():
    runs = word_diff("the roads office said", "the county government said")

    assert [run.text for run in runs] == ["the ", "roads office", "county government", " said"]


def test_the_same_text_has_no_change():
    assert word_diff("It is so.", "It is so.") == [("same", "It is so.")]


def test_books_stand_side_by_side():
    old, new = "a " * 6_000, "b " * 6_000

    assert [run.kind for run in word_diff(old, new)] == ["gone", "new"]
