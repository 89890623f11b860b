"""The minus before a number and the "below zero" after it."""

from typing import Final

from claims.quantities.cores import Core
from claims.quantities.tokens import NUMBER, Tokens

_MINUS: Final = {"minus", "negative"}
_OPENING: Final = {"(", "[", "<", ">", "=", '"', "'"}


def take_sign(tokens: Tokens, core: Core, floor: int) -> None:
    """Takes a minus before the number into the core, where it cannot be a hyphen or a range."""
    if core.value is None or core.first - 1 < floor:
        return
    if _is_minus(tokens, core.first - 1, floor):
        core.value, core.first = -core.value, core.first - 1


def take_below_zero(tokens: Tokens, core: Core) -> None:
    """Makes "5 degrees below zero" negative."""
    below = tokens.words(core.tail, 2) in {("below", "zero"), ("below", "freezing")}
    if below and core.value is not None and core.value > 0:
        core.value = -core.value


def _is_minus(tokens: Tokens, at: int, floor: int) -> bool:
    word, before = tokens.word(at), tokens.word(at - 1)
    after_number = tokens.at(at - 1).kind == NUMBER
    if word in _MINUS:
        return not after_number and before not in {"or", "/", "and"}
    if word != "-" or not tokens.glued(at + 1):
        return False
    if tokens.glued(at) and before not in _OPENING:
        return False
    return not (after_number and at == floor)
