"""Whether something that can be counted follows."""

from claims.quantities.nouns import is_stop
from claims.quantities.percents import PERCENTS
from claims.quantities.plurals import looks_plural
from claims.quantities.tokens import Tokens


def counts_after(tokens: Tokens, at: int) -> bool:
    """
    Whether what follows this token could be counted: a plural noun, a measure or a percent sign.
    """
    for step in range(3):
        token = tokens.at(at + step)
        if looks_plural(token) or tokens.word(at + step) in PERCENTS:
            return True
        if is_stop(tokens, at + step):
            return False
    return False
