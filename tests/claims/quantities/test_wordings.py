"""What each wording says of its number: the comparator, the hard interval and the soft one."""

from decimal import Decimal

import pytest

from claims.quantities import Quantity, read_quantities
from claims.quantities.intervals import grain, width
from claims.quantities.quantity import plain


def read(text: str) -> Quantity:
    (quantity,) = read_quantities(text)
    return quantity


def interval(quantity: Quantity) -> str:
    """The hard interval in mathematicians' brackets: "(13000, )" has no upper end."""
    opening = "(" if quantity.low_open or quantity.low is None else "["
    closing = ")" if quantity.high_open or quantity.high is None else "]"
    return f"{opening}{plain(quantity.low) or ''}, {plain(quantity.high) or ''}{closing}"


HARD = [
    ("10,000 troops", "=", "[10000, 10000]"),
    ("exactly 10,000 troops", "=", "[10000, 10000]"),
    ("a total of 10,000 troops", "=", "[10000, 10000]"),
    ("about 10,000 troops", "~", "[8000, 12000]"),
    ("around 3,000 troops", "~", "[2400, 3600]"),
    ("roughly 7 troops", "~", "[6, 8]"),
    ("approximately 2,600 troops", "~", "[2470, 2730]"),
    ("some 2,600 troops", "~", "[2470, 2730]"),
    ("an estimated 2,600 troops", "~", "[2470, 2730]"),
    ("in the region of 2,600 troops", "~", "[2470, 2730]"),
    ("2,600 or so troops", "~", "[2470, 2730]"),
    ("20-odd boats", "~", "[16, 24]"),
    ("~20 boats", "~", "[16, 24]"),
    ("nearly 3,000 troops", "~", "[2400, 3000)"),
    ("almost 3,000 troops", "~", "[2400, 3000)"),
    ("close to 3,000 troops", "~", "[2400, 3000)"),
    ("just under 3,000 troops", "<", "[2400, 3000)"),
    ("just shy of 3,000 troops", "<", "[2400, 3000)"),
    ("just over 3,000 troops", ">", "(3000, 3600]"),
    ("slightly more than 3,000 troops", ">", "(3000, 3600]"),
    ("more than 13,000 troops", ">", "(13000, )"),
    ("over 13,000 troops", ">", "(13000, )"),
    ("in excess of 13,000 troops", ">", "(13000, )"),
    ("upwards of 13,000 troops", ">", "(13000, )"),
    ("north of $13,000", ">", "(13000, )"),
    ("well over 13,000 troops", ">", "(13000, )"),
    ("at least 500 troops", ">=", "[500, )"),
    ("no fewer than 500 troops", ">=", "[500, )"),
    ("no less than 500 troops", ">=", "[500, )"),
    ("a minimum of 500 troops", ">=", "[500, )"),
    ("500 or more troops", ">=", "[500, )"),
    ("500+ troops", ">=", "[500, )"),
    ("500-plus troops", ">=", "[500, )"),
    ("as few as 500 troops", ">=", "[500, )"),
    ("fewer than 500 troops", "<", "[0, 500)"),
    ("less than 5%", "<", "(, 5)"),
    ("under $5", "<", "(, 5)"),
    ("below 20 degrees", "<", "(, 20)"),
    ("sub-2% growth", "<", "(, 2)"),
    ("at most 500 troops", "<=", "[0, 500]"),
    ("no more than 500 troops", "<=", "[0, 500]"),
    ("a maximum of 500 troops", "<=", "[0, 500]"),
    ("capped at 500 troops", "<=", "[0, 500]"),
    ("500 troops or fewer", "<=", "[0, 500]"),
    ("up to 500 troops", "<=", "[0, 500]"),
    ("as many as 500 troops", "<=", "[0, 500]"),
    ("nowhere near 3,000 troops", "<", "[0, 3000)"),
    ("not even 3,000 troops", "<", "[0, 3000)"),
    ("far from 3,000 troops", "<", "[0, 3000)"),
    ("at least about 500 troops", ">=", "[500, )"),
    ("up to around 500 troops", "<=", "[0, 500]"),
    ("about another 500 troops", "~", "[400, 600]"),
    ("between 5 and 10 troops", "range", "[5, 10]"),
    ("5 to 10 troops", "range", "[5, 10]"),
    ("5-10 troops", "range", "[5, 10]"),
    ("5–10 troops", "range", "[5, 10]"),
    ("five or six troops", "range", "[5, 6]"),
    ("from 5 to 10 troops", "range", "[5, 10]"),
    ("$10 to $15 billion", "range", "[10000000000, 15000000000]"),
    ("four to five thousand troops", "range", "[4000, 5000]"),
    ("tens of troops", "order", "[10, 100]"),
    ("dozens of troops", "order", "[12, 120]"),
    ("scores of soldiers", "order", "[20, 200]"),
    ("hundreds of troops", "order", "[100, 1000]"),
    ("tens of thousands of troops", "order", "[10000, 100000]"),
    ("hundreds of millions of dollars", "order", "[100000000, 1000000000]"),
    ("several hundred troops", "order", "[200, 900]"),
    ("a few thousand troops", "order", "[2000, 5000]"),
    ("a couple of days", "~", "[2, 3]"),
    ("a couple of hundred troops", "~", "[200, 300]"),
    ("a few troops", "vague", "[2, )"),
    ("several troops", "vague", "[2, )"),
    ("a handful of troops", "vague", "[2, )"),
    ("a dozen troops", "=", "[12, 12]"),
    ("half a dozen troops", "=", "[6, 6]"),
    ("a score of soldiers", "=", "[20, 20]"),
    ("a third of voters", "=", "[0.3333, 0.3333]"),
    ("half of voters", "=", "[0.5, 0.5]"),
    ("one in four voters", "=", "[0.25, 0.25]"),
    ("9 out of 10 voters", "=", "[0.9, 0.9]"),
    ("minus 5 degrees", "=", "[-5, -5]"),
    ("nearly -20 degrees", "~", "[-24, -20)"),
]


