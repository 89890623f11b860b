"""Slips: what somebody may have meant who hit, left out, added or swapped one letter."""

from string import ascii_lowercase


def slips(word: str) -> set[str]:
    """Everything that is one slip away (optimal string alignment, Damerau 1964)."""
    letters = ascii_lowercase if word.isascii() else "".join(sorted(set(word)))
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = {before + after[1:] for before, after in cuts if after}
    swapped = {before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1}
    added = {before + letter + after for before, after in cuts for letter in letters}
    other = {before + letter + after[1:] for before, after in cuts if after for letter in letters}
    return (left_out | swapped | added | other) - {word}
