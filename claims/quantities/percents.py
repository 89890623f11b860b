"""Percent in all its spellings, percentage points and shares."""

from dataclasses import replace
from typing import Final

from claims.quantities.cores import Core, Unit
from claims.quantities.initials import are_initials
from claims.quantities.measures import MEASURE_FORMS
from claims.quantities.nouns import noun_after, past_determiners
from claims.quantities.tokens import NUMBER, Tokens

PERCENTS: Final = {"%", "percent", "pct", "percentage", "percents"}


def share_unit(tokens: Tokens, core: Core) -> Unit:
    """The unit "share", with the noun that it is a share of where one follows."""
    at = core.end + (tokens.word(core.end) == "of")
    noun = (
        noun_after(tokens, past_determiners(tokens, at))
        if at > core.end or core.value is not None
        else None
    )
    if noun is None:
        return Unit("share", "share", core.end - 1, core.end - 1, within=True)
    return Unit(
        "share", "share", noun.first, noun.last, qualifier=noun.qualifier, share_of=noun.head
    )


def percent_after(tokens: Tokens, at: int) -> Unit | None:
    """Percent or percentage points from this token on, or None."""
    points = MEASURE_FORMS.get(tokens.words(at, 2))
    if points is not None and points.dimension == "points":
        return Unit(points.name, points.kind, at, at + 1)
    word = tokens.word(at)
    if word in PERCENTS:
        last = at
    elif tokens.words(at, 2) == ("per", "cent"):
        last = at + 1
    elif tokens.words(at, 3) == ("per", "-", "cent"):
        last = at + 2
    elif word == "pc" and _is_percent(tokens, at):
        last = at
    else:
        return None
    return _percent_points(tokens, at, last) or replace(
        Unit("percent", "share", at, last, within=True), share_of=_share_noun(tokens, last + 1)
    )


def _is_percent(tokens: Tokens, at: int) -> bool:
    """Whether "pc" is a percent: not in "20 PC users"."""
    after_digits = tokens.glued(at) or tokens.at(at - 1).kind == NUMBER
    return after_digits and not are_initials(tokens, at)


def _percent_points(tokens: Tokens, at: int, last: int) -> Unit | None:
    """ "percentage-point", with its hyphen, and "% points"."""
    after = last + 1
    if tokens.word(after) == "-" and tokens.glued(after):
        after += 1
    if tokens.word(after) not in {"point", "points", "pts"}:
        return None
    return Unit("percentage point", "share", at, after)


def _share_noun(tokens: Tokens, at: int) -> str | None:
    if tokens.word(at) != "of":
        return None
    noun = noun_after(tokens, past_determiners(tokens, at + 1))
    return noun.head if noun else None
