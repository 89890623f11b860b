"""How figures relate: what contradicts what, by how much, and what must not be compared."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import Relation, any_disjoint, compare, groups
from claims.quantities import Quantity, read_quantities


def figure(text: str, unit: str | None = None) -> Quantity:
    """The one figure of a text, its unit filled in where the text leaves it to the reader."""
    (quantity,) = read_quantities(text)
    return quantity.with_unit(unit) if unit and quantity.unit is None else quantity


def relation(a: str, b: str, unit: str | None = None) -> Relation:
    return compare(figure(a, unit), figure(b, unit))


def ratio_of(found: Relation) -> tuple[str, Decimal | None, bool]:
    return found.relation, found.ratio, found.ratio_is_bound


def test_two_counts_contradict_and_say_by_how_much() -> None:
    found = relation("10,000 troops", "3,000 troops")

    assert ratio_of(found) == ("disjoint", Decimal("3.33"), False)
    assert found.reason == (
        "10,000 troops and 3,000 troops cannot both be true: the larger is 3.33 times the smaller."
    )


def test_a_bound_makes_the_ratio_a_bound() -> None:
    found = compare(figure("10,000 troops"), figure("nowhere near 3,000", "troops"))

    assert ratio_of(found) == ("disjoint", Decimal("3.33"), True)
    assert "more than 3.33 times" in found.reason


def test_an_open_end_excludes_its_number() -> None:
    assert relation("3,000 troops", "nowhere near 3,000 troops").relation == "disjoint"
    assert relation("3,000 troops", "at least 3,000 troops").relation == "compatible"


@pytest.mark.parametrize("count", ["1,000", "3,000", "10,000", "more than 10,000"])
def test_an_order_of_magnitude_contradicts_nothing_it_touches(count: str) -> None:
    assert relation("thousands of troops", f"{count} troops").relation == "compatible"


def test_an_order_of_magnitude_contradicts_what_is_far_away() -> None:
    found = relation("thousands of troops", "30,000 troops")

    assert ratio_of(found) == ("disjoint", Decimal("3.00"), True)


def test_another_question_is_never_compared() -> None:
    found = compare(figure("10,000 troops"), figure("some 2,600 troops"), same_question=False)

    assert (found.relation, found.ratio) == ("incomparable", None)
    assert found.reason == "10,000 troops and about 2,600 troops answer different questions."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("5%", "5 percentage points"),
        ("£5m", "$5m"),
        ("5 cents", "5 pence"),
        ("10,000 troops", "10,000 tanks"),
        ("10,000 troops", "10,000 people"),
        ("50 dead", "50 wounded"),
        ("50 deaths", "50 casualties"),
        ("5,000 people", "5,000 residents"),
        ("1,200 jobs", "1,200 posts"),
        ("300 cars", "300 vehicles"),
        ("10 tonnes", "10 tons"),
        ("10,000 troops", "10,000"),
        ("several troops", "10,000 troops"),
        ("$5 a day", "$5"),
        ("five years", "aged 5"),
        ("an average of 10 miles", "10 miles"),
        ("three times", "3 troops"),
        ("20 degrees Celsius", "20 degrees Fahrenheit"),
    ],
)
def test_what_measures_different_things_is_incomparable(a: str, b: str) -> None:
    found = relation(a, b)

    assert (found.relation, found.ratio) == ("incomparable", None)
    assert (found.reason.endswith(".") and found.reason[0].isupper()) or found.reason[0].isdigit()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("10,000 troops", "ten thousand troops"),
        ("5 km", "5,000 m"),
        ("5 miles", "8 km"),
        ("a third of voters", "33%"),
        ("half of voters", "50 per cent"),
        ("150p", "£1.50"),
        ("more than 3,000 troops", "over 3,000 troops"),
        ("one year", "12 months"),
        ("about 500 people", "roughly 500 people"),
        ("thousands of troops", "thousands of troops"),
        ("100 basis points", "1 percentage point"),
        ("8,000 North Korean soldiers", "8,000 troops"),
        ("3,000 additional Russian troops", "3,000 Russian service members"),
        ("3,000 U.S. troops", "3,000 American soldiers"),
        ("2,000 US and South Korean troops", "2,000 South Korean and US troops"),
        ("at least 50 dead", "at least 50 fatalities"),
        ("400 new homes", "400 dwellings"),
        ("5 per cent", "5%"),
        ("€5 million", "5 million euros"),
    ],
)
def test_says_the_same_in_other_words(a: str, b: str) -> None:
    assert relation(a, b).relation == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("about 10,000 troops", "9,000 troops"),
        ("between 5 and 10 people", "7 people"),
        ("up to 500 people", "more than 100 people"),
        ("a third of voters", "35%"),
        ("fewer than 100 people", "99 people"),
    ],
)
def test_can_both_be_true(a: str, b: str) -> None:
    found = relation(a, b)

    assert (found.relation, found.ratio) == ("compatible", None)


@pytest.mark.parametrize(
    ("a", "b", "least"),
    [
        ("about 9,000 troops", "nowhere near 3,000 troops", "2.66"),
        ("about 9,000 troops", "more than 20,000 troops", "2.00"),
        ("about 9,000 troops", "at most 3,000 troops", "2.66"),
    ],
)
def test_a_bound_beside_an_approximate_figure_holds_for_all_that_it_may_be(
    a: str, b: str, least: str
) -> None:
    assert ratio_of(relation(a, b)) == ("disjoint", Decimal(least), True)


def test_without_values_the_ratio_is_the_gap_between_the_nearest_ends() -> None:
    found = relation("between 10 and 20 people", "between 50 and 60 people")

    assert ratio_of(found) == ("disjoint", Decimal("2.50"), True)


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("zero complaints", "5 complaints", "one of them is zero"),
        ("-2%", "3%", "either side of zero"),
        ("20 degrees Celsius", "30 degrees Celsius", "degrees have no ratio"),
    ],
)
def test_no_ratio_where_there_can_be_none(a: str, b: str, why: str) -> None:
    found = relation(a, b)

    assert (found.relation, found.ratio) == ("disjoint", None)
    assert why in found.reason


def test_the_ratio_of_two_losses_is_that_of_their_sizes() -> None:
    assert relation("-2%", "-6%").ratio == Decimal("3.00")


def test_the_two_ends_of_a_change_are_not_a_contradiction() -> None:
    before, after = read_quantities("The tax was cut from 25% to 20%.")

    assert compare(before, after).relation == "incomparable"


@pytest.mark.parametrize(
    "sentence",
    [
        "Inflation slowed to 2.6% from 2.8%.",
        "Unemployment fell to 4.1 per cent, from 4.3 per cent in May.",
        "It rose to 5,400 from 3,100 cases.",
    ],
)
def test_what_it_was_before_is_told_last_as_well(sentence: str) -> None:
    after, before = read_quantities(sentence)

    assert (after.role, before.role) == ("to", "from")
    assert compare(before, after).relation == "incomparable"


def test_what_it_was_before_a_change_contradicts_nothing_that_is_now() -> None:
    before, _ = read_quantities("The tax was cut from 25% to 20%.")
    now = figure("21%")

    assert compare(before, now).relation == compare(now, before).relation == "incomparable"
    assert not any_disjoint([before, now])


def test_groups_the_story_of_the_example_article() -> None:
    positions = [
        figure("10,000 troops"),
        figure("3,000 troops"),
        figure("nowhere near 3,000", "troops"),
        figure("thousands of troops"),
        figure("several troops"),
    ]

    assert groups(positions) == [[2, 3], [1, 3], [0, 3]]


def test_groups_keep_units_apart() -> None:
    positions = [figure("5%"), figure("5 people"), figure("6%"), figure("more than 4 people")]

    assert groups(positions) == [[0], [2], [1, 3]]


def test_groups_go_by_what_units_mean() -> None:
    positions = [figure("8,000 soldiers"), figure("10,000 troops"), figure("over 9,000 servicemen")]

    assert groups(positions) == [[0], [1, 2]]


def test_a_contradiction_keeps_both_words() -> None:
    found = relation("8,000 North Korean soldiers", "10,000 troops")

    assert ratio_of(found) == ("disjoint", Decimal("1.25"), False)
    assert found.reason.startswith("8,000 soldiers and 10,000 troops cannot both be true")


def test_groups_of_nothing_are_none() -> None:
    assert groups([]) == []


@pytest.mark.parametrize(
    ("a", "b", "counted"),
    [
        ("3,000 US troops", "10,000 North Korean troops", "US troops; North Korean troops"),
        ("3,000 US troops", "3,000 North Korean soldiers", "US troops; North Korean soldiers"),
        ("500 French and Polish tanks", "90 Polish tanks", "French and Polish tanks; Polish tanks"),
        ("300 French soldiers", "2,000 European soldiers", "French soldiers; European soldiers"),
        ("10,000 foreign troops", "12,000 Cuban troops", "foreign troops; Cuban troops"),
        ("200 US-led troops", "300 US troops", "US-led troops; US troops"),
        ("80 ethnic German voters", "90 German voters", "ethnic German voters; German voters"),
        ("50 civilian deaths", "900 military deaths", "civilian deaths; military deaths"),
        ("70 confirmed cases", "800 suspected cases", "confirmed cases; suspected cases"),
        ("400 rebel fighters", "900 government fighters", "rebel fighters; government fighters"),
    ],
)
def test_who_is_counted_is_never_compared_with_others(a: str, b: str, counted: str) -> None:
    found = relation(a, b)

    assert (found.relation, found.ratio) == ("incomparable", None)
    assert found.reason.endswith(f" count different things: {counted}.")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3,000 US troops", "10,000 troops"),
        ("3,000 US troops", "10,000 American soldiers"),
        ("3,000 US troops", "10,000 newly arrived troops"),
        ("50 civilian deaths", "900 Ukrainian deaths"),
        ("50 Ukrainian civilian deaths", "900 civilian deaths"),
    ],
)
def test_who_is_counted_by_one_figure_only_parts_none(a: str, b: str) -> None:
    assert relation(a, b).relation == "disjoint"


def test_groups_part_those_who_are_told_apart_and_keep_the_others_in_each() -> None:
    positions = [
        figure("3,000 US troops"),
        figure("10,000 North Korean troops"),
        figure("thousands of troops"),
        figure("11,000 North Korean soldiers"),
        figure("20,000 troops"),
    ]

    assert groups(positions) == [[0, 2], [1, 2], [3], [4]]
    assert any_disjoint(positions)
    assert not any_disjoint(positions[:3])


HEDGES = ["", "about", "more than", "at least", "fewer than", "up to", "nearly", "just over"]
counts = st.builds(
    lambda hedge, number: figure(f"{hedge} {number} troops"),
    st.sampled_from(HEDGES),
    st.integers(min_value=2, max_value=60),
)


@given(counts, counts)
def test_comparing_is_symmetrical(a: Quantity, b: Quantity) -> None:
    one, other = compare(a, b), compare(b, a)

    assert (one.relation, one.ratio, one.ratio_is_bound) == (
        other.relation,
        other.ratio,
        other.ratio_is_bound,
    )


@given(st.lists(counts, max_size=8))
def test_groups_are_the_maximal_sets_without_a_contradiction(positions: list[Quantity]) -> None:
    agree = {
        pair
        for pair in combinations(range(len(positions)), 2)
        if compare(positions[pair[0]], positions[pair[1]]).relation != "disjoint"
    }

    found = groups(positions)

    assert all(pair in agree for group in found for pair in combinations(group, 2))
    assert agree == {pair for group in found for pair in combinations(group, 2)}
    sets = [set(group) for group in found]
    assert not any(one < other for one in sets for other in sets)
    assert set().union(*sets) == set(range(len(positions)))


def test_a_bound_at_the_figure_itself_gives_no_ratio() -> None:
    found = relation("3,000 troops", "nowhere near 3,000 troops")

    assert ratio_of(found) == ("disjoint", None, False)
    assert "one begins where the other ends" in found.reason


WHOSE = ["", "", "US", "American", "North Korean", "US and North Korean", "civilian", "military"]
told_apart = st.builds(
    lambda hedge, number, whose, sort: figure(f"{hedge} {number} {whose} {sort} workers"),
    st.sampled_from(HEDGES),
    st.integers(min_value=2, max_value=30),
    st.sampled_from(WHOSE[:-2]),
    st.sampled_from(["", *WHOSE[-2:]]),
)


@given(st.lists(told_apart, max_size=8))
def test_groups_are_the_maximal_sets_that_compare_without_a_contradiction(
    positions: list[Quantity],
) -> None:
    relations = {
        pair: compare(positions[pair[0]], positions[pair[1]]).relation
        for pair in combinations(range(len(positions)), 2)
    }
    agree = {pair for pair, each in relations.items() if each in {"same", "compatible"}}

    found = groups(positions)

    assert agree == {pair for group in found for pair in combinations(group, 2)}
    sets = [set(group) for group in found]
    assert not any(one <= other for one, other in combinations(sets, 2))
    assert not any(other <= one for one, other in combinations(sets, 2))
    assert set().union(*sets) == set(range(len(positions)))
    assert any_disjoint(positions) == ("disjoint" in relations.values())
