"""Currency beside a number: the sign or code before it, the name, code or coin after it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.quantities import currencies
from claims.quantities.cores import Core, Unit
from claims.quantities.initials import are_initials
from claims.quantities.nouns import noun_after
from claims.quantities.tokens import GLUED, NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set

_POUND_WEIGHT_BEFORE: Final = word_set("weighs weighing weighed lost gained lose gain shed")


def currency_after(tokens: Tokens, at: int, core: Core) -> Unit | None:
    """The currency or coin named from this token on, or None."""
    token = tokens.at(at)
    if core.form in {"order", "vague", "couple"} and token.lower == "of":
        at += 1
        token = tokens.at(at)
    for length in range(currencies.LONGEST_FORM, 0, -1):
        code = currencies.BY_FORM.get(tokens.words(at, length))
        if code is not None and _is_currency(tokens, at, length, core):
            return Unit(code, "money", at, at + length - 1)
    code = currencies.code_of(token.text)
    if code is not None and not _is_a_word(tokens, at, core):
        return Unit(code, "money", at, at, within=_is_attached(tokens, at))
    if token.text in currencies.SIGNS and not (
        tokens.at(at + 1).kind == NUMBER and token.gap != GLUED
    ):
        return Unit(currencies.SIGNS[token.text], "money", at, at, within=True)
    return _coin(tokens, at, core) or _pound(tokens, at, core)


def _is_a_word(tokens: Tokens, at: int, core: Core) -> bool:
    """Whether the letters of a code stand for something else before the noun that is counted."""
    return (
        tokens.at(at).text in currencies.WORDS_TOO
        and core.scale == 1
        and are_initials(tokens, at, one=core.value == 1)
    )


def _is_attached(tokens: Tokens, at: int) -> bool:
    """Whether this word is glued to the digits, and not joined by a hyphen."""
    return tokens.glued(at) and tokens.word(at - 1) != "-"


def _is_currency(tokens: Tokens, at: int, length: int, core: Core) -> bool:
    token = tokens.at(at)
    if length > 1:
        return True
    if token.lower == "won":
        return core.scale > 1 or (core.digits and not core.bare)
    if token.lower == "euro" and _is_of_the_union(tokens, at):
        return False
    return (
        token.text.islower()
        or token.text.isupper()
        or token.lower in {"euro", "euros", "yen", "yuan"}
    )


def _is_of_the_union(tokens: Tokens, at: int) -> bool:
    """ "20 euro zone countries", "five Euro MPs"."""
    joined = tokens.word(at + 1) == "-" and tokens.glued(at + 1)
    if tokens.word(at + 1 + joined) in _EURO_NOUNS:
        return True
    return tokens.at(at).text == "Euro" and not joined and noun_after(tokens, at + 1) is not None


def _coin(tokens: Tokens, at: int, core: Core) -> Unit | None:
    token = tokens.at(at)
    coin = currencies.COINS.get(token.lower) if token.text != "Sen" else None
    if token.gap == GLUED and core.digits and token.text in _COIN_LETTERS:
        coin = _COIN_LETTERS[token.text]
    if coin is None:
        return None
    return Unit(coin, "money", at, at, within=_is_attached(tokens, at))


def _pound(tokens: Tokens, at: int, core: Core) -> Unit | None:
    """ "pounds" are money in thousands, when paid, and beside a pound sign; else a weight."""
    if tokens.word(at) not in {"pound", "pounds"}:
        return None
    weighed = tokens.word(at + 1) == "of" or tokens.word(core.first - 1) in _POUND_WEIGHT_BEFORE
    paid = any(tokens.word(core.first - step) in _PAYING for step in range(1, 5))
    if not weighed and (core.scale >= 1000 or paid or tokens.in_sterling):
        return Unit("GBP", "money", at, at)
    return Unit("pound", "measure", at, at)


_PAYING: Final = word_set("""
    paid pay pays paying cost costs costing fined fine worth price priced earn earns earned
    earning spent spend spends charge charged charges fee fees salary bill rent fare wages loan
    owed owe
