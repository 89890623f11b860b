"""What holds of every figure that the reader returns."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from claims.quantities import COMPARATORS, KINDS, Quantity, read_quantities, same_unit
from tests.claims.quantities.news import SENTENCES

ROOT = Path(__file__).resolve().parents[3]
TYPOGRAPHY = str.maketrans({"'": "’", " ": "\u00a0", "-": "\u2013", '"': "”"})

# Pieces that put together make hard sentences more often than random letters do.
PIECES = """
    3,000|1.2|19|2024|0|½|five|twenty|hundred|million|thousands|a|an|half|third|of|one|in|to|and|or|
    between|from|more|than|at|least|up|about|nearly|not|even|$|£|€|%|per|cent|-|–|—|,|.|:|/|(|)|+|
    soldiers|km|years|old|points|times|dozen|couple|few|several|June|Rs|US|m|bn|aged|rose|was|ago|
    minus|below|zero|two-thirds|10-15|no|fewer|‘|’|[1]|٣٠|５|é|🙂
""".replace("\n", "").split("|")

sentences = st.lists(st.sampled_from([piece.strip() for piece in PIECES]), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", "", "  ", "\n"]).map(lambda gap: gap.join(pieces))
)
texts = st.one_of(st.text(max_size=60), sentences)


def is_within(quantity: Quantity) -> bool:
    low, value, high = quantity.low, quantity.value, quantity.high
    ends = [end for end in (low, value, high) if end is not None]
    return ends == sorted(ends)


@given(texts)
@example("5$7")
@example("5€ 7")
@example("5 USD 7")
@example('0"ZERO AAS AND BELOW')
@settings(max_examples=400)
def test_every_figure_is_well_formed(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        assert is_within(quantity)
        assert quantity.comparator in COMPARATORS
        assert quantity.kind in KINDS
        assert (quantity.value is None) == (quantity.comparator in {"range", "order", "vague"})
        if quantity.unit_start is not None and quantity.unit_end is not None:
            assert text[quantity.unit_start : quantity.unit_end] == quantity.unit_text
        end = quantity.end


@given(sentences)
def test_typography_changes_neither_offsets_nor_values(text: str) -> None:
    plain, set_in_type = read_quantities(text), read_quantities(text.translate(TYPOGRAPHY))

    assert [(q.start, q.end, q.value, q.low, q.high, q.comparator) for q in plain] == [
        (q.start, q.end, q.value, q.low, q.high, q.comparator) for q in set_in_type
    ]


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in SENTENCES])
def test_typography_changes_no_news(sentence: str) -> None:
    plain, set_in_type = read_quantities(sentence), read_quantities(sentence.translate(TYPOGRAPHY))

    assert [(q.start, q.end, q.value, q.unit) for q in plain] == [
        (q.start, q.end, q.value, q.unit) for q in set_in_type
    ]


@given(st.integers(min_value=2, max_value=10**15))
def test_spelled_out_numbers_come_back(number: int) -> None:
    (quantity,) = read_quantities(f"{num2words(number)} soldiers")

    assert (quantity.value, quantity.unit) == (Decimal(number), "soldiers")


@given(st.integers(min_value=2, max_value=10**12))
def test_spelled_out_numbers_come_back_in_american_style(number: int) -> None:
    words = num2words(number).replace(" and", "").replace(",", "")
    (quantity,) = read_quantities(f"{words} soldiers")

    assert quantity.value == Decimal(number)


@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=3))
def test_grouped_digits_come_back(number: int, places: int) -> None:
    value = Decimal(number).scaleb(-places)
    (quantity,) = read_quantities(f"Losses were ${value:,f} in all.")

    assert (quantity.value, quantity.unit) == (value, "USD")


def test_the_order_of_sets_decides_nothing() -> None:
    script = (
        "from tests.claims.quantities.news import SENTENCES\n"
        "from claims.quantities import read_quantities\n"
        "print([read_quantities(sentence) for sentence, _ in SENTENCES])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42", "1234")
    }

    assert len(answers) == 1


def test_reading_needs_no_django() -> None:
    script = (
        "import sys, claims.quantities, claims.comparison\n"
        "print(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("troop", "troops", True),
        ("Troops", "troops", True),
        ("people", "person", True),
        ("cities", "city", True),
        ("km", "kilometre", True),
        ("kilometers", "kilometre", True),
        ("USD", "GBP", False),
        ("percent", "percentage point", False),
        (None, "troops", False),
        (None, None, False),
    ],
)
def test_units_are_the_same_whatever_their_number(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_unit(one, other) is same


def test_a_unit_can_be_supplied_by_the_claim() -> None:
    (quantity,) = read_quantities("Washington puts the number at 3,000.")

    supplied = quantity.with_unit("troops")

    assert (quantity.unit, supplied.unit, supplied.unit_implied) == (None, "troops", True)


def test_a_figure_has_the_public_shape() -> None:
    (quantity,) = read_quantities("nowhere near 3,000")

    assert quantity.with_unit("troops").as_figure() == {
        "text": "nowhere near 3,000",
        "start": 0,
        "end": 18,
        "value": "3000",
        "low": "0",
        "high": "3000",
        "low_open": False,
        "high_open": True,
        "comparator": "<",
        "unit": "troops",
        "unit_implied": True,
        "kind": "count",
        "statistic": None,
        "role": None,
    }
