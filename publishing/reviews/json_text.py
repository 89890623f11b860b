"""
JSON as web sites write it: leniently read, never normalised.

Line breaks within strings pass, and quotation marks that should have been escaped are, where what
they enclose is plain. Numbers that no database holds stay the text that they were.
"""

import json
import math
import re
from typing import Any

from publishing.reviews.review import Unreadable

# Digits that any reader of JSON takes for a whole number.
MOST_DIGITS = 18
# Characters of a text that is worth mending: one page’s block, not a feed.
LONGEST_MENDED = 200_000
# What some systems wrap a script's content in.
_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*\Z")


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= MOST_DIGITS else text


def _fraction(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


_DECODER = json.JSONDecoder(
    strict=False, parse_int=_whole, parse_float=_fraction, parse_constant=str
)


def parsed(text: str) -> Any:
    """The text's value. Raises Unreadable with line and column."""
    text = text.lstrip("\ufeff")
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise Unreadable("It is nested too deep.") from None
    except ValueError as error:
        problem = error
    if len(text) <= LONGEST_MENDED:
        try:
            return _DECODER.decode(_escaped(_WRAPPING.sub("", text)))
        except (ValueError, RecursionError):
            pass
    raise Unreadable(f"It is no JSON: {problem}.") from problem


def _escaped(text: str) -> str:
    """The text with a backslash before each quotation mark that neither opens nor closes."""
    pieces, before = [], 0
    opening = "{[,:"
    closing = ",:}]"
    marks = [place.start() for place in re.finditer('"', text)]
    for mark in marks:
        left = _neighbour(text, mark, -1)
        right = _neighbour(text, mark, 1)
        if left in opening or right in closing or text[mark - 1 : mark] == "\\":
            continue
        pieces += [text[before:mark], "\\"]
        before = mark
    return "".join([*pieces, text[before:]])


def _neighbour(text: str, mark: int, step: int) -> str:
    """The next character to this side that is no white space; a brace where there is none."""
    for distance in range(1, 100):
        place = mark + step * distance
        if not 0 <= place < len(text):
            return "{" if step < 0 else "}"
        if not text[place].isspace():
            return text[place]
    return ""
