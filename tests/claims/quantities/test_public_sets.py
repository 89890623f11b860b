"""The reader on sets that others made, scored as the benchmark scores them."""

import pytest

from benchmarks import quantities as benchmark
from tests.claims.quantities.support import needs_shared_data

pytestmark = needs_shared_data


def test_reads_ranges_and_bounds() -> None:
    assert benchmark.number_ranges().f1 >= 80


@pytest.mark.parametrize("kind", ["above", "under", "between"])
def test_reads_intervals_of_measures(kind: str) -> None:
    assert benchmark.duckling({kind}).recall >= 90


def test_reads_a_thousand_sentences_in_half_a_second() -> None:
    # Twice the bound, because a test machine may be busy; the benchmark holds the bound itself.
    assert benchmark.seconds_per_thousand() < 1.0
