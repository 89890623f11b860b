"""The headline is right in every case."""

import pytest

from claims.chart.sentences import headline
from tests.claims.chart.positions import attribution, disagreement, position, troops


def said(*figures, **options):
    return " ".join(headline(disagreement(*(position(each, "A") for each in figures), **options)))


def test_the_story_is_told_in_four_sentences():
    assert headline(troops()) == [
        "Three figures, no two of which can both be true.",
        "More than 3.33× between the ends.",
        "“Thousands of troops”, denied by Russia and North Korea, contradicts none of them.",
        "Four independent sources.",
    ]


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([], "No claim answers this question yet."),
        (["3,000 troops"], "Only one figure is given. From one source."),
        (["several troops"], "One figure, too vague to compare. From one source."),
        (["several troops", "a few troops"], "Two figures, all too vague to compare."),
        (["3,000 troops", "several troops"], "One clear figure. “Several troops” is too vague"),
        (["93 troops", "93 troops"], "Two claims, both with the same figure."),
        (["93 troops", "93 troops", "93 troops"], "Three claims, all with the same figure."),
        (["3,000 troops", "thousands of troops"], "Two figures that can both be true."),
        (["3,000 troops", "about 3,100 troops", "2,000 to 4,000 troops"],
         "Three figures that can all be true."),
        (["10,000 troops", "3,000 troops"],
         "Two figures that cannot both be true. 3.33× apart."),
        (["10,000 troops", "at most 3,000 troops"], "At least 3.33× apart."),
        (["10,000 troops", "10,000 troops", "3,000 troops"],
         "Two figures that cannot both be true. 3.33× apart."),
        (["10,000 troops", "4,000 troops", "2,000 troops"],
         "Three figures, no two of which can both be true. 5× between the ends."),
        (["10,000 troops", "2,000 to 4,000 troops", "3,000 to 5,000 troops"],
         "Three figures that cannot all be true."),
        (["10,000 troops", "3,000 troops", "thousands of troops", "at least 2,000 troops"],
         "Two more contradict none of them."),
        (["10,000 troops", "an average of 3,000 troops"],
         "Two figures; not all of them can be compared, and none contradicts another."),
        (["10,000 troops", "3,000 troops", "an average of 3,000 troops"],
         "“An average of 3,000 troops” is not comparable with all of them."),
        (["1,000,000 troops", "3 troops"], "333,333× apart."),
        (["5,000,000 troops", "3 troops"], "1.7 million× apart."),
        (["3,000 troops", "3,010 troops"], "Two figures that cannot both be true. Both from"),
        (["3,000 troops", "3,100 troops"], "1.03× apart."),
    ],
)  # fmt: skip
def test_what_figures_come_to(figures, sentence):
    assert sentence in said(*figures)


@pytest.mark.parametrize("figures", [["zero percent", "5 percent"], ["-3 percent", "5 percent"]])
def test_where_there_is_no_ratio_none_is_given(figures):
    assert said(*figures) == "Two figures that cannot both be true. Both from one source."


def test_without_a_figure_it_says_how_many_answer():
    found = disagreement(without=[position(None, "Russia")])

    assert headline(found) == ["One claim answers this question, without a figure."]


def test_who_denies_everything_is_named_after_the_sources():
    found = disagreement(
        position("10,000 troops", "A", denied_by=["Moscow", "Pyongyang"]),
        position("3,000 troops", "B", denied_by=["Moscow", "Pyongyang"]),
    )

    assert headline(found)[-1] == "Two independent sources; denied by Moscow and Pyongyang."


def test_a_denial_of_one_figure_is_not_made_one_of_all():
    found = disagreement(
        position("10,000 troops", "A", denied_by=["B"]), position("3,000 troops", "B")
    )

    assert headline(found)[-1] == "Two independent sources; “10,000 troops” denied by B."


def test_a_figure_nobody_is_named_for_has_no_source():
    found = disagreement(position("10,000 troops", attribution("Moscow", "doubts")))

    assert headline(found)[-1] == "No source is named."
