"""The reader on news sentences of our own making."""

import pytest

from claims.quantities import read_quantities
from tests.claims.quantities.news import SENTENCES
from tests.claims.quantities.news_later import LATER_SENTENCES
from tests.claims.quantities.support import short


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES + LATER_SENTENCES)
def test_reads_what_an_editor_would(sentence: str, expected: tuple[str, ...]) -> None:
    assert [short(quantity) for quantity in read_quantities(sentence)] == list(expected)


def test_the_sample_is_large_enough_to_mean_something() -> None:
    assert len(SENTENCES) >= 150
