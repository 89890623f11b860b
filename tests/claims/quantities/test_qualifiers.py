"""What the words between a number and its noun say of those counted, and where they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quantities import read_quantities
from claims.quantities.nations import BY_INITIALS, BY_NAME, BY_RELATION
from claims.quantities.qualifiers import qualifier_in, said_by


def told(qualifier: str) -> list[tuple[str, list[str]]]:
    return [(said.words, sorted(said.meanings)) for said in said_by(qualifier).values()]


@pytest.mark.parametrize(
    ("qualifier", "said"),
    [
        ("US", [("US", ["American"])]),
        ("newly arrived U.S.", [("U.S.", ["American"])]),
        ("of the North Korean", [("North Korean", ["North_Korean"])]),
        ("NORTH KOREAN", [("NORTH KOREAN", ["North_Korean"])]),
        ("US and South Korean", [("US and South Korean", ["American", "South_Korean"])]),
        ("Ukrainian civilian", [("Ukrainian", ["Ukrainian"]), ("civilian", ["civilian"])]),
        ("“Russian”", [("Russian", ["Russian"])]),
        ("United Nations", [("United Nations", ["UN"])]),
        ("ethnic Russian", [("ethnic Russian", ["ethnic Russian"])]),
        ("pro-Russian", [("pro-Russian", ["pro-russian"])]),
        ("full-time", [("full-time", ["full-time"])]),
        ("newly arrived", []),
        ("told us", []),
        ("polish and swiss-army", []),
        ("F-16", []),
        ("ethnic", []),
        ("- () “”", []),
    ],
)
def test_qualifiers_say_whose_those_are_that_are_counted(qualifier: str, said: object) -> None:
    assert told(qualifier) == said


@pytest.mark.parametrize("name", BY_NAME)
def test_each_name_is_read_before_a_noun(name: tuple[str, ...]) -> None:
    words = " ".join(word.capitalize() for word in name)
    (quantity,) = read_quantities(f"It counted 3,000 {words} workers.")

    assert quantity.qualifier == words
    assert told(words) == [(words, [BY_NAME[name]])]


@pytest.mark.parametrize("name", [*BY_INITIALS, *sorted(BY_RELATION)])
def test_each_other_name_is_read_before_a_noun(name: str) -> None:
    (quantity,) = read_quantities(f"It counted 3,000 {name} workers.")

    assert quantity.qualifier == name
    assert [words for words, _ in told(name)] == [name]


@pytest.mark.parametrize("name", sorted(set(BY_INITIALS.values())))
def test_initials_stand_for_a_name_of_the_table(name: str) -> None:
    assert name in BY_NAME.values()


@pytest.mark.parametrize(
    ("quote", "end", "unit", "qualifier"),
    [
        ("3,000 US troops left", 5, "troops", "US"),
        ("3,000 troops left", 5, "troops", None),
        ("3,000 of the\u00a0US troops", 5, "troops", "of the\u00a0US"),
        ("a 12-member council", 4, "member", None),
        ("3,000 menacing US men", 5, "men", "menacing US"),
        ("$5 of troops, who left", 2, "USD", None),
        ("troops numbered 3,000", 21, "troops", None),
        (
            "3,000 left, as one after the other said to those who led the US troops",
            5,
            "troops",
            None,
        ),
        ("20 of the 30 US soldiers", 2, "soldiers", "of the 30 US"),
        ("3,000 and 9,000 US troops", 5, "troops", None),
        ("Kyiv lost 3,000, Moscow lost Russian troops", 15, "troops", None),
        ("3,000 (US troops)", 5, "troops", None),
        ("3,000 F-16 jets", 5, "jets", "F-16"),
        ("14 British Challenger 2 tanks", 2, "tanks", "British Challenger 2"),
        ("3,000 US troops", None, "troops", None),
        ("3,000 US troops", 5, None, None),
        ("3,000 US troops", 99, "troops", None),
    ],
)
def test_a_qualifier_stands_between_a_figure_and_its_noun(
    quote: str, end: int | None, unit: str | None, qualifier: str | None
) -> None:
    assert qualifier_in(quote, end=end, unit=unit) == qualifier


WORDS = """
    US and North Korean Russian newly arrived civilian new military special ethnic Dutch
"""


@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=5).map(" ".join),
    st.sampled_from(["or so", ","]),
)
def test_a_figure_says_the_same_read_and_kept(words: str, after: str) -> None:
    for text in (f"About 3,000 {words} troops", f"3,000 {after} {words} troops"):
        for quantity in read_quantities(text):
            kept = qualifier_in(text, end=quantity.end, unit=quantity.unit)

            assert told(kept or "") == told(quantity.qualifier or "")
