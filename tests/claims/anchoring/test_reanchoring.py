"""Re-anchoring: where a claim's words are once its article has changed."""

import pytest

from claims.anchoring import Anchor, AnchoringError, Reason, State, anchor, context, reanchor

ARTICLE = (
    "Kyiv says 10,000 North Korean troops are in Russia, and more may follow before the winter.\n"
    "Washington puts their number at 3,000 and has asked Beijing to use its influence.\n"
    "Moscow and Pyongyang have called the reports a fabrication on several occasions.\n"
    "A spokesman for the alliance said its members would meet again on Thursday.\n"
)
LINES = ARTICLE.splitlines(keepends=True)


def revised(quote, new):
    """The anchor, in another text, of a quote that the article has once."""
    start = ARTICLE.index(quote)
    [found] = reanchor(ARTICLE, new, [(start, start + len(quote))])
    return found


def words(text, found):
    return None if found.start is None else text[found.start : found.end]


def test_nothing_changed():
    start = ARTICLE.index("3,000")

    assert revised("3,000", ARTICLE) == Anchor(State.EXACT, start, start + 5, 1.0, 1.0)


def test_every_span_is_answered_in_the_order_asked():
    anchors = reanchor(ARTICLE, ARTICLE, [(91, 101), (0, 4), (91, 101)])

    assert [found.start for found in anchors] == [91, 0, 91]


def test_a_paragraph_inserted_above_moves_the_quote():
    found = revised("Washington puts", "An update.\n" + ARTICLE)

    assert (found.state, found.start) == (State.MOVED, ARTICLE.index("Washington") + 11)


@pytest.mark.parametrize("quote", ["3,000", LINES[1].strip()])
def test_a_paragraph_carried_elsewhere_moves_the_quote(quote):
    new = LINES[0] + LINES[2] + LINES[3] + LINES[1]

    found = revised(quote, new)

    assert (found.state, words(new, found)) == (State.MOVED, quote)


def test_a_paragraph_carried_elsewhere_and_reworded_is_changed():
    sentence = LINES[2].strip()
    reworded = "Moscow and Pyongyang called the reports a fabrication on several such occasions."
    new = reworded + "\n" + LINES[0] + LINES[1] + LINES[3]

    found = revised(sentence, new)

    assert (found.state, words(new, found)) == (State.CHANGED, reworded)


def test_words_added_at_the_edges_of_a_sentence_belong_to_it():
    reworded = "On Tuesday, a spokesman for the alliance said its members would meet again soon."
    new = ARTICLE.replace(LINES[3].strip(), reworded)

    found = revised(LINES[3].strip(), new)

    assert words(new, found) == reworded
    assert found.state == State.NEEDS_REVIEW
    assert Reason.DATES in found.reasons


def test_a_changed_figure_needs_review_however_alike_the_words():
    new = ARTICLE.replace("3,000", "13,000")

    found = revised(LINES[1].strip(), new)

    assert found.state == State.NEEDS_REVIEW
    assert found.reasons == (Reason.FIGURES,)
    assert found.quote_similarity > 0.95


@pytest.mark.parametrize("quote", ["3,000", LINES[1].strip()])
def test_a_deleted_sentence_is_lost(quote):
    found = revised(quote, ARTICLE.replace(LINES[1], ""))

    assert (found.state, found.start, found.end) == (State.LOST, None, None)


def test_a_deleted_phrase_is_not_found_in_another_sentence():
    old = ARTICLE + "The ministry counted 3,000 shells there in the last days of that month.\n"
    new = old.replace(LINES[1], "")
    start = old.index("3,000")

    [found] = reanchor(old, new, [(start, start + 5)])

    assert found.state == State.LOST


def test_each_of_two_equal_phrases_keeps_its_own_place():
    old = "The army sent 3,000 men to the north.\nThe navy sent 3,000 men to the south.\n"
    new = "On Monday it began. " + old.replace("The navy", "Later the navy")
    spans = [(old.index("3,000"), old.index("3,000") + 5)]
    spans.append((old.rindex("3,000"), old.rindex("3,000") + 5))

    anchors = reanchor(old, new, spans)

    assert [found.start for found in anchors] == [new.index("3,000"), new.rindex("3,000")]


def test_a_quote_does_not_land_inside_a_figure():
    new = ARTICLE.replace("3,000", "3,000,000")

    found = revised("number at 3,000", new)

    assert found.state == State.NEEDS_REVIEW
    assert words(new, found) == "number at 3,000,000"


def test_two_places_alike_need_review():
    line = "He said that the army had taken the town.\n"

    found = anchor(line + line, line.strip())

    assert found.state == State.NEEDS_REVIEW
    assert found.reasons == (Reason.TWO_CANDIDATES,)


def test_the_offset_decides_between_two_places_alike():
    line = "He said that the army had taken the town.\n"

    found = anchor(line + line, line.strip(), near=len(line))

    assert (found.state, found.start) == (State.EXACT, len(line))


def test_prefix_and_suffix_decide_between_two_places():
    text = "The army sent 3,000 men to the north. The navy sent 3,000 men to the south."
    start = text.rindex("3,000")

    found = anchor(text, "3,000", *context(text, start, start + 5))

    assert (found.state, found.start) == (State.EXACT, start)


def test_a_short_quote_without_its_context_is_lost():
    found = anchor(ARTICLE, "3,000", "the navy had already sent some ", " sailors to the southern")

    assert found.state == State.LOST


@pytest.mark.parametrize(
    ("prefix", "reason"),
    [
        ("Washington puts their number at fewer than ", Reason.FIGURES),
        ("Washington has never put their number at ", Reason.NEGATION),
    ],
)
def test_what_the_context_alone_tells_is_compared(prefix, reason):
    found = anchor(ARTICLE, "3,000", prefix, " and has asked Beijing to")

    assert found.state == State.NEEDS_REVIEW
    assert reason in found.reasons


def test_a_quote_alone_is_found_by_its_words():
    found = anchor(ARTICLE, "Pyongyang")

    assert (found.state, found.start) == (State.EXACT, ARTICLE.index("Pyongyang"))


def test_a_quote_that_was_elsewhere_has_moved():
    assert anchor(ARTICLE, "Pyongyang", near=3).state == State.MOVED


@pytest.mark.parametrize("quote", ["", " \n"])
def test_a_blank_quote_is_refused(quote):
    with pytest.raises(AnchoringError, match="no words"):
        anchor(ARTICLE, quote)


@pytest.mark.parametrize(("old", "new"), [("one two", ""), ("one two", "\n"), ("one two", "—")])
def test_a_text_that_is_gone_loses_its_quotes(old, new):
    [found] = reanchor(old, new, [(0, 3)])

    assert found.state == State.LOST
