"""A ratio is rounded once, and written alike in the sentence and in the picture."""

import pytest

from claims.chart.figures import times_apart
from claims.comparison import compare
from tests.claims.chart.positions import figure


@pytest.mark.parametrize(
    ("a", "b", "written"),
    [
        ("10,000 troops", "8,000 troops", "1.25"),
        ("10,000 troops", "3,000 troops", "3.33"),
        ("10,000 troops", "2,000 troops", "5"),
        ("9 troops", "8 troops", "1.13"),
        ("23,450 troops", "1,000 troops", "23.45"),
        ("10,000 troops", "fewer than 3,000 troops", "more than 3.33"),
        ("20,000 troops", "at most 3,000 troops", "at least 6.66"),
        ("1,000,000 troops", "3 troops", "333,333"),
        ("5,000,000 troops", "3 troops", "1.7 million"),
        ("5,000,000 troops", "at most 3 troops", "at least 1.6 million"),
    ],
)
def test_the_picture_writes_the_sentence_s_ratio(a, b, written):
    one, other = figure(a), figure(b)

    found = compare(one, other)

    assert f"the larger is {written} times the smaller." in found.reason
    assert times_apart(found, one, other) == f"{written}×"
