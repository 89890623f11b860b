"""Words that only look like a currency, a unit or a scale; and those that are one."""

import pytest

from claims.quantities import Quantity, read_quantities
from claims.quantities.currencies import CODES, WORDS_TOO
from claims.quantities.measures import AFTER_DIGITS, MEASURE_FORMS, MEASURE_NAMES
from claims.quantities.scale_of_units import dimension_of
from claims.quantities.vocabulary import word_set
from tests.claims.quantities.support import short

# Written in capitals for the unit itself, whatever noun follows: "500 MW turbines".
WRITTEN_IN_CAPITALS = word_set(
    "kw mw gw tw kwh mwh gwh twh mph kph mpg hz khz mhz ghz kb mb gb km kg bpd"
)
ABBREVIATIONS = sorted(
    form[0]
    for form in MEASURE_FORMS
    if len(form) == 1 and form[0].isascii() and form[0].isalpha() and 1 < len(form[0]) <= 3
)
# A name of its own besides: 500 rmb are yuan.
CODES_IN_SMALL = sorted({code.lower() for code in CODES} - {"rmb"})
# Not on the list of codes, but codes, and words.
OTHER_CODES = ["all", "cop", "cup", "mop", "top", "try", "sos", "bam", "lak", "pab"]


def only(text: str) -> Quantity:
    (quantity,) = read_quantities(text)
    return quantity


@pytest.mark.parametrize("word", CODES_IN_SMALL + OTHER_CODES)
@pytest.mark.parametrize("ending", ["", "s"])
@pytest.mark.parametrize("shape", [str.lower, str.capitalize])
def test_no_code_in_small_letters_is_money(word, ending, shape) -> None:
    quantity = only(f"They saw 500 {shape(word + ending)} at work.")

    assert quantity.kind != "money"
    assert quantity.unit is None or dimension_of(quantity.unit) not in CODES


@pytest.mark.parametrize("code", sorted(CODES))
@pytest.mark.parametrize("amount", ["500 {}", "{} 500", "{}500", "500 million {}"])
def test_each_code_in_capitals_is(code, amount) -> None:
    quantity = only(f"It cost them {amount.format(code)}.")

    assert (quantity.kind, dimension_of(quantity.unit or "")) == (
        "money",
        {"RMB": "CNY"}.get(code, code),
    )


@pytest.mark.parametrize("code", sorted(WORDS_TOO))
def test_a_code_that_is_a_word_too_is_none_before_a_noun(code) -> None:
    assert short(only(f"They saw 12 {code} workers.")) == "= 12 workers"
    assert short(only(f"They lent 5 million {code} loans.")) == f"= 5000000 {code}"


@pytest.mark.parametrize("form", [form for form in ABBREVIATIONS if form not in MEASURE_NAMES])
def test_capitals_before_a_noun_are_a_name_and_no_unit(form) -> None:
    quantity = only(f"They saw 500 {form.upper()} workers.")

    if form in WRITTEN_IN_CAPITALS:
        assert quantity.kind in {"measure", "duration"}
    else:
        assert short(quantity) == "= 500 workers"


@pytest.mark.parametrize("form", ABBREVIATIONS)
def test_the_same_in_small_letters_are_the_unit(form) -> None:
    number = "500" if form in AFTER_DIGITS else "5"

    assert only(f"It was {number} {form}.").unit == MEASURE_FORMS[(form,)].name


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("137 PP deputies", "= 137 deputies"),
        ("10 million TB cases", "= 10000000 cases"),
        ("three SEC lawyers", "= 3 lawyers"),
        ("one SEC lawyer", "= 1 lawyer"),
        ("20 MS-13 members", "= 20 members"),
        ("20 PC users", "= 20 users"),
        ("300 MAD FANS STORM THE PITCH", "= 300 FANS"),
        ("5 MN lawmakers", "= 5 lawmakers"),
        ("3 TN residents", "= 3 residents"),
        ("20 euro zone countries", "= 20 countries"),
        ("20 euro-zone members", "= 20 members"),
        ("five Euro MPs", "= 5 MPs"),
        ("3 Sen Democrats", "= 3 Democrats"),
        ("24 Grand Slam titles", "= 24 titles"),
        ("two grand juries", "= 2 juries"),
        ("200 stones", "= 200 stones"),
        ("300 tops", "= 300 tops"),
        ("5 Gbps", "= 5 Gbps"),
    ],
)
def test_these_are_counted(text, figure) -> None:
    quantity = only(text)

    assert short(quantity) == figure
    assert (quantity.kind, dimension_of(quantity.unit or "")) != ("count", "GBP")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("$300 tops", "<= 300 USD"),
        ("24 grand a year", "= 24000 -"),
        ("ten grand", "= 10000 -"),
        ("5 mn people", "= 5000000 people"),
        ("2 tn yen", "= 2000000000000 JPY"),
        ("Rs 5 MN", "= 5000000 INR"),
        ("20 pc of voters", "= 20 percent"),
        ("20 PC of voters", "= 20 percent"),
        ("a 500 MW plant", "= 500 megawatt"),
        ("12 stone", "= 12 stone"),
        ("30 euro", "= 30 EUR"),
        ("5 sen", "= 5 sen"),
        ("150 lbs", "= 150 pound"),
        ("5m people", "= 5000000 people"),
        ("5 m", "= 5 metre"),
        ("5t", "= 5 tonne"),
        ("5bn", "= 5000000000 -"),
        ("US $5", "= 5 USD"),
        ("us $ 5", "= 5 USD"),
    ],
)
def test_these_are_what_they_look_like(text, figure) -> None:
    assert short(only(f"It was {text}.")) == figure


def test_no_code_has_a_plural() -> None:
    assert dimension_of("Gbps") != "GBP"
    assert dimension_of("eurs") != "EUR"
    assert dimension_of("eur") == "EUR"


def test_us_before_a_dollar_is_no_country() -> None:
    quantity = only("It cost us $5 million.")

    assert quantity.text == "$5 million"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It costs 30 bucks.", "USD"),
        ("It cost A$20. Now it is 30 bucks.", "AUD"),
        ("Now it is 30 bucks, not A$20.", "AUD"),
        ("A$45 is US$30, so it is 45 bucks.", "USD"),
        ("It cost €20. Now it is 30 bucks.", "USD"),
    ],
)
def test_bucks_are_the_dollars_of_which_the_text_speaks(text, code) -> None:
    bucks = next(each for each in read_quantities(text) if each.unit_text == "bucks")

    assert bucks.unit == code


@pytest.mark.parametrize("text", ["Top 100 universities", "Los Angeles, CA 90012"])
def test_no_bound_is_made_of_what_only_looks_like_one(text) -> None:
    assert only(text).comparator == "="
