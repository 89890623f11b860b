"""The example articles: every sentence with a figure, and who says it, as we read them."""

import pytest

from claims.anchoring import normalise
from claims.quantities import read_quantities
from claims.suggestions import Suggestion, suggest
from seeds.troops.article import TEXT
from tests.claims.quantities.support import SHARED, needs_shared_data

# Words of the sentence, from the figure on, and who says it; None is the article itself.
EXAMPLE = [
    ("hundreds of thousands dead and wounded", None),
    ("thousands of troops from North Korea", None),
    ("thousands of North Korean soldiers", "Ukraine, the US and South Korea"),
    ("hundreds of thousands of Russian soldiers", "I Want to Live"),
    ("10,000 North Korean troops", "Ukrainian and South Korean intelligence"),
    ("putting the number at 3,000", "US intelligence"),
    ("nowhere near 3,000", "Russian military sources"),
    ("100 years", None),
    ("thousands of North Korea troops", "Volodymyr Zelensky"),
    ("some 2,600 troops", "Kyrylo Budanov"),
    ("a couple of days", "Kyrylo Budanov"),
    ("the past two years", None),
    ("more than 13,000 containers", None),
    ("thousands of soldiers from North Korea", "Justin Crump"),
    ("another five year term", "Alexander Lukashenko"),
]
OURS = [
    ("at least four figures", None),
    ("Two capitals", None),
    ("thousands of North Korean troops", "Ukraine, the United States and South Korea"),
    ("10,000 North Korean troops", "Glib Voloskyi"),
    ("a much lower figure: 3,000", "US intelligence"),
    ("nowhere near 3,000", "Russian military sources"),
    ("some 2,600 North Korean troops", "Kyrylo Budanov"),
    ("A couple of days", "Kyrylo Budanov"),
    ("for two years", None),
    ("more than 13,000 containers", None),
    ("thousands of foreign soldiers", "Justin Crump"),
    ("hundreds of thousands of casualties", None),
]


def suggestion_at(suggestions: list[Suggestion], words: str) -> Suggestion | None:
    return next((each for each in suggestions if words in each.quote), None)


@pytest.fixture(scope="module")
def example() -> str:
    return normalise((SHARED / "articles" / "north-korean-troops.txt").read_text(encoding="utf-8"))


@needs_shared_data
def test_finds_every_sentence_of_the_example_that_has_a_figure(example: str) -> None:
    suggestions = suggest(example)

    for figure in read_quantities(example):
        assert any(each.start <= figure.start < each.end for each in suggestions), figure.text


@needs_shared_data
@pytest.mark.parametrize(("words", "speaker"), EXAMPLE)
def test_names_the_speaker_of_each_figure_of_the_example(
    example: str, words: str, speaker: str | None
) -> None:
    suggestion = suggestion_at(suggest(example), words)

    assert suggestion is not None
    assert suggestion.speaker == speaker


@needs_shared_data
def test_sees_who_denies_in_the_example(example: str) -> None:
    denied = {each.speaker for each in suggest(example) if each.stance == "denies"}
    insisted = suggestion_at(suggest(example), "dismissed the claims as fabrications")

    assert denied == {"Alexander Lukashenko"}
    assert insisted is not None
    assert [(voice.names, voice.stance) for voice in insisted.voices] == [
        (("Ukraine", "US", "South Korea"), "asserts"),
        (("Moscow", "Pyongyang"), "denies"),
    ]


def test_finds_every_sentence_of_ours_that_has_a_figure() -> None:
    suggestions = suggest(TEXT)

    for figure in read_quantities(TEXT):
        assert any(each.start <= figure.start < each.end for each in suggestions), figure.text


@pytest.mark.parametrize(("words", "speaker"), OURS)
def test_names_the_speaker_of_each_figure_of_ours(words: str, speaker: str | None) -> None:
    suggestion = suggestion_at(suggest(TEXT), words)

    assert suggestion is not None
    assert suggestion.speaker == speaker


def test_sees_who_denies_in_ours() -> None:
    denied = {each.speaker for each in suggest(TEXT) if each.stance == "denies"}

    assert denied == {"Moscow and Pyongyang", "Alexander Lukashenko"}


def test_keeps_figures_before_words_without_any() -> None:
    with_figures = [bool(each.figures) for each in suggest(TEXT)]

    assert with_figures == sorted(with_figures, reverse=True)
