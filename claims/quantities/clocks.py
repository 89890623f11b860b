"""Clock times: "10.45pm", "5 to 6 p.m.", "0900 GMT"."""

from typing import Final

from claims.quantities.tokens import NUMBER, Tokens
from claims.quantities.vocabulary import word_set
from claims.quantities.words import CARDINALS

_ZONES: Final = word_set("""
    gmt bst est edt cst pst pdt et pt utc ist cet cest jst aest hrs hours local
""")


def clock_end(tokens: Tokens, index: int) -> int:
    """ "10:45", "10.45pm", "5 a.m.", "0900 GMT", "8-10pm", "5 to 6 p.m." """
    if tokens.word(index + 1) == ":" and tokens.glued(index + 1) and tokens.glued(index + 2):
        return run_end(tokens, index, ":")
    surface = tokens.at(index).text
    if "," in surface or len(surface) > 5:
        return 0
    if _meridiem(tokens, index + 1):
        return index + 2
    if tokens.word(index + 1) in {"-", "to", "and"} and tokens.at(index + 2).kind == NUMBER:
        return index + 3 if _meridiem(tokens, index + 3) else 0
    if tokens.word(index + 1) == "o'clock":
        return index + 2
    in_hours = len(surface) == 4 and surface.isdigit() and surface[0] in "012"
    zone = tokens.word(index + 1)
    if zone in _ZONES and (
        (in_hours and zone != "local") or (zone not in {"hours", "hrs", "local"} and "." in surface)
    ):
        return index + 2
    return 0


def _meridiem(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    if word in {"am", "pm"}:
        return tokens.at(index).text in {"am", "pm", "AM", "PM"}
    return word.rstrip(".") in {"a.m", "p.m"}


def spelled_clock_end(tokens: Tokens, index: int) -> int:
    """The index after "five o'clock" and "five p.m."; 0 where it is no time."""
    if tokens.word(index) in CARDINALS and (
        _meridiem(tokens, index + 1) or tokens.word(index + 1) == "o'clock"
    ):
        return index + 2
    return 0


def run_end(tokens: Tokens, index: int, mark: str) -> int:
    """The index after numbers joined by this mark without spaces."""
    while (
        tokens.word(index + 1) == mark
        and tokens.glued(index + 1)
        and tokens.at(index + 2).kind == NUMBER
    ):
        if not tokens.glued(index + 2):
            break
        index += 2
    return index + 1
