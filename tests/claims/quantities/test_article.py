"""The example article: every figure found, no date, name or ordinal among them."""

import pytest

from claims.quantities import Quantity, read_quantities
from tests.claims.quantities.support import SHARED, needs_shared_data, short

pytestmark = needs_shared_data

# The words that lead to each figure, the figure's own text, and what it is.
EXPECTED = [
    ("conflict which has left ", "hundreds of thousands", "order 100000 1000000 dead and wounded"),
    ("amid speculation that ", "thousands", "order 1000 10000 troops"),
    ("intelligence puts ", "thousands", "order 1000 10000 soldiers"),
    ("the fate of ", "hundreds of thousands", "order 100000 1000000 soldiers"),
    ("An injection of ", "10,000", "= 10000 troops"),
    ("putting the number at ", "3,000", "= 3000 -"),
    ("the number was ‘", "nowhere near 3,000", "< 3000 -"),
    ("to celebrate ", "100", "= 100 year"),
    ("‘a challenge’ from ", "thousands", "order 1000 10000 troops"),
    ("he expected ", "some 2,600", "~ 2600 troops"),
    ("We’ll see in ", "a couple of", "~ 2 day"),
    ("in the past ", "two", "= 2 year"),
    ("has sent ", "more than 13,000", "> 13000 containers"),
    ("You don’t get ", "thousands", "order 1000 10000 soldiers"),
    ("stand for another ", "five", "= 5 year"),
]
OPTIONAL = "122mm"


@pytest.fixture(scope="module")
def article() -> str:
    return (SHARED / "articles" / "north-korean-troops.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def figures(article: str) -> list[Quantity]:
    return [quantity for quantity in read_quantities(article) if quantity.text != OPTIONAL]


def test_reads_each_figure_where_it_stands(article: str, figures: list[Quantity]) -> None:
    expected = []
    for lead, text, figure in EXPECTED:
        start = article.index(lead + text) + len(lead)
        expected.append((start, start + len(text), figure))

    assert [(q.start, q.end, short(q)) for q in figures] == expected


def test_keeps_the_words_before_the_noun(figures: list[Quantity]) -> None:
    troops = next(quantity for quantity in figures if quantity.text == "10,000")

    assert (troops.unit, troops.unit_text, troops.qualifier) == ("troops", "troops", "North Korean")


def test_reads_the_calibre_as_a_measure(article: str) -> None:
    calibre = next(quantity for quantity in read_quantities(article) if quantity.text == OPTIONAL)

    assert short(calibre) == "= 122 millimetre"