""")
_COIN_LETTERS: Final = {"p": "penny", "c": "cent"}
_BUCKS: Final = {"buck", "bucks"}
_BARE_DOLLARS: Final = {"dollar", "dollars"} | _BUCKS
_SPACED_DOLLARS: Final = {"us", "hk", "nz", "nt", "c"}
_EURO_NOUNS: Final = {"zone", "area", "bloc", "member", "members", "country", "countries"}


def currency_before(tokens: Tokens, index: int, dollar: str) -> Unit | None:
    """The currency written before this number: "$", "US$", "Rs", "EUR", "RM"."""
    before = tokens.at(index - 1)
    if _is_of_the_number_before(tokens, index - 1):
        return None
    if before.text in currencies.SIGNS:
        return _sign_before(tokens, index - 1, dollar)
    code = currencies.code_of(before.text)
    if code is not None:
        return Unit(code, "money", index - 1, index - 1, within=True)
    at = index - 1
    if before.text == "." and tokens.glued(index - 1):
        at -= 1
    letters = tokens.at(at)
    if letters.lower in currencies.PREFIXES and letters.text[:1].isupper() and not tokens.glued(at):
        if letters.lower in {"kr", "re"} and at == index - 1 and tokens.at(index).gap == GLUED:
            return None
        return Unit(currencies.PREFIXES[letters.lower], "money", at, index - 1, within=True)
    if (
        before.text in currencies.GLUED_PREFIXES
        and tokens.glued(index)
        and not tokens.glued(index - 1)
    ):
        return _rand(tokens, index)
    return None


def _is_of_the_number_before(tokens: Tokens, at: int) -> bool:
    """ "5€ 7": glued to the digits before it, and to none after it."""
    return tokens.at(at - 1).kind == NUMBER and tokens.glued(at) and not tokens.glued(at + 1)


def _rand(tokens: Tokens, index: int) -> Unit | None:
    """ "R500m", not "R2-D2": rand amounts run to more than two digits, or carry a scale."""
    surface = tokens.at(index).text
    scaled = tokens.word(index + 1) in {"m", "bn", "million", "billion", "trn", "trillion"}
    if len(surface) < 3 and not scaled:
        return None
    return Unit(
        currencies.GLUED_PREFIXES[tokens.at(index - 1).text],
        "money",
        index - 1,
        index - 1,
        within=True,
    )


def _sign_before(tokens: Tokens, at: int, dollar: str) -> Unit:
    sign, letters = tokens.at(at).text, tokens.at(at - 1)
    if sign != currencies.DOLLAR:
        return Unit(currencies.SIGNS[sign], "money", at, at, within=True)
    if letters.kind == WORD and (tokens.glued(at) or _are_of_the_sign(tokens, at)):
        code = currencies.DOLLARS.get(letters.lower) or currencies.code_of(letters.text)
        if code:
            return Unit(code, "money", at - 1, at, within=True)
    return Unit(dollar, "money", at, at, within=True)


def _are_of_the_sign(tokens: Tokens, at: int) -> bool:
    """
    Whether letters before a dollar sign name its country across a space.

    "us $ 150 million" is set so by some agencies; "a $5 fee" is not Australian, nor is "it cost us
    $5" American.
    """
    letters = tokens.at(at - 1)
    if letters.lower not in _SPACED_DOLLARS:
        return False
    return letters.text.isupper() or not tokens.glued(at + 1)


def bucks_of(tokens: Tokens, cores: Sequence[Core], dollar: str) -> str:
    """The dollars that this text calls bucks: A$ where it writes A$ and no other dollar sign."""
    signed = [core.currency for core in cores if core.currency is not None]
    signs = {each.name for each in signed if tokens.word(each.last) == currencies.DOLLAR}
    return signs.pop() if len(signs) == 1 else dollar


def at_home(tokens: Tokens, unit: Unit | None, dollar: str, bucks: str) -> Unit | None:
    """The unit, a dollar named without its country taken for the outlet's own, or the text's."""
    if unit is None or unit.first != unit.last or tokens.word(unit.first) not in _BARE_DOLLARS:
        return unit
    return replace(unit, name=bucks if tokens.word(unit.first) in _BUCKS else dollar)
