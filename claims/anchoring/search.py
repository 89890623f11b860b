"""Where a quote may stand in a changed text: its own words, their place in the diff, lookalikes."""

from collections.abc import Iterator

from claims.anchoring.alignment import Alignment
from claims.anchoring.candidates import (
    Candidate,
    aligned_reworded,
    aligned_verbatim,
    occupant,
    verbatim,
    verbatim_places,
)
from claims.anchoring.judgement import is_sure_of_context
from claims.anchoring.quotes import Quote
from claims.anchoring.similarity import context_similarity
from claims.anchoring.spans import Span
from claims.anchoring.tokens import Tokens
from claims.anchoring.words import is_whole


def likely_places(
    quote: Quote, new: Tokens, alignment: Alignment | None, near: int | None
) -> list[Candidate]:
    """
    Where the quote stands verbatim, and where the diff says that it was reworded.

    Only one place where the diff finds the quote and all its surroundings unchanged.
    """
    aligned = aligned_verbatim(quote, new, alignment) if alignment else None
    if aligned and aligned.context_similarity == 1:
        return [aligned]
    candidates = [aligned] if aligned else []
    candidates += _verbatim(quote, new, alignment, near or 0, aligned)
    if alignment and not aligned:
        reworded = aligned_reworded(quote, new, alignment)
        if reworded and not any(reworded.overlaps(hit) for hit in candidates):
            candidates.append(reworded)
    return candidates


def _verbatim(
    quote: Quote, new: Tokens, alignment: Alignment | None, near: int, aligned: Candidate | None
) -> Iterator[Candidate]:
    """The quote's own words, wherever they are not those of another place in the old text."""
    settled = aligned is not None and is_sure_of_context(aligned)
    for place in verbatim_places(quote, new, near):
        other = occupant(quote, new, place, alignment) if alignment else None
        if other and settled:
            # The diff has found both their own places again.
            continue
        if not _is_whole(quote, new, place) or (aligned and aligned.span == place):
            continue
        hit = verbatim(quote, new, place)
        theirs = context_similarity(other, new, hit.first, hit.last) if other else 0
        if theirs <= hit.context_similarity:
            yield hit


def _is_whole(quote: Quote, new: Tokens, place: Span) -> bool:
    """Whether a place holds whole words, unless the quote itself never did."""
    return is_whole(new.text, *place) or not is_whole(quote.source.text, quote.start, quote.end)
