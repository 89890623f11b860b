"""Contexts: the characters around a span, never half a character."""

import pytest

from claims.anchoring import context
from claims.anchoring.graphemes import cuts_grapheme


def test_context_is_thirty_two_characters_on_either_side():
    text = "a" * 40 + "QUOTE" + "b" * 40

    assert context(text, 40, 45) == ("a" * 32, "b" * 32)


def test_context_is_shorter_at_the_ends_of_the_text():
    assert context("one two three", 4, 7) == ("one ", " three")
    assert context("all", 0, 3) == ("", "")


def test_context_leaves_out_a_grapheme_it_would_cut():
    text = "q\u0307ab QUOTE ba👍🏽"

    assert context(text, 5, 10, size=4) == ("ab ", " ba👍🏽"[:3])


@pytest.mark.parametrize(
    "grapheme",
    [
        "q\u0307",
        "👍🏽",
        "👩\u200d👩\u200d👧",
        "🇺🇦",
        "❤\ufe0f",
        "🏴\U000e0067\U000e0062",
        "\r\n",
        "क\u094d",
        "\u1112\u1161\u11ab",
    ],
)
def test_no_cut_inside_a_grapheme(grapheme):
    text = f"a{grapheme}b"

    cuts = [offset for offset in range(len(text) + 1) if cuts_grapheme(text, offset)]

    assert cuts == list(range(2, 1 + len(grapheme)))


def test_flags_pair_off_from_the_left():
    assert [cuts_grapheme("🇺🇦🇰🇷", offset) for offset in range(5)] == [
        False,
        True,
        False,
        True,
        False,
    ]
