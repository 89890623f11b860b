"""The finding beside a figure: the glyph of its rating and the word."""

from typing import Any

from claims.chart.columns import GLYPH
from claims.chart.people import clean
from claims.chart.sheet import VERDICT, Sheet, lines_of
from claims.chart.svg import element
from claims.models import Verdict
from factcheck.desk.glyphs import BY_VALUE, DRAWINGS

_SIZE = 14


def draw_verdict(sheet: Sheet, verdict: Verdict, x: float, middle: float, width: float) -> None:
    """Glyph and word from this x on, on one line."""
    rating: Any = verdict.rating
    class_ = f"rating-{rating.slug}" if rating.slug in DRAWINGS else "rating-other"
    drawing = DRAWINGS.get(rating.slug) or DRAWINGS[BY_VALUE.get(rating.value or 0, "unproven")]
    place = f"translate({x:.1f} {middle - _SIZE / 2:.1f}) scale({_SIZE / 16})"
    sheet.shapes.append(element("g", drawing, class_=f"glyph {class_}", transform=place))
    lines = lines_of(clean(rating.name), VERDICT, width - GLYPH + 1, most_lines=1)
    sheet.write(lines[0], VERDICT, x + GLYPH, middle, extra_class=class_)
