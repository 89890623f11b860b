"""The words under a highlight are the words of the claim, whatever the text."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from claims.admin.annotated_text import lines
from claims.anchoring import normalise

PIECES = [
    "a",
    "é",
    "e\u0301",
    "😀",
    "👩‍👩‍👧",
    "🇺🇦",
    "\r\n",
    "\n",
    " ",
    "שלום",
    "ا",
    "3,000",
    "said ",
    "\u200f",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join).map(normalise)


class Standing(NamedTuple):
    """A claim, as far as a text is concerned."""

    name: int
    start: int
    end: int


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Standing]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places), max_size=12))
    spans = sorted((min(span), max(span)) for span in spans if span[0] != span[1])
    return text, [Standing(name, *span) for name, span in enumerate(spans)]


@given(marked_texts())
def test_the_words_together_are_the_text(marked: tuple[str, list[Standing]]) -> None:
    text, claims = marked

    shown = list(lines(text, claims))

    assert "".join(words.text for line in shown for words in line.words) == text
    assert all(line.start == 0 or text[line.start - 1] == "\n" for line in shown)


@given(marked_texts())
def test_the_words_of_each_claim_are_its_quote(marked: tuple[str, list[Standing]]) -> None:
    text, claims = marked

    every = [words for line in lines(text, claims) for words in line.words]

    for claim in claims:
        on_it = [words for words in every if claim in words.claims]
        assert "".join(words.text for words in on_it) == text[claim.start : claim.end]
        assert [words for words in every if claim in words.begins] == on_it[:1]
        assert [words for words in every if claim in words.ends] == on_it[-1:]


@given(marked_texts())
def test_where_claims_overlap_the_shortest_shows(marked: tuple[str, list[Standing]]) -> None:
    text, claims = marked

    for line in lines(text, claims):
        for words in line.words:
            lengths = [claim.end - claim.start for claim in words.claims]
            assert lengths == sorted(lengths)
