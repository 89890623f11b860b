"""Which units mean one thing, and which only look alike."""

from decimal import Decimal

import pytest

from claims.quantities import same_unit
from claims.quantities.same_unit import unit_key, words_for
from claims.quantities.scale_of_units import dimension_of, factor_of, kept_scales, scale_as_written
from claims.quantities.unit_names import UNIT_BY_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldiers", "troops"),
        ("servicemen", "Troops"),
        ("service members", "military personnel"),
        ("persons", "people"),
        ("individuals", "people"),
        ("inhabitants", "residents"),
        ("dead", "deaths"),
        ("killed", "fatalities"),
        ("houses", "dwellings"),
        ("housing units", "homes"),
        ("apartments", "flats"),
        ("lorries", "trucks"),
        ("%", "percent"),
        ("per cent", "percentage"),
        ("euros", "EUR"),
        ("€", "eur"),
        ("US dollars", "USD"),
        ("A$", "AUD"),
        ("Swiss francs", "CHF"),
        ("pence", "penny"),
        ("RMB", "yuan"),
        ("metric tons", "tonne"),
    ],
)
def test_these_mean_the_same(one: str, other: str) -> None:
    assert same_unit(one, other)
    assert dimension_of(one) == dimension_of(other)
    assert factor_of(one) == factor_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wounded", "killed"),
        ("casualties", "deaths"),
        ("victims", "deaths"),
        ("troops", "people"),
        ("troops", "fighters"),
        ("troops", "personnel"),
        ("troops", "members"),
        ("servicewomen", "troops"),
        ("residents", "people"),
        ("households", "homes"),
        ("flats", "houses"),
        ("posts", "jobs"),
        ("workers", "jobs"),
        ("cars", "vehicles"),
        ("tons", "tonnes"),
        ("percent", "percentage points"),
        ("dollars", "A$"),
        ("cents", "pence"),
        ("pounds", "GBP"),
        ("share", "shares"),
    ],
)
def test_these_are_only_related(one: str, other: str) -> None:
    assert dimension_of(one) != dimension_of(other) or factor_of(one) != factor_of(other)


@pytest.mark.parametrize("name", UNIT_BY_NAME)
def test_each_other_name_is_found_as_it_stands_and_leads_to_a_unit_in_one_step(name: str) -> None:
    unit = UNIT_BY_NAME[name]

    assert unit_key(name) == name
    assert UNIT_BY_NAME.get(unit, unit) == unit


@pytest.mark.parametrize("name", UNIT_BY_NAME)
def test_what_is_kept_under_any_name_is_found_by_its_unit(name: str) -> None:
    kept = scale_as_written(name)

    factors = {scale.dimension: scale.factor for scale in kept_scales(UNIT_BY_NAME[name])}

    assert factors[kept.dimension] * factor_of(name) == kept.factor * factor_of(UNIT_BY_NAME[name])


def test_a_bound_is_converted_to_what_is_kept_under_each_name() -> None:
    found = {scale.dimension: scale.factor for scale in kept_scales("percent")}

    assert (found["proportion"], found["%"]) == (Decimal("0.01"), Decimal(1))


def test_a_unit_without_other_names_is_kept_under_its_own() -> None:
    assert kept_scales("bridges") == [("bridge", 1)]
    assert kept_scales("km") == [("length", 1000)]


def test_only_single_words_say_a_unit() -> None:
    troops = {"troop", "soldier", "serviceman", "servicemen", "servicemember"}
    assert words_for("service members") == troops
    assert words_for("bridges") == frozenset()
