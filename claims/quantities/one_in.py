"""Shares as one number out of another: "one in four", "9 out of 10", "1-in-5"."""

from decimal import Decimal
from typing import Final

from claims.quantities.cores import Core
from claims.quantities.measures import MEASURE_FORMS
from claims.quantities.number import rounded
from claims.quantities.numbers import read_number
from claims.quantities.tokens import NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set

_ALSO_MEASURED: Final = word_set("point points percent percentage per dozen")


def is_measured(tokens: Tokens, index: int) -> bool:
    """Whether this token is a unit that a fraction may be of: "half a mile", "a quarter point"."""
    word = tokens.word(index)
    return (word,) in MEASURE_FORMS or word in _ALSO_MEASURED


def one_in(tokens: Tokens, index: int) -> Core | None:
    """The share that starts here, where the second number is the larger and round; else None."""
    above = read_number(tokens, index)
    if above is None or above.value < 1 or above.value != above.value.to_integral_value():
        return None
    at = above.end
    hyphens = tokens.word(at) == "-" and tokens.glued(at)
    at += hyphens
    if tokens.words(at, 2) in {("out", "of"), ("of", "every")}:
        at, out_of = at + 2 - (tokens.word(at + 1) == "every"), True
    elif tokens.word(at) == "in":
        at, out_of = at + 1, False
    else:
        return None
    at += hyphens
    if tokens.word(at) == "every":
        at, out_of = at + 1, True
    below = read_number(tokens, at) if tokens.at(at).kind in {WORD, NUMBER} else None
    if below is None or below.value <= above.value or (above.scale > 1 and not out_of):
        return None
    if not out_of and not _is_round(tokens, above.value, below.value, below.end):
        return None
    return Core(index, below.end, rounded(above.value / below.value), "share")


def _is_round(tokens: Tokens, above: Decimal, below: Decimal, end: int) -> bool:
    """Whether "X in Y" can be a share: not "two in 2019", "5 in 3 days", "12 in 15 minutes"."""
    if (
        below != below.to_integral_value()
        or is_measured(tokens, end)
        or tokens.word(end) in {"-", "%", "/"}
    ):
        return False
    if 1900 <= below <= 2100 or (tokens.word(end) in {"of"}):
        return False
    return (
        below <= 10
        or below in {12, 20, 25, 30, 40, 50}
        or (above <= 10 and below % 50 == 0)
        or above == 1
    )
