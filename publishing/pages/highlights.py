"""An article's text in paragraphs, cut where checked statements begin and end."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from claims.headings import is_heading

_SPACE = re.compile(r"\s+")


class Mark(NamedTuple):
    """Where a checked statement stands in the text, in code points."""

    start: int
    end: int
    check: Any


class Piece(NamedTuple):
    """Some of the text, with the check of the statement it belongs to, if it does."""

    text: str
    check: Any = None
    begins: bool = False
    ends: bool = False


class Paragraph(NamedTuple):
    """Pieces in order; a heading is one, too."""

    pieces: list[Piece]
    is_heading: bool


def paragraphs(text: str, marks: Sequence[Mark], *, headline: str = "") -> list[Paragraph]:
    """
    The whole text but for a first paragraph that repeats the headline.

    Of statements that overlap, the one that begins last has the words they share, the shortest
    where they begin together: so a statement inside another keeps its own mark.
    """
    blocks = [(block, _runs(block, marks)) for block in _blocks(text)]
    if blocks and _is_unmarked(blocks[0][1]) and text[slice(*blocks[0][0])] == headline:
        del blocks[0]
    places = [(id(mark), start) for _, runs in blocks for start, _, mark in runs if mark]
    last = dict(places)
    first = dict(reversed(places))
    made = []
    for (begin, finish), runs in blocks:
        pieces = [
            Piece(text[start:end], mark.check, first[id(mark)] == start, last[id(mark)] == start)
            if mark
            else Piece(text[start:end])
            for start, end, mark in runs
        ]
        heads = _is_unmarked(runs) and is_heading(text[begin:finish])
        made.append(Paragraph(pieces, heads))
    return made


def _blocks(text: str) -> list[tuple[int, int]]:
    """Where paragraphs stand: between white space that has an empty line in it, or an edge."""
    spaces = [(0, 0), *(run.span() for run in _SPACE.finditer(text)), (len(text), len(text))]
    breaks = [
        (start, end)
        for start, end in spaces
        if start == 0 or end == len(text) or text.count("\n", start, end) > 1
    ]
    edges = ((begin, end) for (_, begin), (end, _) in pairwise(breaks))
    return [(begin, end) for begin, end in edges if begin < end]


def _runs(block: tuple[int, int], marks: Sequence[Mark]) -> list[tuple[int, int, Mark | None]]:
    """The block's pieces: start, end, and the mark that has the words."""
    here = [mark for mark in marks if mark.start < block[1] and mark.end > block[0]]
    inner = {edge for mark in here for edge in (mark.start, mark.end)}
    edges = sorted({edge for edge in inner if block[0] < edge < block[1]} | set(block))
    runs: list[tuple[int, int, Mark | None]] = []
    for start, end in pairwise(edges):
        over = [mark for mark in here if mark.start <= start and mark.end >= end]
        owner = max(over, key=lambda mark: (mark.start, -mark.end), default=None)
        if runs and runs[-1][2] is owner:
            start = runs.pop()[0]
        runs.append((start, end, owner))
    return runs


def _is_unmarked(runs: Sequence[tuple[int, int, Mark | None]]) -> bool:
    return all(mark is None for _, _, mark in runs)
