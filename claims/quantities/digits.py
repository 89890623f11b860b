"""
Numbers in digits: grouped, with a fraction or a slash, and in the spaced groups of other
countries.
"""

import re
import unicodedata
from decimal import Decimal

from claims.quantities.number import Number, rounded
from claims.quantities.tokens import FRACTION, GLUED, NUMBER, Tokens

LONGEST = 30  # digits; what is longer is a serial number, and would not fit a database either
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?|\d*(?:\.\d+)?"
)
_DENOMINATORS = {2, 3, 4, 5, 8, 10, 16, 32, 64}


def parse_digits(surface: str) -> Decimal | None:
    """The value of one run of digits with Western or Indian grouping, or None where it has none."""
    if len(surface) > LONGEST or not _GROUPED.fullmatch(surface):
        return None
    return Decimal(surface.replace(",", ""))


def vulgar(character: str) -> Decimal:
    """The value of a vulgar fraction such as "½", to four decimals."""
    return Decimal(repr(round(unicodedata.numeric(character), 4)))


def read_digits(tokens: Tokens, index: int) -> Number | None:
    """The number in digits that starts at this token, before any scale; None where it is none."""
    surface = tokens.at(index).text
    value = parse_digits(surface)
    if value is None:
        return None
    number = Number(value, index + 1, digits=True, bare=surface.isdigit())
    following = tokens.at(index + 1)
    if following.kind == FRACTION and number.bare:
        return Number(value + vulgar(following.text), index + 2, digits=True)
    if number.bare:
        return _slash_fraction(tokens, index) or _spaced_groups(tokens, number, index)
    return number


def _slash_fraction(tokens: Tokens, index: int) -> Number | None:
    """ "3/4" and "1 1/2"; the slash joins nothing else that is a number."""
    start = index
    whole = Decimal(0)
    if (
        tokens.word(index + 2) == "/"
        and tokens.glued(index + 2)
        and tokens.at(index + 1).gap != GLUED
    ):
        whole, start = Decimal(tokens.at(index).text), index + 1
    above, slash, below = tokens.at(start), tokens.at(start + 1), tokens.at(start + 2)
    if slash.text != "/" or slash.gap != GLUED or below.gap != GLUED or below.kind != NUMBER:
        return None
    if not (above.text.isdigit() and below.text.isdigit() and len(above.text + below.text) < 5):
        return None
    part, parts = Decimal(above.text), Decimal(below.text)
    if parts not in _DENOMINATORS or not 0 < part < parts or tokens.word(start + 3) == "/":
        return None
    return Number(whole + rounded(part / parts), start + 3, digits=True, fraction=not whole)


def _spaced_groups(tokens: Tokens, number: Number, index: int) -> Number:
    """ "40 000" and "1 234 567", the international style."""
    surface = tokens.at(index).text
    end = index + 1
    if len(surface) > 3 or surface.startswith("0"):
        return number
    while end - index < 6 and _is_group(tokens, end):
        surface += tokens.at(end).text
        end += 1
    if end == index + 1 or (end == index + 2 and not surface.endswith("00")):
        return number
    return Number(Decimal(surface), end, digits=True)


def _is_group(tokens: Tokens, index: int) -> bool:
    token, before = tokens.at(index), tokens.at(index - 1)
    return (
        token.kind == NUMBER
        and len(token.text) == 3
        and token.text.isdigit()
        and token.start == before.end + 1
    )
