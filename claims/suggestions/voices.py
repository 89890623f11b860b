"""Quoted sentences that do not say who speaks: the one who speaks in the rest of the quotation."""

from collections.abc import Sequence

from claims.suggestions.quotations import Quotation, is_title, overlapping
from claims.suggestions.sentences import Sentence
from claims.suggestions.speaking import Said

Place = tuple[int, Quotation]


def shared_in_quotations(
    text: str,
    sentences: Sequence[Sentence],
    quoted: Sequence[Sequence[Quotation]],
    said: Sequence[list[Said]],
) -> list[list[Said]]:
    """
    The voices of each sentence, where it is quoted also those of its neighbours.

    A quotation's speaker stands in one of its sentences, mostly the last. A paragraph that begins
    with a quotation and names nobody goes on with whoever spoke before it.
    """
    places = [_quotation_at(text, sentence, quoted) for sentence in sentences]
    shared = _from_later_sentences(places, said)
    last: list[Said] = []
    for index, place in enumerate(places):
        if place is not None and not shared[index]:
            shared[index] = last[-1:]
        last = shared[index] or (last if place is not None else [])
    return shared


def _quotation_at(
    text: str, sentence: Sentence, quoted: Sequence[Sequence[Quotation]]
) -> Place | None:
    """The quotation that the sentence is made of, or begins with."""
    start = sentence.start
    for quotation in overlapping(quoted[sentence.paragraph], start, start + 1):
        if not is_title(text, quotation):
            return sentence.paragraph, quotation
    return None


def _from_later_sentences(
    places: Sequence[Place | None], said: Sequence[list[Said]]
) -> list[list[Said]]:
    """Each sentence's own voices or, in a quotation, the first that speaks further on in it."""
    shared = [list(each) for each in said]
    for index in range(len(places) - 2, -1, -1):
        goes_on = places[index] is not None and places[index] == places[index + 1]
        if goes_on and not shared[index]:
            shared[index] = shared[index + 1][:1]
    return shared
