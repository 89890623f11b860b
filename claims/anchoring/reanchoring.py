"""Finding claims again when an article has changed, or saying honestly that they are lost."""

from collections.abc import Sequence

from claims.anchoring.alignment import Alignment
from claims.anchoring.anchors import Anchor, Reason, State
from claims.anchoring.candidates import Candidate, seeded
from claims.anchoring.differences import Passage, differences
from claims.anchoring.judgement import choose, doubts, is_acceptable, score
from claims.anchoring.quotes import Quote
from claims.anchoring.search import likely_places
from claims.anchoring.spans import CONTEXT_SIZE
from claims.anchoring.tokens import Tokens


def reanchor(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[Anchor]:
    """
    Where the quotes at these spans of an old text stand in a new one, in the order given.

    Both texts are normalised; spans are code points, end exclusive. Raises AnchoringError for a
    span that holds no words. One word-level diff serves all spans.
    """
    old_tokens, new_tokens = Tokens(old), Tokens(new)
    alignment = Alignment(old_tokens, new_tokens)
    quotes = [Quote.at(old_tokens, start, end) for start, end in spans]
    return [_anchored(quote, new_tokens, alignment, quote.start) for quote in quotes]


def anchor(
    text: str, quote: str, prefix: str = "", suffix: str = "", near: int | None = None
) -> Anchor:
    """
    Where a quote with its context (a TextQuoteSelector) stands in a text it was not taken from.

    `near` is the code-point offset where it used to stand: it tells `exact` from `moved` and
    decides among places otherwise alike; without it a verbatim place is `exact`. All texts are
    normalised. Raises AnchoringError for a blank quote.
    """
    prefix, suffix = _without_cut_words(prefix, suffix)
    source = Tokens(prefix + quote + suffix)
    wanted = Quote.at(source, len(prefix), len(prefix) + len(quote))
    return _anchored(wanted, Tokens(text), None, near)


def _without_cut_words(prefix: str, suffix: str) -> tuple[str, str]:
    """A context of fixed width mostly begins and ends in the middle of a word."""
    if len(prefix) >= CONTEXT_SIZE:
        prefix = prefix.partition(" ")[2] or prefix
    if len(suffix) >= CONTEXT_SIZE:
        suffix = suffix.rpartition(" ")[0] or suffix
    return prefix, suffix


def _anchored(quote: Quote, new: Tokens, alignment: Alignment | None, origin: int | None) -> Anchor:
    """The outcome for one quote; without an alignment, its old text is not known."""
    candidates = likely_places(quote, new, alignment, origin)
    accepted = [candidate for candidate in candidates if is_acceptable(quote, candidate)]
    if not accepted:
        candidates += seeded(quote, new)
        accepted = [candidate for candidate in candidates if is_acceptable(quote, candidate)]
    if not accepted:
        return _lost(quote, candidates)

    best, rivals = choose(quote, accepted, None if alignment else origin)
    reasons = _differences(quote, new, best, whole_text=alignment is not None)
    if rivals:
        reasons.append(Reason.TWO_CANDIDATES)
    reasons += doubts(quote, best)
    return Anchor(
        _state(best, origin, reasons),
        *best.span,
        best.quote_similarity,
        best.context_similarity,
        tuple(reasons),
    )


def _differences(quote: Quote, new: Tokens, best: Candidate, *, whole_text: bool) -> list[Reason]:
    if best.verbatim and best.context_similarity == 1:
        return []
    old = Passage.in_sentence(quote.source, quote.first, quote.last)
    passage = Passage.in_sentence if whole_text else old.counterpart
    return differences(old, passage(new, best.first, best.last))


def _state(best: Candidate, origin: int | None, reasons: list[Reason]) -> State:
    if reasons:
        return State.NEEDS_REVIEW
    if not best.verbatim:
        return State.CHANGED
    return State.EXACT if origin in {None, best.span.start} else State.MOVED


def _lost(quote: Quote, rejected: list[Candidate]) -> Anchor:
    if not rejected:
        return Anchor(State.LOST, None, None, 0.0, 0.0)
    nearest = max(rejected, key=lambda candidate: score(quote, candidate))
    return Anchor(State.LOST, None, None, nearest.quote_similarity, nearest.context_similarity)
