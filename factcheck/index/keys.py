"""Keys: a text of any length as one short value that a column keeps and an index finds."""

import hashlib

# Characters: 128 bits.
KEY_LENGTH = 32


def key_of_text(text: str) -> str:
    """The first 128 bits of the text's SHA-256, in hexadecimal: equal for equal texts alone."""
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]
