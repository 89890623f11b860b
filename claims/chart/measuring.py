"""
How wide words are, without a browser: on the generous side, whatever sans serif the reader has.

Advances are those of DejaVu Sans, the widest of the usual system fonts, in hundredths of an em.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_ADVANCES = {
    letter: advance
    for advance, letters in {
        25: "'ijl",
        30: " ,.",
        35: "-:;If|\u2018\u2019",
        40: "!()/[\\]rt",
        50: '"J`·\u201c\u201d',
        55: "*?L_cksz\u2013",
        60: "FTaeovxy",
        65: "$0123456789EKPSYbdghnpqu{}€",
        70: "ABCRVXZ",
        75: "DHNU",
        80: "&GOQw",
        85: "#+<=>^~×≈≠≤≥",
        90: "M",
        100: "%m@W\u2014\u2026",
    }.items()
    for letter in letters
}
_ACCENTED, _OTHER_ALPHABET, _WIDE, _LARGEST = 80, 100, 110, 145
_BOLDER = 1.15


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    words: str
    bold: bool = False


Line = tuple[Run, ...]


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """At most how wide these words are at this size, in its unit."""
    advance = sum(_advance(letter) for letter in words)
    return advance * size / 100 * (_BOLDER if bold else 1)


def width_of_line(line: Line, size: float) -> float:
    return sum(width_of(run.words, size, bold=run.bold) for run in line)


def wrapped(
    runs: Sequence[Run], size: float, width: float, *, most_lines: int | None = None
) -> list[Line]:
    """
    The words in lines no wider than this; a word that is wider itself is broken.

    Beyond `most_lines` the last one ends in an ellipsis.
    """
    lines: list[list[Run]] = [[]]
    for piece in _pieces(runs, size, width):
        end = Run(piece.words.rstrip(" "), piece.bold)
        if lines[-1] and width_of_line((*lines[-1], end), size) > width:
            lines.append(_carried_over(lines[-1], end, size, width))
        lines[-1].append(piece)
    if most_lines is not None and len(lines) > most_lines:
        lines = lines[:most_lines]
        lines[-1] = _shortened(lines[-1], size, width)
    return [_joined(line) for line in lines if line]


def balanced(runs: Sequence[Run], size: float, width: float) -> list[Line]:
    """The words in as few lines as `wrapped` makes, of about one length: no last word alone."""
    lines = wrapped(runs, size, width)
    narrow, wide = width / 2, width
    while len(lines) > 1 and wide - narrow > size:
        middle = (narrow + wide) / 2
        tried = wrapped(runs, size, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def _carried_over(line: list[Run], next_one: Run, size: float, width: float) -> list[Run]:
    """What must go to the next line with this: a word it follows without a space."""
    if len(line) < 2 or line[-1].words.endswith(" ") or line[-1].bold == next_one.bold:
        return []
    if width_of_line((line[-1], next_one), size) > width:
        return []
    return [line.pop()]


def _pieces(runs: Sequence[Run], size: float, width: float) -> list[Run]:
    """Each word with the space after it; one wider than a line in parts."""
    pieces: list[Run] = []
    for run in runs:
        for word in re.findall("[^ ]+ *| +", run.words):
            part = ""
            for letter in word:
                if letter != " " and part and width_of(part + letter, size, bold=run.bold) > width:
                    pieces.append(Run(part, run.bold))
                    part = ""
                part += letter
            if part:
                pieces.append(Run(part, run.bold))
    return pieces


def _shortened(line: list[Run], size: float, width: float) -> list[Run]:
    """The line with an ellipsis after its last word that leaves room for one."""
    kept = list(line)
    while kept:
        *before, last = kept
        ended = [*before, Run(last.words.rstrip(" ,;") + "…", last.bold)]
        if width_of_line(tuple(ended), size) <= width:
            return ended
        kept = before if before else [Run(last.words[:-1], last.bold)]
    return [Run("…")]


def _joined(line: Sequence[Run]) -> Line:
    """Neighbours of one weight made one, without the space at the end."""
    runs: list[Run] = []
    for piece in line:
        if runs and runs[-1].bold == piece.bold:
            runs[-1] = Run(runs[-1].words + piece.words, piece.bold)
        else:
            runs.append(piece)
    runs[-1] = Run(runs[-1].words.rstrip(" "), runs[-1].bold)
    return tuple(runs)


@lru_cache(maxsize=4096)
def _advance(letter: str) -> int:
    known = _ADVANCES.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Cf", "Me"}:
        return 0
    if letter < "\u0250":
        plain = unicodedata.normalize("NFD", letter)[0]
        return max(_ADVANCES.get(plain, _ACCENTED), 30) if plain != letter else _LARGEST
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _LARGEST if ord(letter) > 0xFFFF else _WIDE
    return _OTHER_ALPHABET if unicodedata.category(letter) != "Lu" else _WIDE
