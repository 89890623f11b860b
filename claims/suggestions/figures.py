"""The figures of a sentence, of an English one with all they say."""

import re
from dataclasses import replace
from typing import Final

from claims.quantities import Quantity, read_quantities

# Digits that touch letters of a script without spaces: 派遣了3000名士兵.
_GLUED: Final = re.compile(r"(?<![\d.,])\d[\d.,]*\d|(?<![\d.,])\d(?![\d.,])")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_YEAR_SIGNS: Final = frozenset("年月日号")


def figures_of(sentence: str) -> list[Quantity]:
    """The sentence's figures in order; offsets are code points of the sentence."""
    found = read_quantities(sentence)
    if not _UNSPACED.search(sentence):
        return found
    taken = {at for figure in found for at in range(figure.start, figure.end)}
    alone = [
        replace(figure, start=match.start(), end=match.end())
        for match in _GLUED.finditer(sentence)
        if match.start() not in taken and sentence[match.end() : match.end() + 1] not in _YEAR_SIGNS
        for figure in read_quantities(match[0])[:1]
        if figure.text == match[0]
    ]
    return sorted([*found, *alone], key=lambda figure: figure.start)
