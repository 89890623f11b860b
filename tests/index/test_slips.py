"""What somebody may have meant who made one slip."""

import pytest
from rapidfuzz.distance import OSA

from factcheck.index.slips import slips


@pytest.mark.parametrize("meant", ["bridg", "ridge", "brigde", "bridgee", "bridhe", "abridge"])
def test_a_letter_may_be_left_out_swapped_added_or_another(meant):
    assert meant in slips("bridge")


@pytest.mark.parametrize("word", ["troops", "aa", "мост"])
def test_each_is_one_slip_away(word):
    assert {OSA.distance(word, each) for each in slips(word)} == {1}


def test_in_another_script_letters_are_left_out_and_swapped():
    assert {"мот", "мсот"} <= slips("мост")
