"""Positions that can be true together stand together."""

from claims.chart.arrangement import Gap, Heading, arranged
from claims.chart.figures import in_its_words
from claims.disagreement import Position
from tests.claims.chart.positions import disagreement, position, troops


def outline(found):
    """What stands below what, in words."""
    return [
        in_its_words(item.quantity) if isinstance(item, Position) else f"– {item.words}"
        for item in arranged(found).items
    ]


def bracketed(found):
    return [
        (bracket.column, [in_its_words(each.quantity) for each in bracket.members])
        for bracket in arranged(found).brackets
    ]


def of(*figures):
    return disagreement(*(position(each, "A") for each in figures))


def test_the_story_is_arranged_by_what_contradicts_what():
    assert outline(troops()) == [
        "10,000 troops",
        "– cannot both be true: 3.33×",
        "3,000 [troops]",
        "– cannot both be true",
        "nowhere near 3,000 [troops]",
        "– Contradicts none of these",
        "thousands of troops",
    ]
    assert bracketed(troops()) == []


def test_a_bracket_holds_those_that_can_all_be_true():
    found = of("10,000 troops", "4,200 troops", "about 4,000 troops", "up to 5,000 troops")

    assert bracketed(found) == [
        (0, ["4,200 troops", "about 4,000 troops", "up to 5,000 troops"]),
    ]


def test_a_position_in_two_groups_stands_in_two_brackets():
    found = of("12 to 20 troops", "8 to 13 troops", "4 to 9 troops", "1 to 5 troops")

    assert bracketed(found) == [
        (0, ["12 to 20 troops", "8 to 13 troops"]),
        (1, ["8 to 13 troops", "4 to 9 troops"]),
        (0, ["4 to 9 troops", "1 to 5 troops"]),
    ]
    assert not [item for item in arranged(found).items if isinstance(item, Gap | Heading)]


def test_what_is_all_compatible_is_one_bracket():
    assert bracketed(of("3,000 troops", "thousands of troops")) == [
        (0, ["3,000 troops", "thousands of troops"]),
    ]


def test_a_figure_too_vague_to_compare_stands_last_under_a_heading():
    assert outline(of("several troops", "3,000 troops")) == [
        "3,000 troops",
        "– Too vague to compare",
        "several troops",
    ]


def test_an_average_and_a_figure_are_said_not_to_be_comparable():
    assert outline(of("3,000 troops", "an average of 4,000 troops"))[1] == (
        "– not comparable with each other"
    )


def test_many_gaps_are_lines_without_words():
    found = of(*(f"{number} troops" for number in range(40, 20, -1)))

    gaps = [item for item in arranged(found).items if isinstance(item, Gap)]
    assert len(gaps) == 19
    assert {gap.words for gap in gaps} == {""}


def test_every_position_is_arranged_once():
    found = troops()

    rows = [item for item in arranged(found).items if isinstance(item, Position)]

    assert sorted(map(id, rows)) == sorted(map(id, found.positions))


def test_overlapping_brackets_beyond_four_columns_are_counted():
    found = of(*(f"{low} to {low + 9} troops" for low in range(30, 0, -1)))

    arrangement = arranged(found)

    assert arrangement.columns == 4
    assert len(arrangement.brackets) + arrangement.brackets_left_out == len(found.groups)


def test_figures_of_others_stand_apart_and_one_of_anybody_contradicts_neither():
    found = of("10,000 North Korean troops", "3,000 US troops", "thousands of troops")

    assert outline(found) == [
        "10,000 troops",
        "– not comparable with each other",
        "3,000 troops",
        "– Contradicts none of these",
        "thousands of troops",
    ]
