"""The words of a text, of which some stand for one thing by several names."""

import pytest

from factcheck.index.said import Words

SOLDIERS = frozenset({"troop", "soldier"})
WORDS = Words(frozenset({"kursk", "900"}), frozenset({SOLDIERS}))


@pytest.mark.parametrize(
    ("stems", "count"),
    [
        (set(), 0),
        ({"troop"}, 1),
        ({"troop", "soldier"}, 1),
        ({"troop", "kursk", "ferri"}, 2),
    ],
)
def test_all_names_of_a_thing_are_one_word(stems, count):
    assert WORDS.among(stems) == count


@pytest.mark.parametrize(
    ("stems", "are_all"),
    [
        ({"kursk", "900", "soldier", "ferri"}, True),
        ({"kursk", "900"}, False),
        ({"kursk", "troop"}, False),
    ],
)
def test_whether_nothing_else_is_said(stems, are_all):
    assert WORDS.all_among(stems) is are_all


def test_the_stems_are_those_of_all_names():
    assert WORDS.stems == {"kursk", "900", "troop", "soldier"}