@pytest.mark.parametrize(("text", "comparator", "hard"), HARD)
def test_a_wording_bounds_its_number(text: str, comparator: str, hard: str) -> None:
    quantity = read(text)

    assert (quantity.comparator, interval(quantity)) == (comparator, hard)


SOFT = [
    ("10,000 troops", "5000", "15000"),
    ("10,123 troops", None, None),
    ("about 2,600 troops", "2470", "2730"),
    ("more than 13,000 troops", "13000", "14000"),
    ("well over 1,000 troops", "1250", None),
    ("at least 500 troops", "500", "1000"),
    ("fewer than 3,000 troops", "2400", "3000"),
    ("nowhere near 3,000 troops", "0", "1500"),
    ("up to 500 troops", "250", "500"),
    ("thousands of troops", "2000", "10000"),
    ("several hundred troops", "300", "900"),
    ("a few hundred troops", "300", "500"),
    ("a couple of days", "2", "2"),
    ("several troops", "3", "9"),
    ("a few troops", "3", "5"),
    ("a handful of troops", "3", "7"),
]


@pytest.mark.parametrize(("text", "low", "high"), SOFT)
def test_a_reader_takes_a_wording_more_narrowly(
    text: str, low: str | None, high: str | None
) -> None:
    quantity = read(text)

    assert (plain(quantity.soft_low), plain(quantity.soft_high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "emphatic", "claimed_max"),
    [
        ("well over 600 troops", True, False),
        ("nowhere near 600 troops", True, False),
        ("more than 600 troops", False, False),
        ("up to 600 troops", False, True),
        ("as many as 600 troops", False, True),
        ("no more than 600 troops", False, False),
    ],
)
def test_marks_emphasis_and_claims_that_can_be_taken_back(
    text: str, emphatic: bool, claimed_max: bool
) -> None:
    quantity = read(text)

    assert (quantity.emphatic, quantity.claimed_max) == (emphatic, claimed_max)


@pytest.mark.parametrize(
    "text", ["an average of 30 miles", "averaging 30 miles", "30 miles on average"]
)
def test_an_average_is_exact_and_says_that_it_is_one(text: str) -> None:
    quantity = read(text)

    assert (quantity.comparator, quantity.statistic) == ("=", "mean")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("There were nowhere near 3,000 troops.", "nowhere near 3,000"),
        ("Some put it at 10,000 North Korean troops.", "10,000"),
        ("It cost more than $1.2 billion a year.", "more than $1.2 billion"),
        ("It rose by about 5% in May.", "about 5%"),
        ("It fell 3.5 per cent.", "3.5 per cent"),
        ("A 122mm launcher.", "122mm"),
        ("It is 20 km away.", "20"),
        ("They want between $5m and $6m now.", "between $5m and $6m"),
        ("He waited 20 minutes or more.", "20 minutes or more"),
        ("Hundreds of thousands of people fled.", "Hundreds of thousands"),
        ("The under-16s left.", "under-16s"),
    ],
)
def test_the_text_covers_hedge_number_sign_and_scale(text: str, span: str) -> None:
    quantity = read(text)

    assert (quantity.text, text[quantity.start : quantity.end]) == (span, span)


def test_a_change_has_two_ends_with_roles() -> None:
    before, after = read_quantities("Rents rose from £900 to £1,150.")

    assert [(plain(q.value), q.role) for q in (before, after)] == [("900", "from"), ("1150", "to")]


def test_a_bare_dollar_is_the_outlets_own() -> None:
    assert read_quantities("It cost $5.", dollar="AUD")[0].unit == "AUD"
    assert read_quantities("It cost 5 dollars.", dollar="AUD")[0].unit == "AUD"
    assert read_quantities("It cost US$5.", dollar="AUD")[0].unit == "USD"


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ("2600", "100"),
        ("10000", "10000"),
        ("2500", "500"),
        ("7", "1"),
        ("1.25", "0.05"),
        ("0", "0"),
    ],
)
def test_the_grain_is_the_last_digits_size(value: str, size: str) -> None:
    assert grain(Decimal(value)) == Decimal(size)


@pytest.mark.parametrize(
    ("value", "reach"), [("7", "1"), ("2600", "130"), ("3000", "600"), ("10000", "2000")]
)
def test_about_reaches_by_roundness_within_bounds(value: str, reach: str) -> None:
    assert width(Decimal(value)) == Decimal(reach)
