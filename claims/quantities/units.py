"""Finds the unit of a number: currency, then measure, then the noun counted."""

from dataclasses import replace
from typing import Final

from claims.quantities.cores import Core, Unit
from claims.quantities.initials import are_initials
from claims.quantities.measures import (
    AFTER_DIGITS,
    GLUED_FORMS,
    LONGEST_MEASURE,
    MEASURE_FORMS,
    MEASURE_NAMES,
)
from claims.quantities.money import currency_after
from claims.quantities.nouns import noun_after, past_determiners
from claims.quantities.percents import percent_after, share_unit
from claims.quantities.plurals import STOPS
from claims.quantities.rates import rate_after, with_rate
from claims.quantities.tokens import GLUED, MARK, NEW_LINE, NUMBER, WORD, Tokens
from claims.quantities.vocabulary import word_set

_ADJECTIVAL_STOPS: Final = word_set("""
    off way sided time stop on to up down something ish odd plus out in strong dimensional
    pronged fold over
""")


def unit_of(tokens: Tokens, core: Core, at: int) -> Unit | None:
    """
    The unit of this core, looked for from the token `at`; its currency where it has one before it.

    None where the text names none beside it.
    """
    if core.currency is not None:
        return replace(core.currency, per=rate_after(tokens, core.end))
    if core.form == "ratio":
        return Unit("times", "ratio", core.end - 1, core.end - 1, within=True)
    if core.form == "share":
        return share_unit(tokens, core)
    hyphen = False
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        at, hyphen = at + 1, True
    if tokens.at(at).gap == NEW_LINE:
        return None
    unit = (
        percent_after(tokens, at)
        or _measure(tokens, at, core, hyphen)
        or currency_after(tokens, at, core)
        or (_times(tokens, at) if core.form != "vague" else None)
    )
    if unit is None and hyphen:
        return _adjectival(tokens, at)
    if unit is None:
        return with_rate(tokens, _noun(tokens, at, core))
    return with_rate(tokens, unit)


def _measure(tokens: Tokens, at: int, core: Core, hyphen: bool) -> Unit | None:
    token = tokens.at(at)
    glued = token.gap == GLUED and not hyphen
    ends = not tokens.glued(at + 1) or tokens.at(at + 1).kind == MARK
    if glued and core.digits and ends and token.lower in GLUED_FORMS and token.text != "c":
        unit = GLUED_FORMS[token.lower]
        return Unit(unit.name, unit.kind, at, at, within=True)
    for length in range(LONGEST_MEASURE, 0, -1):
        measure = MEASURE_FORMS.get(tokens.words(at, length))
        if measure is not None and _is_measure(tokens, at, length, core, hyphen, glued):
            half = tokens.words(at + length, 3) == ("and", "a", "half") and core.scale == 1
            last = at + length - 1
            return Unit(
                measure.name, measure.kind, at, last, within=glued or token.text == "°", half=half
            )
    return None


def _is_measure(
    tokens: Tokens, at: int, length: int, core: Core, hyphen: bool, glued: bool
) -> bool:
    token = tokens.at(at)
    if length > 1:
        return True
    if tokens.glued(at + 1) and tokens.at(at + 1).kind != MARK:
        return False
    short = len(token.text) <= 3 and token.lower not in MEASURE_NAMES
    if short and are_initials(tokens, at, one=core.value == 1):
        return False
    if token.lower in AFTER_DIGITS:
        if not core.digits or (len(token.text) == 1 and token.text.isupper()):
            return False
        return glued or hyphen or len(token.text) > 1 or core.form == "number"
    if token.lower == "second" and not hyphen:
        return core.digits
    return (
        token.text.islower()
        or token.text.isupper()
        or _titled(tokens, at)
        or not token.text.isalpha()
    )


def _titled(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised word stands among capitalised words, as in a headline."""
    return tokens.at(at + 1).text[:1].isupper() or tokens.at(at - 1).text[:1].isupper()


def _times(tokens: Tokens, at: int) -> Unit | None:
    if tokens.word(at) in {"times", "fold"} and not tokens.at(at).text[:1].isupper():
        return Unit("times", "ratio", at, at)
    if tokens.word(at) == "x" and tokens.glued(at) and tokens.at(at + 1).kind != NUMBER:
        return Unit("times", "ratio", at, at, within=True)
    return None


def _adjectival(tokens: Tokens, at: int) -> Unit | None:
    """ "a 12-member council": what is counted stands after the hyphen, in the singular."""
    token = tokens.at(at)
    if token.kind != WORD or len(token.text) < 3 or token.lower in _ADJECTIVAL_STOPS | STOPS:
        return None
    return Unit(token.text, "count", at, at)


def _noun(tokens: Tokens, at: int, core: Core) -> Unit | None:
    if tokens.words(at, 2) in {("of", "a"), ("of", "an")}:  # "0.5 of a percentage point"
        part = _measure(tokens, at + 2, core, hyphen=False) or percent_after(tokens, at + 2)
        if part is not None:
            return part
    if tokens.word(at) == "of":
        at = past_determiners(tokens, at + 1)
        inner = (
            _measure(tokens, at, core, hyphen=False)
            if core.form in {"order", "vague", "couple"}
            else None
        )
        inner = inner or (currency_after(tokens, at, core) if core.form != "number" else None)
        if inner is not None:
            return inner
    if tokens.word(at) in {"more", "other", "or", "additional"} and tokens.at(at + 1).kind == WORD:
        step = 2 if tokens.words(at, 2) == ("or", "so") else 1
        if step == 2 or tokens.word(at) != "or":
            measured = _measure(tokens, at + step, core, hyphen=False)
            if measured is not None:
                return measured
            at += step if step == 2 else 0
    if tokens.word(at) == "point":  # "a quarter point"
        return Unit("point", "count", at, at)
    noun = noun_after(tokens, at, one=core.value == 1 and core.scale == 1)
    if noun is None:
        return None
    return Unit(noun.head, "count", noun.first, noun.last, qualifier=noun.qualifier)
