"""How much of a quote, and of what surrounds it, is left in another place."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from claims.anchoring.diff import Block, common_blocks
from claims.anchoring.quotes import Quote
from claims.anchoring.tokens import Tokens

# Replaced words this alike are forms of one word (inflected, hyphenated, a digit changed), not
# two words; unrelated words rarely reach it.
_SAME_WORD = 0.6
# Words in the near view, and how many may have been inserted among those of either view.
_NEAR = 6
_INSERTED = 4
_DISTURBED = 0.99


def quote_similarity(old: Sequence[str], new: Sequence[str]) -> float:
    """
    How much of either wording the other keeps, 0 to 1: words in order, weighted by their length.

    Words that differ by a letter or two count in part.
    """
    total = _weight(old) + _weight(new)
    if not total:
        return 0.0
    kept = 0.0
    old_done = new_done = 0
    for block in [*common_blocks(old, new), Block(len(old), len(new), 0)]:
        kept += _likeness(old[old_done : block.old], new[new_done : block.new])
        old_done, new_done = block.old + block.size, block.new + block.size
        kept += 2 * _weight(old[block.old : old_done])
    return kept / total


def context_similarity(quote: Quote, new: Tokens, first: int, last: int) -> float:
    """
    How much of the words around a quote stands around new tokens `first` to `last`, 0 to 1.

    The mean of a near view and a wide one: a deleted sentence takes the near words along, an edited
    one keeps the wide. 1 only where nothing changed, or nothing is known of the surroundings.
    """
    before, after = quote.words_before, quote.words_after
    new_before = new.words[max(0, first - len(before) - _INSERTED) : first]
    new_after = new.words[last : last + len(after) + _INSERTED]
    nearest_before = new_before[len(new_before) - len(before) :]
    if nearest_before == before and new_after[: len(after)] == after:
        return 1.0
    reach = _NEAR + _INSERTED
    near = _kept(before[-_NEAR:], new_before[-reach:], after[:_NEAR], new_after[:reach])
    wide = _kept(before, new_before, after, new_after)
    # 1 says that nothing around the quote changed, so nothing there need be compared.
    return min(_DISTURBED, (near + wide) / 2)


def _kept(
    before: Sequence[str], new_before: Sequence[str], after: Sequence[str], new_after: Sequence[str]
) -> float:
    total = _weight(before) + _weight(after)
    return (_shared(before, new_before) + _shared(after, new_after)) / total if total else 1.0


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """The letters to count as kept of replaced words."""
    if not (old and new):
        return 0.0
    likeness = Indel.normalized_similarity(" ".join(old), " ".join(new))
    return likeness * (_weight(old) + _weight(new)) if likeness >= _SAME_WORD else 0.0


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """The letters of the words that both have in the same order."""
    if old == new:
        return _weight(old)
    return sum(
        _weight(old[block.old : block.old + block.size]) for block in common_blocks(old, new)
    )


def _weight(words: Sequence[str]) -> int:
    return sum(map(len, words))
