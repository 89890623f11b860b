"""Fit an old quote, with the words around it, into a stretch of a new text."""

from typing import NamedTuple

from claims.anchoring.diff import common_blocks
from claims.anchoring.quotes import Quote
from claims.anchoring.tokens import Tokens

_SENTENCE_REACH = 16
_SLACK = 3


class _Pair(NamedTuple):
    old: int
    new: int


def fit(quote: Quote, new: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """
    The new tokens, within `start` to `end`, that the quote became; None where nothing is left.

    Words inserted or replaced inside the quote, or replaced at its edges, belong to it.
    """
    pairs = _pairs(quote, new, start, end)
    kept = _kept(quote, pairs)
    if kept and len(kept) < quote.last - quote.first:
        # The diff of a long stretch matches stray small words far away. Once the place is known,
        # the same diff of that place alone finds the near ones.
        near_start = max(start, kept[0].new - (kept[0].old - quote.before) - _SLACK)
        near_end = min(end, kept[-1].new + (quote.after - kept[-1].old) + _SLACK)
        pairs = _pairs(quote, new, near_start, near_end)
        kept = _kept(quote, pairs)
    if not kept:
        return None
    left = _left_edge(quote, new, pairs, kept[0], start)
    return left, _right_edge(quote, new, pairs, kept[-1], end)


def _pairs(quote: Quote, new: Tokens, start: int, end: int) -> list[_Pair]:
    old_words = quote.source.words[quote.before : quote.after]
    return [
        _Pair(quote.before + block.old + n, start + block.new + n)
        for block in common_blocks(old_words, new.words[start:end])
        for n in range(block.size)
    ]


def _kept(quote: Quote, pairs: list[_Pair]) -> list[_Pair]:
    """The densest run of the quote's own words: each stray word between them costs two letters."""
    pairs = [pair for pair in pairs if quote.first <= pair.old < quote.last]
    best = current = 0
    best_run = (0, 0)
    run_start = 0
    for n, pair in enumerate(pairs):
        if n:
            stray = (pair.new - pairs[n - 1].new) - (pair.old - pairs[n - 1].old)
            current -= 2 * max(0, stray)
        if current <= 0:
            current, run_start = 0, n
        current += len(quote.source.words[pair.old])
        if current > best:
            best, best_run = current, (run_start, n + 1)
    return pairs[slice(*best_run)]


def _left_edge(quote: Quote, new: Tokens, pairs: list[_Pair], kept: _Pair, window: int) -> int:
    unmatched = kept.old - quote.first
    neighbour = next((pair for pair in reversed(pairs) if pair.old < quote.first), None)
    floor = window
    if neighbour and neighbour.new < kept.new:
        floor = max(floor, neighbour.new + 1)
    if quote.source.begins_sentence(quote.first):
        # A replaced opening may use words that the diff matches with the sentence before.
        lowest = max(0 if unmatched else floor, kept.new - 2 * unmatched - _SENTENCE_REACH)
        for token in range(kept.new, lowest - 1, -1):
            if new.begins_sentence(token):
                return token
    # Where the word before still stands before, all that lies between replaced the opening.
    closed = neighbour is not None and neighbour.old == quote.first - 1
    return max(floor, kept.new - _edge_width(unmatched, closed))


def _right_edge(quote: Quote, new: Tokens, pairs: list[_Pair], kept: _Pair, window: int) -> int:
    unmatched = quote.last - 1 - kept.old
    neighbour = next((pair for pair in pairs if pair.old >= quote.last), None)
    last = kept.new + 1
    ceiling = window
    if neighbour and neighbour.new > kept.new:
        ceiling = min(ceiling, neighbour.new)
    if quote.source.ends_sentence(quote.last):
        highest = min(len(new) if unmatched else ceiling, last + 2 * unmatched + _SENTENCE_REACH)
        for token in range(last, highest + 1):
            if new.ends_sentence(token):
                return token
    closed = neighbour is not None and neighbour.old == quote.last
    return min(ceiling, last + _edge_width(unmatched, closed))


def _edge_width(unmatched: int, closed: bool) -> int:
    """How many new words the unmatched ones at one edge of the quote may have become."""
    if not unmatched:
        return 0
    return 3 * unmatched + _SLACK if closed else unmatched
