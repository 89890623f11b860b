"""No generated text, however odd, may put a highlight on words nobody marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.anchoring import AnchoringError, State, anchor, context, normalise, reanchor

# Emoji with skin tones and joiners, combining marks, right to left, no spaces, figures, CRLF.
VOCABULARY = """
    the army 3,000 13,000 troops not “no” can’t 👍🏽 👩\u200d👩\u200d👧 🇺🇦 q\u0307 cafe\u0301 שלום
    עולם مرحبا 军队三千 п’ять солдат В Киеве a a. U.S. — €5 5% _x_
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "10\u00a0000"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=7).map(lambda words: " ".join(words) + ".")
BREAKS = st.sampled_from([" ", "\n", "\r\n", "  ", "\u00a0"])
STORIES = st.lists(st.tuples(SENTENCES, BREAKS), min_size=1, max_size=8)


def told(story):
    return normalise("".join(sentence + gap for sentence, gap in story))


@st.composite
def spans_of(draw, text):
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 80)))
    return start, end


@st.composite
def marked_texts(draw):
    text = told(draw(STORIES))
    spans = draw(st.lists(spans_of(text), min_size=1, max_size=4))
    return text, [span for span in spans if text[slice(*span)].strip()]


@st.composite
def revised(draw):
    """A marked text, and a version with sentences dropped, repeated, reordered and replaced."""
    story = draw(STORIES)
    old = told(story)
    spans = draw(st.lists(spans_of(old), min_size=1, max_size=4))
    kept = draw(st.lists(st.sampled_from(story), max_size=8))
    new = told(draw(st.permutations(kept + draw(STORIES))))
    return old, new, [span for span in spans if old[slice(*span)].strip()]


@given(revised())
def test_exact_and_moved_words_are_always_the_quotes_words(revision):
    old, new, spans = revision

    for (start, end), found in zip(spans, reanchor(old, new, spans), strict=True):
        if found.state in {State.EXACT, State.MOVED}:
            assert new[found.start : found.end] == old[start:end]


@given(revised())
def test_exact_stands_where_it_stood_and_lost_stands_nowhere(revision):
    old, new, spans = revision

    for (start, _), found in zip(spans, reanchor(old, new, spans), strict=True):
        assert (found.state == State.EXACT) <= (found.start == start)
        assert (found.state == State.LOST) == (found.start is None) == (found.end is None)
        assert (found.state == State.NEEDS_REVIEW) == bool(found.reasons)
        assert 0 <= found.quote_similarity <= 1
        assert 0 <= found.context_similarity <= 1
        assert found.start is None or 0 <= found.start < found.end <= len(new)


@given(revised())
def test_a_quote_with_its_context_alone_never_lands_on_other_words(revision):
    old, new, spans = revision

    for start, end in spans:
        prefix, suffix = context(old, start, end)
        found = anchor(new, old[start:end], prefix, suffix, near=start)
        if found.state in {State.EXACT, State.MOVED}:
            assert new[found.start : found.end] == old[start:end]


@given(marked_texts())
def test_unchanged_text_gives_exact_at_the_same_offsets(marked):
    text, spans = marked

    anchors = reanchor(text, text, spans)

    assert [(found.state, found.start, found.end) for found in anchors] == [
        (State.EXACT, *span) for span in spans
    ]


@given(marked_texts(), st.lists(st.sampled_from(["zebra", "yak", "🦓"]), min_size=1))
def test_text_inserted_before_moves_by_exactly_that_much(marked, words):
    text, spans = marked
    inserted = " ".join(words) + "\n"

    anchors = reanchor(text, inserted + text, spans)

    assert [(found.start, found.end) for found in anchors] == [
        (start + len(inserted), end + len(inserted)) for start, end in spans
    ]
    assert all(found.state == State.MOVED for found in anchors)


@given(STORIES, STORIES, st.lists(st.sampled_from(["zebra", "yak", "quagga", "🦓"]), min_size=2))
def test_a_deleted_sentence_of_its_own_words_is_lost(before, after, words):
    sentence = " ".join(words) + "."
    opening, ending = told(before), told(after)

    [found] = reanchor(
        opening + sentence + "\n" + ending,
        opening + ending,
        [(len(opening), len(opening) + len(sentence))],
    )

    assert found.state == State.LOST


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 2), (0, 100), (3, 4)])
def test_a_span_without_words_is_refused(span):
    with pytest.raises(AnchoringError, match="no words"):
        reanchor("one two", "one two", [span])
