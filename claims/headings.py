"""Which lines of a text are headings: plain text has no other sign of them."""

# A line that ends without a full stop is a heading, unless it is too long for one.
_ENDS_A_SENTENCE = (".", "!", "?", ":", "”", '"', "…", ")")
_LONGEST = 90


def is_heading(line: str) -> bool:
    """Whether a paragraph of its own, without space around it, reads as a heading."""
    return 0 < len(line) <= _LONGEST and not line.endswith(_ENDS_A_SENTENCE)
