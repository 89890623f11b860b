"""What became of people, counted without a noun: "50 dead", "315,000 killed and wounded"."""

from typing import Final

from claims.quantities.tokens import Tokens
from claims.quantities.vocabulary import word_set

# Adjectives that newspapers count as nouns: "50 dead and 120 injured".
COUNTED_ADJECTIVES: Final = word_set("""
    dead injured wounded missing hurt homeless unemployed displaced hospitalised hospitalized
    infected jobless unvaccinated
""")
_FATES: Final = COUNTED_ADJECTIVES | {"killed", "captured"}


def end_of_two_fates(tokens: Tokens, at: int) -> int:
    """
    The index of the second of two fates that are counted as one, the first of them at `at`; else 0.

    Of "315,000 dead and wounded" no 315,000 are dead.
    """
    if tokens.word(at) not in _FATES or tokens.word(at + 1) not in {"and", "or"}:
        return 0
    return at + 2 if tokens.word(at + 2) in _FATES else 0
