"""A text is cut where statements begin and end, and loses no word by it."""

import time

from hypothesis import given
from hypothesis import strategies as st

from publishing.pages.highlights import Mark, paragraphs

TEXT = "A headline\n\nOne two three.\n\nA heading\n\nFour five."


def cut(*marks, **fields):
    return [
        [(piece.text, piece.check) for piece in paragraph.pieces]
        for paragraph in paragraphs(TEXT, [Mark(*mark) for mark in marks], **fields)
    ]


def test_paragraphs_come_in_order_without_the_headline():
    assert cut(headline="A headline") == [
        [("One two three.", None)],
        [("A heading", None)],
        [("Four five.", None)],
    ]


def test_only_an_empty_line_parts_paragraphs():
    assert [
        paragraph.pieces[0].text for paragraph in paragraphs("\n One\ntwo. \n \nThree.\n", [])
    ] == ["One\ntwo.", "Three."]


def test_white_space_without_end_takes_no_time():
    before = time.process_time()

    assert len(paragraphs(f"One{' ' * 40_000}two.", [])) == 1

    assert time.process_time() - before < 1


def test_a_short_line_without_a_full_stop_is_a_heading():
    assert [each.is_heading for each in paragraphs(TEXT, [])] == [True, False, True, False]


def test_a_marked_line_is_no_heading():
    assert not paragraphs(TEXT, [Mark(0, 1, "a")])[0].is_heading


def test_a_mark_keeps_its_words():
    assert cut((16, 19, "a"))[1] == [("One ", None), ("two", "a"), (" three.", None)]


def test_the_inner_of_two_marks_has_the_words_they_share():
    assert cut((12, 25, "a"), (16, 19, "b"))[1] == [
        ("One ", "a"),
        ("two", "b"),
        (" three", "a"),
        (".", None),
    ]


def test_a_mark_over_two_paragraphs_begins_and_ends_once():
    made = paragraphs(TEXT, [Mark(16, 51, "a")])
    marked = [piece for each in made for piece in each.pieces if piece.check]

    assert [piece.text for piece in marked] == ["two three.", "A heading", "Four five."]
    assert [piece.begins for piece in marked] == [True, False, False]
    assert [piece.ends for piece in marked] == [False, False, True]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=6))
def test_no_letter_is_lost_or_doubled(places):
    marks = [Mark(start, min(start + size, len(TEXT)), number)
             for number, (start, size) in enumerate(places)]  # fmt: skip

    made = paragraphs(TEXT, marks)

    assert "".join(piece.text for each in made for piece in each.pieces) == TEXT.replace("\n", "")
