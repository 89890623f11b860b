"""Two versions of an article side by side, paragraph by paragraph, with the claims in both."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from factcheck.desk.word_diff import GONE, NEW, SAME, word_diff

# From this likeness on (of 100), two paragraphs are versions of one.
ALIKE = 45


class Spot(NamedTuple):
    """A claim's words in one of the texts."""

    start: int
    end: int
    claim: Any


class Paragraph(NamedTuple):
    """A line of a text that has words, and where it begins."""

    start: int
    text: str


class Piece(NamedTuple):
    """Some words of a paragraph: whether only this version has them, and the claim on them."""

    text: str
    is_changed: bool
    claim: Any


class Side(NamedTuple):
    """A paragraph of one version; `start` is its offset."""

    start: int
    pieces: list[Piece]


class Row(NamedTuple):
    """A paragraph in both versions; None where one of them has none."""

    old: Side | None
    new: Side | None
    is_changed: bool


def compared(old: str, new: str, old_spots: Sequence[Spot], new_spots: Sequence[Spot]) -> list[Row]:
    """Every paragraph of both texts, in order."""
    return [
        _row(before, after, old_spots, new_spots)
        for before, after in _paired(list(_paragraphs(old)), list(_paragraphs(new)))
    ]


def _paragraphs(text: str) -> Iterator[Paragraph]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(start, line)
        start += len(line) + 1


def _paired(
    old: list[Paragraph], new: list[Paragraph]
) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    texts = [each.text for each in old], [each.text for each in new]
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, *texts, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield from zip(old[start:end], new[new_start:new_end], strict=True)
        else:
            yield from _alike(old[start:end], new[new_start:new_end])


def _alike(
    old: list[Paragraph], new: list[Paragraph]
) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """Each with the next that is a version of it; the others alone."""
    waiting = list(new)
    for before in old:
        likeness = [fuzz.ratio(before.text, after.text) for after in waiting]
        best = max(range(len(waiting)), key=likeness.__getitem__, default=-1)
        if best < 0 or likeness[best] < ALIKE:
            yield before, None
            continue
        for added in waiting[:best]:
            yield None, added
        yield before, waiting[best]
        waiting = waiting[best + 1 :]
    for added in waiting:
        yield None, added


def _row(
    before: Paragraph | None,
    after: Paragraph | None,
    old_spots: Sequence[Spot],
    new_spots: Sequence[Spot],
) -> Row:
    runs = word_diff(before.text if before else "", after.text if after else "")
    old = before and _side(before, [run for run in runs if run.kind != NEW], GONE, old_spots)
    new = after and _side(after, [run for run in runs if run.kind != GONE], NEW, new_spots)
    return Row(old, new, any(run.kind != SAME for run in runs))


def _side(paragraph: Paragraph, runs: Iterable[Any], kind: str, spots: Sequence[Spot]) -> Side:
    """Cut wherever a change or a claim begins or ends."""
    start, end = paragraph.start, paragraph.start + len(paragraph.text)
    changed, at = [], start
    for run in runs:
        if run.kind == kind:
            changed.append((at, at + len(run.text)))
        at += len(run.text)
    here = [spot for spot in spots if spot.start < end and spot.end > start]
    edges = {start, end, *(edge for span in changed for edge in span)}
    edges |= {min(max(edge, start), end) for spot in here for edge in (spot.start, spot.end)}
    cuts = sorted(edges)
    pieces = [
        Piece(
            paragraph.text[a - start : b - start],
            any(first <= a < last for first, last in changed),
            next((spot.claim for spot in here if spot.start <= a < spot.end), None),
        )
        for a, b in pairwise(cuts)
    ]
    return Side(start, pieces)
