"""Capitals that only look like a unit: "137 PP deputies", "10 million TB cases"."""

from typing import Final

from claims.quantities.nouns import noun_after
from claims.quantities.plurals import STOPS, looks_plural
from claims.quantities.tokens import GLUED, WORD, Tokens
from claims.quantities.vocabulary import word_set

# Units that newspapers write in capitals, too: "500 MW turbines" are not those of a firm MW.
UNITS_IN_CAPITALS: Final = word_set("""
    kw mw gw tw kwh mwh gwh twh mph kph mpg hz khz mhz ghz kb mb gb km kg bpd
""")


def are_initials(tokens: Tokens, at: int, *, one: bool = False) -> bool:
    """
    Whether this word is the initials of a name before the noun that is counted.

    Nothing that is written small, or glued to its digits. `one` says that one is counted.
    """
    token, after = tokens.at(at), tokens.at(at + 1)
    if not token.text.isupper() or len(token.text) < 2 or token.gap == GLUED:
        return False
    if token.lower in UNITS_IN_CAPITALS or not token.text.isalpha():
        return False
    if after.text == "-" and after.gap == GLUED and tokens.glued(at + 2):
        return noun_after(tokens, at) is not None
    if after.kind != WORD or after.gap == GLUED:
        return False
    if after.text.isupper() and len(after.text) > 1:
        return looks_plural(after)  # where all is in capitals, they tell nothing
    return noun_after(tokens, at + 1) is not None or (one and after.lower not in STOPS)
