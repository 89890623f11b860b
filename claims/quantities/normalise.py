"""
One spelling for what newspapers set in many ways, character for character, so offsets survive.
"""

import sys
import unicodedata

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u202f\u205f\u3000\t"
)
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u00b4\u0060\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02"


def _table() -> dict[int, str]:
    table = dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(map(ord, _HYPHENS), "-")
    table |= dict.fromkeys(map(ord, _SINGLE_QUOTES), "'")
    table |= dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"')
    table |= {0xFF04: "$", 0xFFE1: "£", 0xFFE5: "¥", 0xFF05: "%", 0x066A: "%"}
    table |= {0x066B: ".", 0x066C: ",", 0xFF0E: ".", 0xFF0C: ","}
    for point in range(0x80, sys.maxunicode + 1):
        character = chr(point)
        if character.isdecimal():
            table[point] = str(unicodedata.decimal(character))
    return table


_ONE_FOR_ONE = _table()


def normalise(text: str) -> str:
    """
    The text with spaces, hyphens, quotes and decimal digits of any script in their ASCII form.

    Always of the same length as the text given. Em dashes stay: they part, they do not join.
    """
    return text if text.isascii() and "\t" not in text else text.translate(_ONE_FOR_ONE)


def mixes_digits(surface: str) -> bool:
    """Whether a number is set in digits of more than one script, as no honest text does."""
    zeros = {ord(c) - unicodedata.decimal(c) for c in surface if c.isdecimal()}
    return len(zeros) > 1
