"""The longest runs of words that two texts share, sentence by sentence where texts are long."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from rapidfuzz.distance import LCSseq

# The diff takes a bit of memory for every pair of words: at most 50 MB. Articles of 100 kB fit.
_LARGEST = 400_000_000
_SENTENCE_ENDS = frozenset(".!?…")


class Block(NamedTuple):
    """`size` words in a row that stand, unchanged, in both sequences."""

    old: int
    new: int
    size: int


def common_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """
    The longest common subsequence of two word lists, as runs, in order.

    Of very long texts, first that of their sentences, then that of the words between those.
    """
    if len(old) * len(new) <= _LARGEST:
        return _diff(old, new)
    return list(_by_sentence(old, new))


def _by_sentence(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    old_sentences, new_sentences = _sentences(old), _sentences(new)
    old_starts = [0, *accumulate(map(len, old_sentences))]
    new_starts = [0, *accumulate(map(len, new_sentences))]
    old_done = new_done = 0
    end = Block(len(old_sentences), len(new_sentences), 0)
    for sentences in [*_diff(old_sentences, new_sentences), end]:
        old_start, new_start = old_starts[sentences.old], new_starts[sentences.new]
        for words in _diff(old[old_done:old_start], new[new_done:new_start]):
            yield Block(old_done + words.old, new_done + words.new, words.size)
        old_done = old_starts[sentences.old + sentences.size]
        new_done = new_start + old_done - old_start
        if sentences.size:
            yield Block(old_start, new_start, old_done - old_start)


def _sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    ends = [n + 1 for n, word in enumerate(words) if word in _SENTENCE_ENDS]
    return [tuple(words[a:b]) for a, b in zip([0, *ends], [*ends, len(words)], strict=True)]


def _diff(old: Sequence[Any], new: Sequence[Any]) -> list[Block]:
    if len(old) * len(new) > _LARGEST:
        # Nothing in common that could be found cheaply. Each claim is still looked for by itself.
        return []
    blocks = LCSseq.opcodes(old, new).as_matching_blocks()
    return [Block(block.a, block.b, block.size) for block in blocks if block.size]
