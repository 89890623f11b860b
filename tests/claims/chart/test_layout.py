"""Words keep to the sheet and out of each other's way, at every width."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from claims.chart.layout import sheet_of
from tests.claims.chart.positions import attribution, disagreement, position, troops
from tests.claims.chart.strategies import found_on, questions

WIDTHS = [300, 360, 719, 720, 900, 1200]


def laid_out(found, width):
    return sheet_of(found, width=width, name="chart")


def overlapping(sheet):
    boxes = [(text.box, text.words) for text in sheet.texts]
    return [
        (one, other)
        for (a, one), (b, other) in combinations(boxes, 2)
        if a[0] < b[2] - 0.01 and b[0] < a[2] - 0.01 and a[1] < b[3] and b[1] < a[3]
    ]


def beyond(sheet):
    return [
        text.words
        for text in sheet.texts
        if text.box[0] < 0
        or text.box[2] > sheet.width + 0.01
        or text.box[1] < 0
        or text.box[3] > sheet.y
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_story_fits(width):
    sheet = laid_out(troops(), width)

    assert overlapping(sheet) == []
    assert beyond(sheet) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_long_names_and_figures_are_wrapped(width):
    long = "The Parliamentary Commission of Inquiry into the Procurement of Bridges " * 2
    found = disagreement(
        position("between 120,000,000 and 123,456,789 troops", long, "W" * 200, rating="our-own"),
        position("3 troops", attribution(long, via="X" * 150), denied_by=[long, "a", "b", "c"]),
        text=long * 2,
    )

    sheet = laid_out(found, width)

    assert overlapping(sheet) == []
    assert beyond(sheet) == []


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 900, 1200])
@settings(max_examples=60, deadline=None)
@given(question=questions())
def test_no_words_overlap_or_leave_the_sheet(question, width):
    sheet = laid_out(found_on(question), width)

    assert overlapping(sheet) == []
    assert beyond(sheet) == []


def test_in_a_narrow_chart_words_stand_above_their_marks():
    found = disagreement(position("3,000 troops", "US intelligence"))

    narrow, wide = laid_out(found, 360), laid_out(found, 900)

    assert _mark(narrow) > _height(narrow, "US intelligence")
    assert _mark(wide) < _height(wide, "US intelligence")


def test_sixty_rows_are_drawn_and_the_others_counted():
    found = disagreement(*(position(f"{number} troops", "A") for number in range(300, 220, -1)))

    words = [text.words for text in laid_out(found, 900).texts]

    assert "20 more between these: see the table" in words
    assert sum(each.endswith(" troops") for each in words) == 60
    assert "300 troops" in words
    assert "221 troops" in words


def _height(sheet, words):
    return next(text.y for text in sheet.texts if text.words == words)


def _mark(sheet):
    return float(sheet.shapes[0].split('cy="')[1].split('"')[0])
