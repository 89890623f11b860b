"""The chart as a document: well formed, escaped, accessible, and true to the comparison."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from claims.chart import STYLE, chart_of
from claims.chart.figures import in_its_words
from tests.claims.chart.positions import attribution, disagreement, position, troops
from tests.claims.chart.strategies import found_on, questions

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = [360, 900, 1200]


def drawn(found, **options):
    return ElementTree.fromstring(chart_of(found, **options))


def words_in(chart):
    return " ".join("".join(text.itertext()) for text in chart.iter(f"{SVG}text"))


def first(chart, name):
    return chart.find(f"{SVG}{name}")


@pytest.mark.slow
@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
@settings(max_examples=40, deadline=None)
@given(question=questions())
def test_any_disagreement_is_well_formed_and_without_inline_style(question, width, inline):
    chart = drawn(found_on(question), width=width, inline=inline)

    assert chart.tag == f"{SVG}svg"
    assert not any("style" in element.attrib for element in chart.iter())
    assert not list(chart.iter(f"{SVG}script"))


@pytest.mark.parametrize("width", WIDTHS)
def test_markup_in_names_stays_words(width):
    name = "<script>alert('1')</script> & Sons"
    found = disagreement(position("300 troops", name), text="How many <b>troops</b>?")

    chart = drawn(found, width=width)

    assert name in words_in(chart)
    assert first(chart, "title").text == "How many <b>troops</b>?"


def test_control_characters_in_names_are_left_out():
    found = disagreement(position("300 troops", "US\x00 intelli\x1bgence\ufffe\nof\x85 old"))

    assert "US intelligence of old" in words_in(drawn(found))


def test_a_name_from_right_to_left_does_not_reorder_its_neighbours():
    found = disagreement(position("300 troops", "عمر", "ليلى"))

    assert "\u2068عمر\u2069 and \u2068ليلى\u2069" in words_in(drawn(found))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_positions_words_appear(width):
    found = troops()

    words = words_in(drawn(found, width=width))

    for each in found.positions:
        assert in_its_words(each.quantity) in words
    assert "3,000 [troops]" in words
    assert "Ukrainian and South Korean" in words
    assert "Denied by Russia and North Korea" in words
    assert words.count("Disputed") == 3


def test_twenty_five_positions_all_have_a_row():
    numbers = [3_000 + 217 * each * each for each in range(25)]
    found = disagreement(*(position(f"{number:,} troops") for number in sorted(numbers)[::-1]))

    words = words_in(drawn(found, width=360))

    assert all(f"{number:,} troops" in words for number in numbers)


def test_the_ratio_in_the_picture_is_the_comparisons():
    found = troops()

    words = words_in(drawn(found, width=1200))

    assert str(found.spread.relation.ratio) == "3.33"
    assert "More than 3.33× between the ends." in words
    assert "cannot both be true: 3.33×" in words


def test_a_narrower_question_stands_below_with_the_reason():
    words = words_in(drawn(troops(), width=1200))

    assert "Not compared: some 2,600 troops (Kyrylo Budanov, via The War Zone)." in words
    assert "asks about a part of it, so its figures are not compared with these." in words
    assert "3.8" not in words


def test_why_figures_of_the_picture_are_not_compared_stands_below():
    found = disagreement(
        *(position(each, "A") for each in ("10,000 North Korean troops", "3,000 US troops")),
        position("several troops", "B"),
    )

    words = words_in(drawn(found, width=1200))

    assert "not comparable with each other" in words
    assert words.count("count different things: North Korean troops; US troops.") == 1
    assert "such as" not in words


def test_a_claim_without_a_figure_stands_below():
    found = disagreement(
        position("300 troops", "US"), without=[position(None, attribution("Moscow"))]
    )

    words = words_in(drawn(found))

    assert "Not compared: “Nobody is there” (Moscow), since it gives no figure." in words


def test_title_and_description_tell_those_who_do_not_see_it():
    chart = drawn(troops())

    title, description = first(chart, "title"), first(chart, "desc")
    assert chart.get("role") == "img"
    assert chart.get("aria-labelledby") == title.get("id")
    assert chart.get("aria-describedby") == description.get("id")
    assert title.text == "How many North Korean troops are in Russia?"
    assert "Three figures, no two of which can both be true." in description.text
    assert (
        "Cannot be true with nowhere near 3,000 [troops] (more than 3.33×), 3,000"
        in description.text
    )
    assert "Verdict: Disputed." in description.text
    assert "some 2,600 troops" in description.text


def test_alone_it_carries_the_style_sheet_and_inside_a_page_it_does_not():
    alone, inside = drawn(troops()), drawn(troops(), inline=True)

    assert first(alone, "style").text == STYLE
    assert first(inside, "style") is None
    assert not [rect for rect in inside.iter(f"{SVG}rect") if rect.get("class") == "ground"]


def test_every_class_has_a_rule_and_every_rule_a_class():
    found = disagreement(
        position("5,000 troops", "A", rating="true"),
        position("an average of 4,000 troops", "A", rating="mostly-true"),
        position("about 3,000 troops", "A", rating="mixed"),
        position("between 5 and 7 troops", "A", rating="mostly-false"),
        position("more than 9,000 troops", "A", rating="false"),
        position("at most 2,000 troops", "A", rating="missing-context"),
        position("hundreds of troops", "A", rating="unproven"),
        position("6 troops", "A", rating="our-own"),
        related=troops().related,
    )
    charts = [drawn(found), drawn(troops())]

    used = {
        name
        for chart in charts
        for element in chart.iter()
        for name in element.get("class", "").split()
    }
    ruled = set(re.findall(r"\.([a-z][a-z0-9-]*)", STYLE))
    assert used - {"glyph", "fade-1"} == ruled


def test_ids_are_unique_and_every_reference_leads_somewhere():
    chart = chart_of(troops())

    ids = re.findall(r' id="([^"]+)"', chart)
    assert len(ids) == len(set(ids)) == 3
    assert set(re.findall(r"url\(#([^)]+)\)", chart)) <= set(ids)


@settings(max_examples=30, deadline=None)
@given(question=questions())
def test_the_same_disagreement_is_drawn_the_same(question):
    assert chart_of(found_on(question)) == chart_of(found_on(question))


def test_the_view_box_is_as_wide_as_asked_and_never_unreadable():
    assert drawn(troops(), width=1200).get("viewBox").startswith("0 0 1200 ")
    assert drawn(troops(), width=10).get("viewBox").startswith("0 0 300 ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("10,000 troops", {"exact"}),
        ("about 10,000 troops", {"approximate"}),
        ("thousands of troops", {"order of magnitude"}),
        ("between 5 and 7 troops", {"range"}),
        ("fewer than 3,000 troops", {"bound, not included", "open end"}),
        ("at least 3,000 troops", {"bound, included", "open end"}),
        ("an average of 12 troops", {"average"}),
        ("several troops", set()),
    ],
)
def test_the_legend_names_the_marks_that_occur_and_no_others(words, said):
    chart = drawn(disagreement(position(words, "A")))

    legend = {text.text for text in chart.iter(f"{SVG}text") if text.get("class") == "legend"}
    assert legend == said


@pytest.mark.parametrize(
    ("words", "shapes"),
    [
        ("10,000 troops", [("circle", "mark")]),
        ("fewer than 3,000 troops", [("circle", "ring")]),
        ("at least 3,000 troops", [("path", "mark")]),
        ("about 40 troops", [("rect", "band"), ("circle", "mark")]),
        ("between 5 and 7 troops", [("line", "bar"), ("circle", "mark"), ("circle", "mark")]),
    ],
)
def test_wordings_differ_in_shape_and_not_in_colour_alone(words, shapes):
    chart = drawn(disagreement(position(words, "A")), inline=True)

    found = [(each.tag.removeprefix(SVG), each.get("class")) for each in chart.iter()]
    kinds = {"mark", "ring", "band", "bar"}
    # Each once in its row and once in the legend.
    assert sorted(each for each in found if each[1] in kinds) == sorted(shapes * 2)
