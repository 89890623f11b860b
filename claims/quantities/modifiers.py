"""
Finds the hedges around a number: those before it from right to left, those after it from its unit
on.
"""

from dataclasses import dataclass
from typing import Final

from claims.quantities.cores import Core
from claims.quantities.counting import counts_after
from claims.quantities.guards import misread
from claims.quantities.hedges import AFTER, BEFORE, FILLERS, Hedge
from claims.quantities.quantity import ABOUT, EXACT
from claims.quantities.tokens import GLUED, NEW_LINE, NUMBER, Tokens

_LONGEST_CHAIN: Final = 3


@dataclass(frozen=True, slots=True)
class Hedged:
    """What is said of a number, and the tokens (first to end, exclusive) that say it."""

    hedge: Hedge | None
    first: int
    end: int


def hedges_around(tokens: Tokens, core: Core, floor: int, tail: int) -> Hedged:
    """
    The hedge of this core, with none of its words before the token `floor`.

    Of several ("at least about 500", "about 500 or more") a bound outranks an approximation.
    """
    found: list[Hedge] = []
    first = core.first
    for _ in range(_LONGEST_CHAIN):
        match = _before(tokens, core, first, floor) or _past_filler(tokens, core, first, floor)
        if match is None:
            break
        found.append(match[0])
        first = match[1]
    end = core.end
    after = _after(tokens, core.end, core) or (
        _after(tokens, tail, core) if tail > core.end else None
    )
    if after is not None:
        found.append(after[0])
        end = after[1]
    return Hedged(_strongest(found), first, end)


def end_of_hedge(tokens: Tokens, core: Core) -> int:
    """The index after a hedge that follows the number directly: "5,000 or more prisoners"."""
    after = _after(tokens, core.end, core)
    return after[1] if after else core.end


def _before(tokens: Tokens, core: Core, at: int, floor: int) -> tuple[Hedge, int] | None:
    """The longest wording that ends right before this token, and where it starts."""
    for wording, hedge in BEFORE.get(tokens.word(at - 1), ()):
        first = at - len(wording)
        if first < floor or tokens.at(at).gap == NEW_LINE:
            continue
        if tokens.words(first, len(wording)) != wording:
            continue
        if wording[-1] == "-" and not (tokens.glued(at) and tokens.glued(at - 1)):
            continue
        if not misread(tokens, wording, first, core):
            return hedge, first
    return None


def _past_filler(tokens: Tokens, core: Core, at: int, floor: int) -> tuple[Hedge, int] | None:
    """The same with a small word between: "about another 500", "at least a further 12"."""
    for filler in FILLERS:
        first = at - len(filler)
        if first <= floor or tokens.words(first, len(filler)) != filler:
            continue
        match = _before(tokens, core, first, floor)
        if match is None or (
            filler in {("the",), ("a",), ("an",)} and not _bears_article(match, filler, tokens)
        ):
            continue
        return match
    return None


def _bears_article(match: tuple[Hedge, int], filler: tuple[str, ...], tokens: Tokens) -> bool:
    """ "nearly a 5%", "almost the 500" are hedged; "more than the $6.3 trillion" compares."""
    return (
        match[0].comparator == ABOUT
        and filler != ("the",)
        and tokens.word(match[1]) in {"nearly", "almost", "roughly"}
    )


def _after(tokens: Tokens, at: int, core: Core) -> tuple[Hedge, int] | None:
    for wording, hedge in AFTER.get(tokens.word(at), ()):
        if tokens.words(at, len(wording)) != wording or tokens.at(at).gap == NEW_LINE:
            continue
        if _is_after_hedge(tokens, at, wording, core):
            return hedge, at + len(wording)
    return None


def _is_after_hedge(tokens: Tokens, at: int, wording: tuple[str, ...], core: Core) -> bool:
    end = at + len(wording)
    if tokens.word(end) in {"than", "to"} and wording[0] in {"or", "and"}:
        return False
    if wording == ("max",) and not tokens.at(at).text.islower():
        return False  # "the 737 MAX"
    if wording == ("+",):
        return tokens.glued(at) and tokens.at(end).kind != NUMBER
    if wording[0] == "-":
        return tokens.glued(at) and tokens.glued(at + 1)
    if wording == ("tops",) and at == core.end and core.currency is None:
        return False  # "300 tops" are clothes, "$300 tops" are not
    if wording in {("plus",), ("minimum",), ("maximum",), ("max",), ("tops",), ("upwards",)}:
        return (tokens.at(at).gap != GLUED and wording != ("plus",)) or (
            not counts_after(tokens, end) and tokens.at(end).kind != NUMBER and core.digits
        )
    if wording in {("odd",), ("ish",)}:
        return tokens.glued(at) or wording == ("odd",)
    if wording in {("at", "least"), ("at", "most"), ("at", "the", "least"), ("at", "the", "most")}:
        return tokens.at(end).kind != NUMBER
    return tokens.at(end).kind != NUMBER and tokens.word(end) not in {"$", "£", "€"}


def _strongest(found: list[Hedge]) -> Hedge | None:
    bounds = [hedge for hedge in found if hedge.comparator not in {EXACT, ABOUT}]
    if bounds:
        return bounds[-1] if not bounds[0].emphatic else bounds[0]
    approximations = [hedge for hedge in found if hedge.comparator == ABOUT]
    means = [hedge for hedge in found if hedge.mean]
    if approximations:
        first = approximations[0]
        return Hedge(ABOUT, side=first.side, mean=bool(means))
    return means[0] if means else (found[0] if found else None)
