"""Finding an editor's quote in an article, as whole words, to mark a new claim."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.anchoring.errors import QuoteAmbiguous, QuoteNotFound
from claims.anchoring.folding import FoldedText, fold
from claims.anchoring.spans import CONTEXT_SIZE, Span
from claims.anchoring.text import normalise
from claims.anchoring.words import is_whole, surrounding_word

# A quote longer than this is not looked for inside itself, which keeps the search linear.
_LONGEST_OVERLAPPING = 1000
_EXCERPT = 60


class _Hints(NamedTuple):
    """What was said of a quote's place, the words folded."""

    prefix: str
    suffix: str
    start: int | None
    end: int | None


def locate(
    text: str,
    quote: str,
    *,
    prefix: str = "",
    suffix: str = "",
    start: int | None = None,
    end: int | None = None,
) -> Span:
    """
    Where an editor's quote stands in a normalised text, as whole words.

    Curly and straight quotation marks, kinds of blanks and lengths of white space count as the
    same, so store `text[span.start:span.end]`, not the quote asked for. `prefix` and `suffix` are
    the words that touch it; `start` and `end` are code-point offsets. Both offsets must be right;
    one alone only chooses among several places.

    Raises QuoteNotFound or QuoteAmbiguous, both AnchoringError, with a sentence for the editor.
    """
    wanted = fold(normalise(quote)).strip()
    if not wanted:
        raise QuoteNotFound("The quote is empty. Mark the words the claim is about.")
    if start is not None and end is not None:
        return _at(text, wanted, start, end)

    hints = _Hints(fold(normalise(prefix)), fold(normalise(suffix)), start, end)
    folded = FoldedText(text)
    places = [Span(*place) for place in _places(folded, wanted)]
    hits = [place for place in places if is_whole(text, *place)]
    at_start = next((place for place in places if place.start == start), None)
    if at_start and not is_whole(text, *at_start):
        raise QuoteNotFound(_only_inside(text, wanted, at_start))
    if not hits:
        raise QuoteNotFound(_why_not_found(text, folded.folded, wanted, places))
    if len(hits) == 1:
        return hits[0]
    return _choose(text, wanted, hits, hints)


def _at(text: str, wanted: str, start: int, end: int) -> Span:
    """The span at these offsets, white space around it left out, if it is what was wanted."""
    if start > end:
        raise QuoteNotFound(f"The words end at {end}, before they start at {start}.")
    if start < 0 or end > len(text):
        raise QuoteNotFound(
            f"Offsets {start} to {end} lie outside the text, which has {len(text)} characters."
        )
    standing = text[start:end]
    start += len(standing) - len(standing.lstrip())
    span = Span(start, start + len(standing.strip()))
    if fold(standing).strip() != wanted:
        raise QuoteNotFound(
            f"At offsets {start} to {end} the text has {_excerpt(standing)}, "
            f"not {_excerpt(wanted)}."
        )
    if not is_whole(text, *span):
        raise QuoteNotFound(_only_inside(text, wanted, span))
    return span


def _places(folded: FoldedText, wanted: str) -> Iterator[tuple[int, int]]:
    step = 1 if len(wanted) <= _LONGEST_OVERLAPPING else len(wanted)
    found = folded.folded.find(wanted)
    while found >= 0:
        # The last character's own end: what follows may be a shortened run of white space.
        yield folded.unfold(found), folded.unfold(found + len(wanted) - 1) + 1
        found = folded.folded.find(wanted, found + step)


def _choose(text: str, wanted: str, hits: list[Span], hints: _Hints) -> Span:
    for hit in hits:
        if hit.start == hints.start or hit.end == hints.end:
            return hit
    chosen = [hit for hit in hits if _is_in_context(text, hit, hints)]
    if len(chosen) > 1 and (hints.start, hints.end) != (None, None):
        chosen = [hit for hit in chosen if _is_near(hit, hints)]
    if len(chosen) == 1:
        return chosen[0]
    raise QuoteAmbiguous(_which(wanted, hits, chosen, hints), count=len(hits))


def _is_in_context(text: str, hit: Span, hints: _Hints) -> bool:
    before = _folded_before(text, hit.start, len(hints.prefix))
    after = _folded_after(text, hit.end, len(hints.suffix))
    return before.endswith(hints.prefix.strip()) and after.startswith(hints.suffix.strip())


def _folded_before(text: str, start: int, length: int) -> str:
    return fold(text[max(0, start - 2 * length - CONTEXT_SIZE) : start]).rstrip()


def _folded_after(text: str, end: int, length: int) -> str:
    return fold(text[end : end + 2 * length + CONTEXT_SIZE]).lstrip()


def _is_near(hit: Span, hints: _Hints) -> bool:
    """Off by no more than a context's width: an offset counted a little differently."""
    off = hit.start - hints.start if hints.start is not None else hit.end - (hints.end or 0)
    return abs(off) <= CONTEXT_SIZE


def _which(wanted: str, hits: list[Span], chosen: list[Span], hints: _Hints) -> str:
    which = f"{_excerpt(wanted)} stands in the text {len(hits)} times"
    if hints.prefix or hints.suffix:
        fitting = f"{len(chosen)} of them" if chosen else "never"
        which += f", {fitting} with these words around it"
    return f"{which}. Give the words before (prefix) or after it (suffix), or its offset (start)."


def _why_not_found(text: str, folded: str, wanted: str, places: list[Span]) -> str:
    if places:
        return _only_inside(text, wanted, places[0])
    if wanted.casefold() in folded.casefold():
        return (
            f"The text has {_excerpt(wanted)} only with other capital letters. "
            "Quote the words as they are printed."
        )
    return f"The words {_excerpt(wanted)} are not in the text. Quote them as they are printed."


def _only_inside(text: str, wanted: str, span: Span) -> str:
    return (
        f"{_excerpt(wanted)} is only part of {_excerpt(surrounding_word(text, *span))} here. "
        "Quote whole words and figures."
    )


def _excerpt(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + '…'}”"
