"""The other half of a rate: "$80 a barrel", "20 tonnes per hectare"."""

from dataclasses import replace
from typing import Final

from claims.quantities.cores import Unit
from claims.quantities.nouns import noun_after
from claims.quantities.plurals import singular
from claims.quantities.tokens import NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set

_PER_NOUNS: Final = word_set("""
    second minute hour day night week month quarter year decade person head household family
    worker share barrel ton tonne ounce gallon litre liter pound kilo kilogram kg bottle bushel
    unit mile km kilometre kilometer game ticket piece pupil student patient child vote acre
    hectare
""")


def with_rate(tokens: Tokens, unit: Unit | None) -> Unit | None:
    """Adds the other half of a rate: "per day", "a barrel", "-a-month", "/barrel"."""
    if unit is None:
        return None
    at = unit.last + 1
    per = rate_after(tokens, at)
    return replace(unit, per=per) if per else unit


def rate_after(tokens: Tokens, at: int) -> str | None:
    """
    The noun that a rate is given by, in the singular, where one is written from this token on.
    """
    hyphen = tokens.word(at) == "-" and tokens.glued(at)
    at += hyphen
    word, after = tokens.word(at), at + 1 + hyphen
    noun = tokens.at(after)
    if word == "per" and noun.kind == NUMBER:
        return _per_so_many(tokens, after)
    if noun.kind != WORD:
        return None
    if word == "per" and noun.lower not in {"cent", "se"}:
        return singular(noun.lower)
    if word in {"a", "an", "each", "every", "/"} and noun.lower in _PER_NOUNS:
        past = tokens.word(after + 1) in {
            "ago",
            "earlier",
            "later",
            "before",
            "after",
            "and",
            "old",
        }
        return None if past else noun.lower
    return None


def _per_so_many(tokens: Tokens, at: int) -> str:
    """ "100,000 people", where a rate is told per so many of them."""
    noun = noun_after(tokens, at + 1)
    return tokens.slice(at, noun.last if noun and noun.first == at + 1 else at)
