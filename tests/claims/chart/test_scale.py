"""The axis is logarithmic when the spread asks for it, and its values are round."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.chart.scale import axis_for, stated
from tests.claims.chart.positions import figure, position
from tests.claims.chart.strategies import NUMBERS, figures


def axis_of(*words, unit="troops"):
    return axis_for([position(each, "A", unit=unit) for each in words], unit)


def ticks_of(axis, most=6):
    return [tick.words for tick in axis.ticks(lambda ticks: len(ticks) <= most)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["10,000 troops", "3,000 troops"], "troops"),
        (["10,000 troops", "500 troops"], "troops, logarithmic"),
        (["10,000 troops", "3,000 troops", "thousands of troops"], "troops, logarithmic"),
        (["10,000 troops", "nowhere near 3,000"], "troops"),
        (["-5 percent", "200 percent"], "percent"),
        (["zero troops", "200 troops"], "troops"),
        (["zero troops", "3 troops", "5,000,000 troops"], "troops, logarithmic"),
    ],
)
def test_the_axis_is_named(words, name):
    assert axis_of(*words, unit=name.split(",")[0]).name == name


@pytest.mark.parametrize(
    ("unit", "words", "ticks"),
    [
        ("troops", ["10,000 troops", "thousands of troops"], ["1,000", "2,000", "5,000", "10,000"]),
        ("EUR", ["4.2 million euros", "6.5 million euros"],
         ["0", "2 million", "4 million", "6 million"]),
        ("troops", ["1 troop", "2 troops"], ["0", "1", "2"]),
        ("percent", ["-5 percent", "15 percent"], ["−5", "0", "5", "10", "15"]),
        ("troops", ["zero troops", "3 troops", "5,000,000 troops"],
         ["0", "10", "1,000", "100,000", "10 million"]),
    ],
)  # fmt: skip
def test_ticks_are_round_with_separators(unit, words, ticks):
    assert ticks_of(axis_of(*words, unit=unit)) == ticks


def test_a_linear_axis_begins_at_zero_so_that_distances_are_as_the_figures_are():
    axis = axis_of("18 months", "2 years", unit="years")

    assert axis.place(Decimal(0), "years") == 0
    assert axis.place(Decimal(18), "month") / axis.place(Decimal(2), "years") == pytest.approx(0.75)


def test_there_is_no_axis_without_a_figure_to_place():
    assert axis_of("several troops") is None
    assert axis_for([], "troops") is None


def test_kilometres_and_metres_stand_on_one_axis():
    axis = axis_of("5 km", "5,000 m", "9 km", unit="kilometre")

    assert axis.place(Decimal(5), "kilometre") == pytest.approx(axis.place(Decimal(5000), "metre"))


def test_the_zero_that_no_count_falls_below_is_not_a_number_said():
    assert stated(figure("fewer than 3,000 troops")) == [3000, 3000]
    assert 0 in stated(figure("between 0 and 5 troops"))


@settings(max_examples=200, deadline=None)
@given(found=st.lists(figures(), min_size=1, max_size=6))
def test_every_number_said_stands_inside_the_axis(found):
    axis = axis_for([position(each) for each in found], "troops")
    if axis is None:
        return

    places = [axis.place(value, "troops") for each in found for value in stated(each)]

    assert all(0 <= place <= 1 for place in places)
    assert all(0 <= tick.at <= 1 for tick in axis.ticks(lambda ticks: len(ticks) < 8))


@settings(max_examples=200, deadline=None)
@given(low=NUMBERS, high=NUMBERS)
def test_larger_figures_never_stand_to_the_left(low, high):
    low, high = sorted([low, high])
    axis = axis_for(
        [position(f"{value:f} troops") for value in (low, high) if value >= 0]
        or [position("5 troops")],
        "troops",
    )

    assert axis.place(low, "troops") <= axis.place(high, "troops")
