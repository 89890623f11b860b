"""What stands between a number and the noun that it counts, and hides no unit."""

import pytest

from claims.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "unit", "qualifier"),
    [
        ("8,000 North Korean soldiers", "soldiers", "North Korean"),
        ("3,000 additional Russian troops", "troops", "Russian"),
        ("another 3,000 US troops", "troops", "US"),
        ("3,000 newly arrived troops", "troops", "newly arrived"),
        ("2,000 US and South Korean troops", "troops", "US and South Korean"),
        ("11,000 special forces soldiers", "soldiers", "special forces"),
        ("200 IT workers", "workers", "IT"),
        ("10,000 North Korean military personnel", "military personnel", "North Korean"),
        ("about 10,000 US service members", "service members", "US"),
        ("one service member", "service member", None),
        ("400 new housing units", "housing units", None),
        ("5,000 forces officials", "officials", "forces"),
        ("300 IS fighters", "fighters", "IS"),
        ("1,000 NHS staff", "staff", "NHS"),
        ("10,000 AIDS patients", "patients", "AIDS"),
        ("500 Dallas police officers", "officers", "Dallas police"),
        ("2,000 Los Angeles County deputies", "deputies", "Los Angeles County"),
        ("1,200 United Nations peacekeepers", "peacekeepers", "United Nations"),
        ("31 M1 Abrams tanks", "tanks", "M1 Abrams"),
        ("12 M777 howitzers", "howitzers", "M777"),
        ("30 AS90 guns", "guns", "AS90"),
        ("14 British Challenger 2 tanks", "tanks", "British Challenger 2"),
        ("two Leopard 2 tanks", "tanks", "Leopard 2"),
        ("5 New Zealand soldiers", "soldiers", "New Zealand"),
        ("3,000 North Koreans", "North Koreans", None),
        ("1,200 Israelis", "Israelis", None),
        ("600 dead and wounded", "dead and wounded", None),
        ("600 Russian dead or missing", "dead or missing", "Russian"),
        ("600 killed and wounded troops", "killed and wounded", None),
    ],
)
def test_words_before_it_hide_no_unit(text: str, unit: str, qualifier: str | None) -> None:
    (quantity,) = read_quantities(f"It counted {text} in May.")

    assert (quantity.unit, quantity.unit_text, quantity.qualifier) == (unit, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("3,000 of us left", None),
        ("3,000 told us troops had left", None),
        ("20,000 civil service personnel", "personnel"),
        ("100 Secret Service members", "members"),
        ("30 military personnel carriers", "carriers"),
        ("3,000 in Berlin and Paris", None),
        ("3,000 Germans and French workers", "Germans"),
        ("3,000 Palestinians facing charges", "Palestinians"),
        ("40 Democrats that support sanctions", "Democrats"),
        ("300 MPs demand answers", "MPs"),
        ("300 Palestinians 20 permits", "Palestinians"),
        ("50 dead and 120 injured people", "dead"),
    ],
)
def test_no_unit_is_made_of_words_that_are_none(text: str, unit: str | None) -> None:
    quantity, *_ = read_quantities(f"It counted {text}.")

    assert quantity.unit == unit


def test_so_many_of_whom_a_rate_is_told_are_counted_by_nobody() -> None:
    (quantity,) = read_quantities("There were 12 deaths per 100,000 people.")

    assert (quantity.unit, quantity.per) == ("deaths", "100,000 people")
