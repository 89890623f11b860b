"""Texts as they are kept, and offsets as others count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.anchoring import AnchoringError, code_points_to_utf16, normalise, utf16_to_code_points

STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def test_normalise_composes_unifies_line_ends_and_drops_byte_order_marks():
    assert normalise("\ufeffcafe\u0301\r\nв Киеве\rend\ufeff") == "café\nв Киеве\nend"


def test_normalise_composes_across_a_byte_order_mark():
    assert normalise("e\ufeff\u0301") == "é"


def test_normalise_drops_soft_hyphens():
    assert normalise("The new fer\u00adry") == "The new ferry"


@pytest.mark.parametrize("unstorable", ["\0", "\ud83d"])
def test_normalise_refuses_what_a_database_cannot_store(unstorable):
    with pytest.raises(AnchoringError, match=r"cannot be stored.* at offset 3"):
        normalise(f"abc{unstorable}")


@given(STORABLE)
def test_normalise_is_idempotent(text):
    assert normalise(normalise(text)) == normalise(text)


def test_utf16_counts_an_emoji_twice():
    assert utf16_to_code_points("a👍b", 3) == 2
    assert code_points_to_utf16("a👍b", 2) == 3


@given(STORABLE, st.data())
def test_utf16_and_code_points_are_each_others_reverse(text, data):
    offset = data.draw(st.integers(0, len(text)))

    assert utf16_to_code_points(text, code_points_to_utf16(text, offset)) == offset


@pytest.mark.parametrize(("text", "offset"), [("abc", 4), ("abc", -1), ("a👍", 4), ("a👍", -1)])
def test_utf16_offset_outside_the_text_is_refused(text, offset):
    with pytest.raises(AnchoringError, match="outside the text"):
        utf16_to_code_points(text, offset)


def test_utf16_offset_inside_a_character_is_refused():
    with pytest.raises(AnchoringError, match="two halves"):
        utf16_to_code_points("a👍b", 2)


@pytest.mark.parametrize("offset", [-1, 4])
def test_code_point_offset_outside_the_text_is_refused(offset):
    with pytest.raises(AnchoringError, match="outside the text"):
        code_points_to_utf16("abc", offset)
