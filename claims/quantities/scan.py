"""Finds every number that counts something, from left to right, none overlapping another."""

from typing import Final

from claims.quantities.cores import Core, Unit
from claims.quantities.dates import date_end
from claims.quantities.labels import label_end
from claims.quantities.links import masked_spans
from claims.quantities.loose import read_loose
from claims.quantities.money import currency_before
from claims.quantities.number import Number
from claims.quantities.numbers import read_number
from claims.quantities.shares import read_share
from claims.quantities.signs import take_sign
from claims.quantities.tokens import FRACTION, NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import FACTORS, FOLD, NUMBER_WORDS, PLURAL_ORDERS, TENS

_STARTERS: Final = (
    NUMBER_WORDS
    | set(FACTORS)
    | set(PLURAL_ORDERS)
    | FOLD
    | word_set("""
        a an half quarter scores few several twice double thrice triple treble quadruple
    """)
)
_CONNECTORS: Final = {"to", "and", "or", "-"}


def find_cores(tokens: Tokens, dollar: str) -> list[Core]:
    """The numbers of a text with sign and currency; `dollar` is the code that a bare "$" means."""
    cores: list[Core] = []
    links = masked_spans(tokens)
    index = 0
    while index < len(tokens):
        if not _starts(tokens, index):
            index += 1
        elif index in links:
            index = links[index]
        else:
            core, end = _core(tokens, index, cores[-1] if cores else None, dollar)
            if core is not None:
                cores.append(core)
            index = max(end, index + 1)
    return cores


def _starts(tokens: Tokens, index: int) -> bool:
    token = tokens.items[index]
    if token.kind == WORD:
        return token.lower in _STARTERS
    return token.kind == NUMBER or token.kind == FRACTION


def _core(
    tokens: Tokens, index: int, previous: Core | None, dollar: str
) -> tuple[Core | None, int]:
    """The core at this token and its end; or None and the index up to which there is none."""
    currency = currency_before(tokens, index, dollar) if tokens.at(index).kind != WORD else None
    if currency is None:
        if tokens.word(index - 1) == "per" and tokens.at(index).kind == NUMBER:
            return None, index + 1  # "12 deaths per 100,000 people": part of the rate
        masked = date_end(tokens, index) or label_end(tokens, index)
        if masked:
            return None, masked
        core = read_loose(tokens, index) or read_share(tokens, index)
        if core is not None:
            return core, core.end
    elif _is_malformed(tokens, index):
        return None, index + 1
    money = currency is not None or _continues_money(tokens, index, previous)
    number = read_number(tokens, index, money=money)
    if number is None or not _counts(tokens, index, number):
        return None, number.end if number else index + 1
    core = _from_number(tokens, index, number, currency)
    take_sign(tokens, core, previous.end if previous else 0)
    return core, core.end


def _from_number(tokens: Tokens, index: int, number: Number, currency: Unit | None) -> Core:
    of_something = number.fraction and currency is None and tokens.word(number.end) == "of"
    return Core(
        currency.first if currency else index,
        number.end,
        number.value,
        "share" if of_something else "number",
        digits=number.digits,
        bare=number.bare,
        scale=number.scale,
        currency=currency,
    )


def _is_malformed(tokens: Tokens, index: int) -> bool:
    """Whether the digits after a currency are no amount; a range after it is one."""
    if len(tokens.at(index).text) < 2 or tokens.word(index + 1) == "-":
        return False
    return label_end(tokens, index) > index + 1


def _continues_money(tokens: Tokens, index: int, previous: Core | None) -> bool:
    """Whether this number is the upper end of an amount of money: "between £1m and 2m"."""
    if previous is None or previous.currency is None or index - previous.end != 1:
        return False
    return tokens.word(index - 1) in _CONNECTORS


def _counts(tokens: Tokens, index: int, number: Number) -> bool:
    """Not a date with a slash, nor a spelled-out year like "nineteen eighty-four"."""
    after = tokens.at(number.end)
    if number.fraction and number.end - index == 3:
        hedged = tokens.word(index - 1) in {"than", "about", "nearly"}
        return after.kind == WORD or hedged
    year = not number.digits and number.scale == 1 and 10 < number.value < 21
    return not (year and after.lower in TENS)
