"""The columns of a chart: brackets, words, plot, verdicts. In a narrow one words stand above."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.chart.measuring import width_of
from claims.chart.people import clean
from claims.chart.sheet import VERDICT
from claims.disagreement import Position

NARROWEST = 300
_WIDE_FROM = 720
_BRACKET = 15.0
GLYPH = 20.0
_LONGEST_VERDICT = 150.0


@dataclass(frozen=True)
class Columns:
    """Where each column begins and ends."""

    is_narrow: bool
    left: float
    right: float
    words: float
    words_width: float
    plot_left: float
    plot_right: float
    verdict: float | None

    @property
    def width(self) -> float:
        return self.right - self.left

    def x(self, at: float) -> float:
        """Where on the plot this place from 0 to 1 is."""
        return self.plot_left + (self.plot_right - self.plot_left) * at

    def bracket(self, column: int) -> float:
        return self.left + 3 + column * _BRACKET


def columns_for(width: float, brackets: int, positions: Sequence[Position]) -> Columns:
    """The columns of a chart this wide, with so many brackets beside one another."""
    is_narrow = width < _WIDE_FROM
    margin = 16.0 if is_narrow else 36.0
    left, right = margin, width - margin
    words = left + (brackets * _BRACKET + 3 if brackets else 0)
    if is_narrow:
        return Columns(True, left, right, words, right - words, words + 10, right - 10, None)
    room = verdict_width(positions)
    words_width = min(330.0, (right - left) * 0.31)
    plot_right = right - (room + 24 if room else 8)
    verdict = right - room if room else None
    plot_left = words + words_width + 26
    return Columns(False, left, right, words, words_width, plot_left, plot_right, verdict)


def verdict_width(positions: Sequence[Position]) -> float:
    """How much room the widest verdict takes, glyph and word; 0 if there is none."""
    widths = [
        GLYPH + width_of(clean(each.verdict.rating.name), VERDICT.size, bold=True)
        for each in positions
        if each.verdict
    ]
    return min(max(widths, default=0.0), _LONGEST_VERDICT)
