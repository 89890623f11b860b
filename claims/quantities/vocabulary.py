"""Word lists are written as prose and kept as sets."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, parted by any white space."""
    return frozenset(words.split())
