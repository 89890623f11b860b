"""Whatever the text, an answer comes at once and no error does."""

import time

import pytest

from claims.quantities import read_quantities

MEGABYTE = 1_000_000
# What has made matchers run away elsewhere: each repeated to fill a text of the size asked for.
STRETCHES = {
    "digits": "9",
    "commas": "1,",
    "only commas": ",",
    "dashes": "-",
    "digits and dashes": "1-",
    "spaced digits": "1 ",
    "triples": "100 ",
    "spaces": " ",
    "letters": "a",
    "dotted letters": "a.",
    "points": ".",
    "slashes": "1/",
    "colons": "1:",
    "hedges": "more than ",
    "at least": "at least ",
    "about": "about ",
    "spelled": "one ",
    "hundreds": "hundred ",
    "thousands of": "thousands of ",
    "tens of": "tens of ",
    "hyphenated": "twenty-",
    "and a half": "and a half ",
    "dollars": "$",
    "dollar amounts": "$1 to ",
    "from to": "from 1 to ",
    "between": "between 1 and ",
    "halves": "half a ",
    "capitals": "Aa ",
    "months": "June 1, ",
    "days": "1 and ",
    "quotes": "'",
    "at signs": "@1 ",
    "links": "http://1",
    "brackets": "(1",
    "plus": "+1",
    "parts": "two-thirds of ",
    "in": "one in ",
    "rates": "1 a day ",
    "years": "2020 ",
    "and": "two hundred and ",
    "the": "of the ",
    "minus": "minus ",
    "units": "km ",
    "comma number": "1, ",
    "aged": "aged ",
    "newlines": "5\n",
    "pounds": "5 pounds ",
    "capital numbers": "Five ",
    "approximations": "about 1 to about ",
    "headline": "Big 5 ",
    "aged numbers": "aged 5, ",
}


def seconds(text: str) -> float:
    start = time.process_time()
    read_quantities(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("stretch", STRETCHES.values(), ids=STRETCHES.keys())
def test_time_grows_with_length_and_no_faster(stretch: str) -> None:
    size = 4_000
    small = min(seconds(stretch * (size // len(stretch))) for _ in range(2))
    large = min(seconds(stretch * (4 * size // len(stretch))) for _ in range(2))

    # Four times the text may take four times as long; sixteen would be the mark of a square.
    assert large < 9 * small + 0.05


@pytest.mark.slow
@pytest.mark.parametrize("stretch", ["9", "1,", "a", " ", "-", "more than "])
def test_a_megabyte_of_nonsense_takes_seconds(stretch: str) -> None:
    assert seconds(stretch * (MEGABYTE // len(stretch))) < 15


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00",
        "\ud800",
        "9" * 5_000,
        "9" * 5_000 + "." + "9" * 5_000,
        "1" + ",000" * 2_000,
        "one " + "million " * 50 + "people",
        "10 " + "crore " * 500,
        "في عام ٢٠٢٠ قُتل ٣٠ شخصا",
        "مات ٣٬٠٠٠ جندي",
        "👩‍👩‍👧‍👦 5️⃣ 👍🏽 3👍",
        "5\u0301\u0302 soldiers",
        "٣3٣ soldiers",
        "３，０００ soldiers",
        "¼½¾ of",
        "1/0 of them",
        "0/0 0/1",
        "zero point zero percent",
        "minus zero",
        "about 0",
        "$",
        "US$",
        "between and",
        "from to",
        "-",
        "--5--",
        "5-",
        "1..2..3",
        ".5.",
        "%%%",
        "one in zero",
        "a half of half of a half",
        "²³",
        "IX",
    ],
)
def test_odd_texts_raise_nothing(text: str) -> None:
    for quantity in read_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


def test_full_width_and_arabic_digits_are_read_by_their_value() -> None:
    assert [str(q.value) for q in read_quantities("３,０００ soldiers and ٢٥ tanks")] == [
        "3000",
        "25",
    ]


def test_a_number_in_two_scripts_is_none() -> None:
    assert read_quantities("٣3٣ soldiers") == []


def test_a_serial_number_of_forty_digits_is_none() -> None:
    assert read_quantities("9" * 40 + " soldiers") == []
