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
    ],
)
def test_no_unit_is_made_of_words_that_are_none(text: str, unit: str | None) -> None:
    (quantity,) = read_quantities(f"It counted {text}.")

    assert quantity.unit == unit
