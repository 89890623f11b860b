"""Numbers in a row: phone numbers and scores, told from ranges."""

from typing import Final

from claims.quantities import currencies
from claims.quantities.counting import counts_after
from claims.quantities.digits import parse_digits
from claims.quantities.measures import GLUED_FORMS, MEASURE_FORMS
from claims.quantities.tokens import NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import SCALES, SHORT_SCALES

_VOTES: Final = word_set("""
    vote votes ruling decision majority victory win defeat loss draw lead margin verdict
    thriller record
""")


def row_end(tokens: Tokens, index: int) -> int:
    """
    Phone numbers, scores and other digits joined by hyphens; a range with a unit after it is let
    by.
    """
    end, first = index + 1, tokens.at(index)
    while (
        tokens.word(end) == "-"
        and tokens.at(end + 1).kind == NUMBER
        and tokens.at(end).gap == tokens.at(end + 1).gap
    ):
        end += 2
    if end == index + 1:
        return _phone(tokens, index)
    last = tokens.at(end - 1)
    if end > index + 3:
        return end
    low, high = parse_digits(first.text), parse_digits(last.text)
    if low is None or high is None:
        return end
    if tokens.word(end) in _VOTES or tokens.words(end, 2) in {("in", "favour"), ("in", "favor")}:
        return end
    money = tokens.word(index - 1) in currencies.SIGNS
    if low < high and (money or _unit_follows(tokens, end)):
        return 0
    alike = (
        len(first.text) == len(last.text)
        or min(len(first.text), len(last.text)) > 3
        or "." in first.text
    )
    if low < high and low >= 100 and alike:
        return 0
    return end


def _unit_follows(tokens: Tokens, at: int) -> bool:
    """Whether a unit stands after a pair of numbers: "5-10 minutes", "10-15-year", "2-3 bn"."""
    at += tokens.word(at) == "-" and tokens.glued(at)
    word = tokens.word(at)
    if (
        word in SCALES
        or (word in SHORT_SCALES and tokens.at(at).kind == WORD)
        or (word,) in MEASURE_FORMS
    ):
        return True
    if tokens.glued(at) and word in GLUED_FORMS:
        return True
    if (
        word == "per"
        or word in {"hundred", "dozen"}
        or (word,) in currencies.BY_FORM
        or word in currencies.COINS
    ):
        return True
    return counts_after(tokens, at) or any(
        tokens.words(at, length) in MEASURE_FORMS for length in (2, 3)
    )


def _phone(tokens: Tokens, index: int) -> int:
    """ "+44 20 7946", "(555) 123"."""
    if tokens.word(index - 1) == "+" and tokens.glued(index):
        end = index + 1
        while tokens.at(end).kind == NUMBER or tokens.word(end) in {"-", "(", ")"}:
            end += 1
        return end if end > index + 1 else 0
    area = (
        tokens.word(index - 1) == "("
        and tokens.word(index + 1) == ")"
        and len(tokens.at(index).text) == 3
    )
    if area and tokens.at(index + 2).kind == NUMBER and tokens.word(index + 3) == "-":
        return index + 5
    return 0
