"""
The number core: digits, spelled-out numbers and the mixtures of both, read from left to right.
"""

from claims.quantities.digits import read_digits, vulgar
from claims.quantities.number import Number
from claims.quantities.scales import with_scale
from claims.quantities.spelled import read_words
from claims.quantities.tokens import FRACTION, NUMBER, WORD, Tokens


def read_number(tokens: Tokens, index: int, *, money: bool = False) -> Number | None:
    """
    The number that starts at this token, or None. `money` says that a currency stands before it.
    """
    token = tokens.at(index)
    if token.kind == NUMBER:
        number = read_digits(tokens, index)
    elif token.kind == FRACTION:
        number = Number(vulgar(token.text), index + 1, digits=True, fraction=True)
    elif token.kind == WORD:
        return read_words(tokens, index)
    else:
        return None
    return number and with_scale(tokens, number, money)
