"""The chart as an SVG document, alone or inside a page."""

from pathlib import Path

from claims.chart.layout import sheet_of
from claims.chart.sheet import Sheet
from claims.chart.svg import element, text
from claims.chart.table import described
from claims.disagreement import Disagreement

# The one source of the chart's rules: pages link the file, a chart on its own carries its text.
STYLE = (Path(__file__).parents[1] / "static" / "claims" / "chart.css").read_text(encoding="utf-8")


def chart_of(found: Disagreement, *, width: int = 900, inline: bool = False) -> str:
    """
    The picture of what is said on a question: an SVG document `width` pixels wide.

    Below 720 each figure's words stand above its mark; below 300 it stays 300 wide. With `inline`
    it is an element for an HTML page that links `claims/chart.css`: without style and ground of its
    own. A chart on its own carries STYLE, whose hash belongs in the response's policy.
    """
    name = f"chart-{found.question.public_id}-{width}"
    sheet = sheet_of(found, width=width, name=name)
    height = round(sheet.y)
    own = "" if inline else element("style", text_of_style()) + _ground(sheet, height)
    return element(
        "svg",
        element("title", text(found.question.text), id=f"{name}-title"),
        element("desc", text(described(found)), id=f"{name}-desc"),
        own,
        *sheet.under,
        *sheet.shapes,
        *(each.drawn() for each in sheet.texts),
        xmlns="http://www.w3.org/2000/svg",
        class_="chart",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        viewBox=f"0 0 {sheet.width:g} {height}",
        width=f"{sheet.width:g}",
        height=height,
        lang="en",
    )


def text_of_style() -> str:
    """STYLE as it stands in XML."""
    return STYLE.replace("&", "&amp;").replace("<", "&lt;")


def _ground(sheet: Sheet, height: int) -> str:
    return element("rect", class_="ground", width=sheet.width, height=height)
