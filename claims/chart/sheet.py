"""The sheet that a chart is set on: words with their places, shapes under and over them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.chart.measuring import Line, Run, balanced, width_of_line, wrapped
from claims.chart.svg import element, spaced

_ASCENT, _DESCENT = 0.8, 0.22

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """A size, the height of its lines, and the class that the style sheet knows."""

    name: str
    size: float
    leading: float


QUESTION = Style("question", 26, 33)
QUESTION_NARROW = Style("question", 21, 27)
LEAD = Style("lead", 15, 22)
FIGURE = Style("figure", 15, 20)
WHO = Style("who", 13, 18)
VERDICT = Style("verdict", 13, 18)
BETWEEN = Style("between", 12, 16)
HEADING = Style("between", 12.5, 18)
TICK = Style("tick", 12, 16)
LEGEND = Style("legend", 12.5, 22)
NOTE = Style("note", 13, 19)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words, with its baseline."""

    x: float
    y: float
    line: Line
    style: Style
    anchor: str = "start"
    extra_class: str = ""

    @property
    def words(self) -> str:
        return "".join(run.words for run in self.line)

    @property
    def box(self) -> Box:
        """At most the room it takes: left, top, right, bottom."""
        width = width_of_line(self.line, self.style.size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        size = self.style.size
        return left, self.y - size * _ASCENT, left + width, self.y + size * _DESCENT

    def drawn(self) -> str:
        runs = [
            element("tspan", spaced(run.words), class_="strong")
            if run.bold and self.style not in ALWAYS_BOLD
            else spaced(run.words)
            for run in self.line
        ]
        return element(
            "text",
            *runs,
            class_=f"{self.style.name} {self.extra_class}".rstrip(),
            x=self.x,
            y=self.y,
            font_size=self.style.size,
            text_anchor=None if self.anchor == "start" else self.anchor,
        )


ALWAYS_BOLD = {QUESTION, QUESTION_NARROW, FIGURE, VERDICT}


@dataclass
class Sheet:
    """Filled from top to bottom; `y` is where it goes on."""

    width: float
    y: float = 0.0
    texts: list[Text] = field(default_factory=list)
    under: list[str] = field(default_factory=list)
    shapes: list[str] = field(default_factory=list)

    def paragraph(
        self,
        words: str | Sequence[Run],
        style: Style,
        x: float,
        width: float,
        *,
        most_lines: int | None = None,
    ) -> None:
        """Set these words from `y` on, wrapped to this width."""
        self._set(lines_of(words, style, width, most_lines=most_lines), style, x)

    def balanced(self, words: str | Line, style: Style, x: float, width: float) -> None:
        """The same in lines of about one length."""
        self._set(balanced(_runs(words, style), style.size, width), style, x)

    def _set(self, lines: Sequence[Line], style: Style, x: float) -> None:
        for line in lines:
            self.write(line, style, x, self.y + style.leading / 2)
            self.y += style.leading

    def write(
        self, line: Line, style: Style, x: float, middle: float, *, anchor: str = "start",
        extra_class: str = "",
    ) -> Text:  # fmt: skip
        """Set one line whose lower-case letters stand around this height."""
        text = Text(x, middle + style.size * 0.35, line, style, anchor, extra_class)
        self.texts.append(text)
        return text

    def line(self, class_: str, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line under everything else."""
        self.under.append(element("line", class_=class_, x1=x1, y1=y1, x2=x2, y2=y2))


def lines_of(
    words: str | Sequence[Run], style: Style, width: float, *, most_lines: int | None = None
) -> list[Line]:
    """These words in lines of this style, no wider than this."""
    return wrapped(_runs(words, style), style.size, width, most_lines=most_lines)


def _runs(words: str | Sequence[Run], style: Style) -> Sequence[Run]:
    return [Run(words, bold=style in ALWAYS_BOLD)] if isinstance(words, str) else words
