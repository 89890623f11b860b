"""Locating a quote: as whole words, and with a sentence for the editor where it fails."""

import time

import pytest

from claims.anchoring import AnchoringError, QuoteAmbiguous, QuoteNotFound, Span, locate

TROOPS = "Kyiv says 13,000 troops. Washington says 3,000 troops. Moscow says “nowhere near 3,000”."


def found(text, quote, **hints):
    span = locate(text, quote, **hints)
    return text[span.start : span.end]


def test_quote_is_found_where_it_stands():
    assert locate(TROOPS, "Washington says 3,000 troops") == Span(25, 53)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("worth €3,000 today", "3,000"),
        ("a 3,000-strong force", "3,000"),
        ("It was 3,000. Then", "3,000"),
        ("It was 3,000, then", "3,000"),
        ("(3,000)", "(3,000)"),
        ("he said: “No.”", "“No.”"),
        ("Mr Biden’s plan", "Biden"),
        ("up by 5%", "5"),
        ("it is _so_ loud", "so"),
        ("军队有三千人", "三千"),
        ("в России 10 000 солдат", "10 000 солдат"),
        ("👍🏽 yes", "👍🏽"),
    ],
)
def test_quote_keeps_to_whole_words(text, quote):
    assert found(text, quote) == quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("13,000", "3,000"),
        ("13,000", "000"),
        ("3,000.5", "3,000"),
        ("3,000,000", "3,000"),
        ("3\u00a0000\u00a0000", "3\u00a0000"),
        ("party", "art"),
        ("at 5m", "5"),
        ("the troop_count field", "troop"),
        ("it is \u22125 degrees", "5 degrees"),
        ("I can’t say", "I can"),
        ("q\u0307", "q"),
        ("👍🏽", "👍"),
        ("п’ять", "ять"),
    ],
)
def test_quote_that_cuts_a_word_or_a_figure_is_refused(text, quote):
    with pytest.raises(QuoteNotFound, match="only part of"):
        locate(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("he said “it’s over”", 'said "it\'s over"'),
        ('he said "it\'s over"', "said “it’s over”"),
        ("3,000\u00a0troops left", "3,000 troops left"),
        ("3,000 troops  \n left", "3,000\ttroops left"),
        ("a  b   c d", "b c"),
        ("café closed", "cafe\u0301"),
    ],
)
def test_typography_and_white_space_do_not_matter(text, quote):
    span = locate(text, f"  {quote}\n")

    assert text[span.start : span.end] in text
    assert text[span.start : span.end].split()[-1][-1] == text[span.end - 1]
    assert len(text[span.start : span.end].split()) == len(quote.split())


def test_repeated_quote_is_ambiguous_and_says_how_often():
    with pytest.raises(
        QuoteAmbiguous, match=r"stands in the text 2 times.*prefix.*suffix"
    ) as error:
        locate(TROOPS, "3,000")

    assert error.value.count == 2


def test_overlapping_places_are_counted():
    with pytest.raises(QuoteAmbiguous) as error:
        locate("ha ha ha", "ha ha")

    assert error.value.count == 2


@pytest.mark.parametrize(
    ("hints", "start"),
    [
        ({"prefix": "Washington says "}, 41),
        ({"prefix": "Washington says"}, 41),
        ({"prefix": "nowhere near "}, 81),
        ({"suffix": " troops"}, 41),
        ({"suffix": '".'}, 81),
        ({"start": 81}, 81),
        ({"start": 41}, 41),
        ({"start": 40}, 41),
        ({"end": 86}, 81),
        ({"start": 81, "end": 86}, 81),
    ],
)
def test_context_or_offset_chooses_among_several_places(hints, start):
    assert locate(TROOPS, "3,000", **hints) == Span(start, start + 5)


def test_context_that_fits_nowhere_leaves_it_ambiguous():
    with pytest.raises(QuoteAmbiguous, match="never with these words around it"):
        locate(TROOPS, "3,000", prefix="Seoul says ")


def test_offset_near_two_places_leaves_it_ambiguous():
    with pytest.raises(QuoteAmbiguous):
        locate(TROOPS, "says", start=20)


def test_wrong_context_does_not_hide_the_only_place():
    assert found(TROOPS, "Moscow", prefix="x", suffix="y") == "Moscow"


def test_wrong_offsets_say_what_stands_there():
    with pytest.raises(QuoteNotFound, match="offsets 10 to 16 the text has “13,000”, not “3,000”"):
        locate(TROOPS, "3,000", start=10, end=16)


def test_right_offsets_that_cut_a_figure_are_refused():
    with pytest.raises(QuoteNotFound, match="“3,000” is only part of “13,000”"):
        locate(TROOPS, "3,000", start=11, end=16)


def test_start_that_cuts_a_figure_does_not_move_elsewhere():
    with pytest.raises(QuoteNotFound, match="only part of “13,000”"):
        locate("13,000 or 3,000", "3,000", start=1)


def test_offsets_around_white_space_give_the_words_alone():
    assert locate("a  b  c", " b ", start=1, end=6) == Span(3, 4)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (0, 1000)])
def test_offsets_outside_the_text_are_refused(start, end):
    with pytest.raises(QuoteNotFound, match="outside the text"):
        locate(TROOPS, "Kyiv", start=start, end=end)


def test_words_that_end_before_they_start_are_refused():
    with pytest.raises(QuoteNotFound, match="end at 2, before they start at 4"):
        locate(TROOPS, "Kyiv", start=4, end=2)


@pytest.mark.parametrize("quote", ["", "  \n", "\ufeff"])
def test_empty_quote_is_refused(quote):
    with pytest.raises(QuoteNotFound, match="quote is empty"):
        locate(TROOPS, quote)


def test_words_that_are_not_there_are_refused():
    with pytest.raises(QuoteNotFound, match="“Seoul” are not in the text"):
        locate(TROOPS, "Seoul")


def test_words_in_other_capitals_are_refused_with_that_reason():
    with pytest.raises(QuoteNotFound, match="other capital letters"):
        locate(TROOPS, "washington SAYS")


def test_every_refusal_is_an_anchoring_error_and_a_value_error():
    assert issubclass(QuoteNotFound, AnchoringError)
    assert issubclass(QuoteAmbiguous, AnchoringError)
    assert issubclass(AnchoringError, ValueError)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("lorem ipsum dolor " * 55_000, "ipsum lorem"),
        ("a " * 500_000, "a " * 250_000),
        ("a" + " " * 1_000_000 + "b", "a b c"),
        ("é" * 1_000_000, "é"),
    ],
)
def test_a_megabyte_takes_no_more_than_seconds(text, quote):
    began = time.process_time()

    with pytest.raises(AnchoringError):
        locate(text, quote)

    assert time.process_time() - began < 10
