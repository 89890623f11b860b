"""A whole chart on its sheet: headline, rows, axis, legend, and what was not compared."""

from collections.abc import Sequence
from itertools import pairwise

from claims.chart.arrangement import Arrangement, arranged
from claims.chart.beside import notes_on
from claims.chart.columns import NARROWEST, Columns, columns_for
from claims.chart.marks import NAMES, SAMPLE_WIDTHS, SAMPLES, Ground, hatching
from claims.chart.measuring import Run, width_of
from claims.chart.people import clean
from claims.chart.rows import Rows
from claims.chart.scale import Tick, axis_for
from claims.chart.sentences import headline
from claims.chart.sheet import (
    LEAD,
    LEGEND,
    NOTE,
    QUESTION,
    QUESTION_NARROW,
    TICK,
    Sheet,
    lines_of,
)
from claims.chart.svg import element
from claims.disagreement import Disagreement, Position

_LONGEST_LINE = 820.0
_TICK_APART = 70.0
_AXIS_ABOVE_TOO_FROM = 13
_LEGEND = {**NAMES, "bracket": "can be true together"}


def sheet_of(found: Disagreement, *, width: int, name: str) -> Sheet:
    """The chart, this wide, with everything in its place. `name` begins the ids it needs."""
    sheet = Sheet(max(width, NARROWEST))
    arrangement = arranged(found)
    rows = [item for item in arrangement.items if isinstance(item, Position)]
    columns = columns_for(sheet.width, arrangement.columns, rows)
    _head(sheet, columns, found)
    marks = _plot(sheet, columns, found, arrangement, name) if rows else set()
    _legend(sheet, columns, marks, f"{name}-hatching")
    _notes(sheet, columns, found, arrangement.brackets_left_out)
    if "order" in marks:
        sheet.under.insert(0, element("defs", hatching(f"{name}-hatching")))
    sheet.y += columns.left * 0.75
    return sheet


def _head(sheet: Sheet, columns: Columns, found: Disagreement) -> None:
    sheet.y = columns.left * 0.75
    style = QUESTION_NARROW if columns.is_narrow else QUESTION
    sheet.balanced(clean(found.question.text), style, columns.left, columns.width)
    sheet.y += 5
    sheet.balanced(" ".join(headline(found)), LEAD, columns.left, min(columns.width, _LONGEST_LINE))
    sheet.y += 12


def _plot(
    sheet: Sheet, columns: Columns, found: Disagreement, arrangement: Arrangement, name: str
) -> set[str]:
    """The rows and their axis. Returns the names of the marks that occur."""
    first = found.positions[0].quantity.unit or ""
    axis = axis_for(found.positions, found.question.unit or first)
    ground, ticks = None, []
    if axis:
        ground = Ground(axis, columns.plot_left, columns.plot_right, f"{name}-hatching")
        ticks = axis.ticks(lambda ticks: _fit(sheet, columns, ticks))
        if len(found.positions) >= _AXIS_ABOVE_TOO_FROM:
            _tick_words(sheet, columns, ticks)
    rows = Rows(sheet, columns, ground, ticks)
    rows.draw(arrangement)
    if axis:
        _axis(sheet, columns, ticks, axis.name)
    return rows.marks


def _axis(sheet: Sheet, columns: Columns, ticks: Sequence[Tick], name: str) -> None:
    sheet.y += 6
    sheet.line("axis", columns.plot_left, sheet.y, columns.plot_right, sheet.y)
    for tick in ticks:
        x = columns.x(tick.at)
        sheet.line("axis", x, sheet.y, x, sheet.y + 5)
    sheet.y += 7
    _tick_words(sheet, columns, ticks)
    for line in lines_of(name, TICK, columns.plot_right - columns.plot_left):
        sheet.write(line, TICK, columns.plot_right, sheet.y + TICK.leading / 2, anchor="end")
        sheet.y += TICK.leading
    sheet.y += 10


def _tick_words(sheet: Sheet, columns: Columns, ticks: Sequence[Tick]) -> None:
    for tick, (left, right) in zip(ticks, _tick_boxes(sheet, columns, ticks), strict=True):
        middle = sheet.y + TICK.leading / 2
        sheet.write((Run(tick.words),), TICK, (left + right) / 2, middle, anchor="middle")
    sheet.y += TICK.leading + 2


def _tick_boxes(sheet: Sheet, columns: Columns, ticks: Sequence[Tick]) -> list[tuple[float, float]]:
    """From where to where each tick's words reach, none of them beyond the sheet."""
    boxes = []
    for tick in ticks:
        half = width_of(tick.words, TICK.size) / 2
        x = min(max(columns.x(tick.at), half + 4), sheet.width - half - 4)
        boxes.append((x - half, x + half))
    return boxes


def _fit(sheet: Sheet, columns: Columns, ticks: Sequence[Tick]) -> bool:
    """Whether these ticks stand apart: their words, and enough white between their lines."""
    boxes = _tick_boxes(sheet, columns, ticks)
    room = (columns.plot_right - columns.plot_left) / _TICK_APART
    return len(ticks) <= max(room, 2) and all(
        left[1] + 12 <= right[0] for left, right in pairwise(boxes)
    )


def _legend(sheet: Sheet, columns: Columns, marks: set[str], hatching_name: str) -> None:
    """A sample of each mark that occurs, with its name."""
    if not marks:
        return
    x, middle = columns.left, sheet.y + LEGEND.leading / 2
    for mark, words in _LEGEND.items():
        if mark not in marks:
            continue
        sample = SAMPLE_WIDTHS.get(mark, 34.0)
        needed = sample + 8 + width_of(words, LEGEND.size)
        if x > columns.left and x + needed > columns.right:
            x, middle = columns.left, middle + LEGEND.leading
        sheet.shapes.append(_sample(mark, x, middle, hatching_name))
        sheet.write((Run(words),), LEGEND, x + sample + 8, middle)
        x += needed + 18
    sheet.y = middle + LEGEND.leading / 2


def _sample(mark: str, x: float, middle: float, hatching_name: str) -> str:
    if mark == "bracket":
        path = f"M{x + 2:.1f} {middle - 7:.1f}v14m0 -14h8m-8 14h8"
        return element("path", class_="bracket", d=path)
    return SAMPLES[mark](x, middle, hatching_name)


def _notes(sheet: Sheet, columns: Columns, found: Disagreement, left_out: int) -> None:
    """What brackets mean, and what is not compared and why."""
    notes = notes_on(found)
    if left_out:
        notes.append((Run(f"{left_out} more sets of figures can be true together."),))
    for runs in notes:
        sheet.y += 8
        sheet.balanced(runs, NOTE, columns.left, min(columns.width, _LONGEST_LINE))
