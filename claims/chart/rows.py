"""The rows of a chart: each position's words and mark, and what parts them."""

from claims.chart.arrangement import Arrangement, Bracket, Cut, Gap, Heading
from claims.chart.columns import Columns, verdict_width
from claims.chart.figures import in_its_words
from claims.chart.marks import Ground, mark_of
from claims.chart.measuring import width_of, width_of_line
from claims.chart.people import isolated, who_else, who_says
from claims.chart.scale import Tick
from claims.chart.sheet import BETWEEN, FIGURE, HEADING, WHO, Sheet, lines_of
from claims.chart.svg import element
from claims.chart.verdicts import draw_verdict
from claims.disagreement import Pair, Position
from claims.quantities.quantity import VAGUE

_AROUND = 11.0
_MARK = 26.0
_MOST_LINES_OF_NAMES = 3


class Rows:
    """Draws what is arranged, from the sheet's `y` down; without a ground, words only."""

    def __init__(
        self, sheet: Sheet, columns: Columns, ground: Ground | None, ticks: list[Tick]
    ) -> None:
        self.sheet, self.columns, self.ground = sheet, columns, ground
        self._ticks = [columns.x(tick.at) for tick in ticks]
        self._heights: dict[Position, float] = {}
        self.marks: set[str] = set()

    def draw(self, arrangement: Arrangement) -> None:
        """All rows, then the brackets beside them."""
        for item in arrangement.items:
            if isinstance(item, Position):
                self._row(item)
            elif isinstance(item, Gap):
                self._gap(item)
            elif isinstance(item, Heading):
                self._heading(item.words)
            elif isinstance(item, Cut):
                self._cut(item.words)
        for bracket in arrangement.brackets:
            self._bracket(bracket)

    def _row(self, position: Position) -> None:
        top = self.sheet.y
        self.sheet.y += _AROUND
        middle = self.sheet.y + FIGURE.leading / 2
        self._heights[position] = middle
        self._words(position)
        if not self.columns.is_narrow:
            self.sheet.y += _AROUND
            self._mark(position, middle, top, self.sheet.y)
            return
        if self.ground and position.quantity.comparator != VAGUE:
            top = self.sheet.y + 1
            self.sheet.y += _MARK
            self._mark(position, top + _MARK / 2, top, self.sheet.y)
        self.sheet.y += 4

    def _words(self, position: Position) -> None:
        sheet, columns = self.sheet, self.columns
        figure = isolated(in_its_words(position.quantity))
        beside = self._verdict_beside(position, figure)
        sheet.paragraph(figure, FIGURE, columns.words, columns.words_width)
        for words in (who_says(position), *who_else(position)):
            sheet.paragraph(
                words, WHO, columns.words, columns.words_width, most_lines=_MOST_LINES_OF_NAMES
            )
        if position.verdict and not beside:
            middle = sheet.y + WHO.leading / 2
            draw_verdict(sheet, position.verdict, columns.words, middle, columns.words_width)
            sheet.y += WHO.leading

    def _verdict_beside(self, position: Position, figure: str) -> bool:
        """Whether the verdict stands on the figure's line, in its column or at the right."""
        columns, verdict = self.columns, position.verdict
        if verdict is None:
            return False
        room = verdict_width([position])
        x = columns.right - room if columns.verdict is None else columns.verdict
        needed = width_of(figure, FIGURE.size, bold=True) + 16
        if columns.verdict is None and columns.words + needed > x:
            return False
        middle = self.sheet.y + FIGURE.leading / 2
        draw_verdict(self.sheet, verdict, x, middle, columns.right - x)
        return True

    def _mark(self, position: Position, middle: float, top: float, bottom: float) -> None:
        """The mark, on the axis's round values and a thread from the words."""
        mark = mark_of(position, self.ground, middle) if self.ground else None
        if mark is None:
            return
        for x in self._ticks:
            self.sheet.line("grid", x, top, x, bottom)
        self.sheet.line("thread", self.columns.plot_left, middle, self.columns.plot_right, middle)
        self.sheet.shapes.append(mark.drawing)
        self.marks.update(mark.names)

    def _gap(self, gap: Gap) -> None:
        """A line between two rows; with a measure of how far apart they are."""
        sheet, columns = self.sheet, self.columns
        if not gap.words:
            sheet.y += 5
            sheet.line("part", columns.words, sheet.y, columns.right, sheet.y)
            sheet.y += 5
            return
        sheet.y += 5
        ends = self._ends(gap.pair)
        lines = lines_of(gap.words, BETWEEN, _width(columns))
        half = max(width_of_line(line, BETWEEN.size) for line in lines) / 2
        middle = sum(ends) / 2 if ends else columns.plot_left + half
        middle = min(max(middle, columns.plot_left + half), columns.plot_right - half)
        sheet.line("part", columns.words, sheet.y + 8, middle - half - 8, sheet.y + 8)
        sheet.line("part", middle + half + 8, sheet.y + 8, columns.right, sheet.y + 8)
        for line in lines:
            sheet.write(line, BETWEEN, middle, sheet.y + BETWEEN.leading / 2, anchor="middle")
            sheet.y += BETWEEN.leading
        if ends and ends[1] - ends[0] > 12:
            self._measure(*ends)
        sheet.y += 5

    def _measure(self, left: float, right: float) -> None:
        sheet = self.sheet
        sheet.y += 7
        path = (
            f"M{left + 1:.1f} {sheet.y:.1f}H{right - 1:.1f}"
            f"M{left + 6:.1f} {sheet.y - 4:.1f}l-5 4l5 4"
            f"M{right - 6:.1f} {sheet.y - 4:.1f}l5 4l-5 4"
        )
        sheet.shapes.append(element("path", class_="measure", d=path))
        sheet.y += 3

    def _ends(self, pair: Pair | None) -> tuple[float, float] | None:
        """From where to where two figures are apart, as their ratio counts it."""
        if pair is None or pair.relation.ratio is None or self.ground is None:
            return None
        places = []
        for one in (pair.a.quantity, pair.b.quantity):
            ends = [one.value] if one.value is not None else [one.low, one.high]
            places.append([self.ground.x(end, one.unit) for end in ends if end is not None])
        if not all(places):
            return None
        a, b = sorted(places)
        return max(a), min(b)

    def _cut(self, words: str) -> None:
        self.sheet.y += _AROUND
        self.sheet.paragraph(words, WHO, self.columns.words, self.columns.width)
        self.sheet.y += _AROUND

    def _heading(self, words: str) -> None:
        sheet, columns = self.sheet, self.columns
        sheet.y += 8
        sheet.line("part", columns.words, sheet.y, columns.right, sheet.y)
        sheet.y += 7
        sheet.paragraph(words, HEADING, columns.words, columns.right - columns.words)

    def _bracket(self, bracket: Bracket) -> None:
        heights = [self._heights[each] for each in bracket.members if each in self._heights]
        if len(heights) < 2:
            return
        x = self.columns.bracket(bracket.column)
        teeth = "".join(f"M{x:.1f} {height:.1f}h8" for height in heights)
        spine = f"M{x:.1f} {min(heights):.1f}V{max(heights):.1f}"
        self.sheet.shapes.append(element("path", class_="bracket", d=spine + teeth))
        self.marks.add("bracket")


def _width(columns: Columns) -> float:
    return columns.plot_right - columns.plot_left
