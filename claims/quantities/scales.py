"""
What multiplies a number: "million", "bn", "lakh crore", "dozen", and the "and a half" added to it.
"""

from decimal import Decimal
from typing import Final

from claims.quantities.initials import are_initials
from claims.quantities.number import Number
from claims.quantities.plurals import looks_plural
from claims.quantities.tokens import GLUED, NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import (
    DOZEN,
    HUNDRED,
    MONEY_ONLY_SCALES,
    SCALES,
    SHORT_SCALES,
)

_HALVES = {("a", "half"): "0.5", ("one", "half"): "0.5", ("a", "quarter"): "0.25"} | {
    ("three", "quarters"): "0.75",
    ("a", "third"): "0.3333",
    ("two", "thirds"): "0.6667",
}

_GRAND_NOUNS: Final = word_set("""
    jury juries juror jurors slam slams prix piano pianos prize prizes final finals duke dukes
    master masters mufti muftis coalition coalitions total totals old tour tours mosque mosques
    hotel hotels opening openings larceny theft national nationals
""")
_RACES: Final = {"hurdles", "finals", "heats"}  # "the 100m hurdles"


def with_scale(tokens: Tokens, number: Number, money: bool) -> Number:
    """Multiplies by the scale that follows: "million", "-million", "bn", "lakh crore", "dozen"."""
    while True:
        at = number.end
        if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
            at += 1
        scale = _scale_at(tokens, at, number, money)
        if scale is None:
            return with_half(tokens, number, money)
        number = Number(
            number.value * scale, at + 1, number.digits, scale=number.scale * scale, fraction=False
        )


def _scale_at(tokens: Tokens, at: int, number: Number, money: bool) -> Decimal | None:
    token = tokens.at(at)
    if token.kind != WORD:
        return None
    word = token.lower
    if word in SCALES:
        return None if is_grand_thing(tokens, at) else SCALES[word]
    if word in {"hundred", "hundreds"}:
        return HUNDRED if number.scale == 1 else None
    if word in {"dozen", "dozens"}:
        return DOZEN if number.scale in {1, HUNDRED} else None
    if word in SHORT_SCALES and number.digits and number.scale == 1 and not number.fraction:
        return SHORT_SCALES[word] if _is_short_scale(tokens, at, money) else None
    return None


def is_grand_thing(tokens: Tokens, at: int) -> bool:
    """Whether "grand" is part of a noun: no thousands in "24 Grand Slams", "two grand juries"."""
    if tokens.word(at) != "grand":
        return False
    return tokens.at(at).text == "Grand" or tokens.word(at + 1) in _GRAND_NOUNS


def _is_short_scale(tokens: Tokens, at: int, money: bool) -> bool:
    """Whether "m", "bn" or "K" after digits is a scale here, and not metres or a model's name."""
    token = tokens.at(at)
    glued = token.gap == GLUED
    if tokens.glued(at + 1) and tokens.at(at + 1).kind == NUMBER:
        return False
    if token.lower not in MONEY_ONLY_SCALES:
        # Of "5 MN lawmakers" the letters name a state.
        return glued or (token.lower != "k" and (money or not are_initials(tokens, at)))
    if money:
        return glued or token.lower in {"m", "b", "cr", "mm"}
    if token.lower in {"mm", "t"} or (not glued and token.lower not in {"m", "cr", "mil"}):
        return False
    following = tokens.word(at + 1)
    step = 2 if following == "of" else 1
    if following == "-" and tokens.glued(at + 1):
        return False
    if token.text in {"M", "B"} and "." in tokens.at(at - 1).text:
        return True
    if following in _RACES:
        return False
    return _counts_something(tokens, at + step)


def _counts_something(tokens: Tokens, index: int) -> bool:
    """Whether a noun in the plural (perhaps after one adjective) or a currency follows."""
    for step in range(3):
        token = tokens.at(index + step)
        if token.kind != WORD:
            return False
        if looks_plural(token) or token.lower in {
            "dollars",
            "euros",
            "pounds",
            "usd",
            "eur",
            "tonnes",
        }:
            return True
    return False


def with_half(tokens: Tokens, number: Number, money: bool) -> Number:
    """Adds "and a half": of one, or of the scale before it ("a million and a half")."""
    at = number.end
    words = _without_hyphens(tokens, at)
    if (
        len(words) < 3
        or words[0][0] != "and"
        or not (number.bare or not number.digits or number.scale > 1)
    ):
        return number
    part = _HALVES.get((words[1][0], words[2][0]))
    if part is None or number.fraction:
        return number
    end = words[2][1] + 1
    after = _without_hyphens(tokens, end, 1)
    value = number.value + Decimal(part) * number.scale
    if after and after[0][0] in SCALES and number.scale == 1:
        scale = SCALES[after[0][0]]
        return Number(value * scale, after[0][1] + 1, number.digits, scale=scale)
    return Number(value, end, number.digits, scale=number.scale)


def _without_hyphens(tokens: Tokens, index: int, count: int = 3) -> list[tuple[str, int]]:
    words: list[tuple[str, int]] = []
    while len(words) < count and index < len(tokens):
        word = tokens.word(index)
        if word != "-" or not tokens.glued(index):
            words.append((word, index))
        index += 1
    return words
