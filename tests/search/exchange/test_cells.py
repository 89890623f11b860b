"""Cells of a spreadsheet: nothing runs, nothing is lost, and numbers stay numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.exchange.cells import cell_of, defused, text_of

LIVE = "=+-@\t\r"


@pytest.mark.parametrize("sign", LIVE)
def test_no_cell_begins_with_what_makes_a_formula(sign):
    assert defused(f"{sign}cmd|' /C calc'!A0") == f"'{sign}cmd|' /C calc'!A0"


@pytest.mark.parametrize("number", ["-5", "-0.25", "4200000", "0"])
def test_a_number_stays_a_number_below_zero_too(number):
    assert cell_of(number) == number


@pytest.mark.parametrize("text", ["'tis the season", "''", "a=1", " =1", "1-2", ""])
def test_what_is_no_formula_stays_as_it_is(text):
    assert defused(text) == text_of(text) == text


@given(st.text(alphabet=st.sampled_from([*LIVE, "'", "1", ".", "a", "\n", "＝"])) | st.text())
def test_what_was_defused_comes_back_exactly(text):
    assert text_of(defused(text)) == text


@given(st.text(alphabet=st.sampled_from([*LIVE, "'", "1", ".", "a"])))
def test_whatever_is_written_is_a_number_or_begins_with_no_sign(text):
    cell = defused(text)

    assert cell[:1] not in [*LIVE] or cell.removeprefix("-").replace(".", "", 1).isdigit()


def test_values_that_are_no_text_have_one_way_of_being_written():
    assert [cell_of(each) for each in (None, True, False, 7, [], ["a", None])] == [
        "",
        "true",
        "false",
        "7",
        "[]",
        '["a",null]',
    ]
