"""The shares promised by the benchmark hold on the pairs that lie beside the project."""

import json

import pytest

from benchmarks import anchoring

pytestmark = pytest.mark.skipif(
    not anchoring.PAIRS.exists(), reason=f"the article pairs are not there: {anchoring.PAIRS}"
)


@pytest.fixture(scope="module")
def shares():
    pairs = json.loads(anchoring.PAIRS.read_text(encoding="utf-8"))["pairs"]
    return anchoring.shares_right(pairs, anchoring.with_both_texts)


@pytest.mark.parametrize("label", anchoring.ROWS)
def test_share_right_is_what_the_table_demands(shares, label):
    _, least = anchoring.ROWS[label]

    assert shares[label][1] >= least
