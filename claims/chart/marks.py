"""The marks: how a figure's wording is drawn. Told apart by shape, never by colour alone."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from claims.chart.scale import Axis, opens_low
from claims.chart.svg import element
from claims.disagreement import Position
from claims.quantities.quantity import ABOUT, ORDER, VAGUE

_RADIUS = 6.0
_BAND, _TICK = 5.0, 9.0
_DOT_EVERY = 8.0
_FADES = 4
_NARROWEST = 8.0

# In the order of the legend.
NAMES = {
    "exact": "exact",
    "mean": "average",
    "about": "approximate",
    "range": "range",
    "order": "order of magnitude",
    "excluded": "bound, not included",
    "included": "bound, included",
    "fade": "open end",
}


@dataclass(frozen=True)
class Mark:
    """A drawing, and the names of what it consists of."""

    drawing: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """Where marks are drawn: an axis laid from one x to another, and the id of the hatching."""

    axis: Axis
    left: float
    right: float
    hatching: str

    def x(self, value: Decimal, unit: str | None) -> float:
        return self.left + (self.right - self.left) * self.axis.place(value, unit)


def mark_of(position: Position, ground: Ground, y: float) -> Mark | None:
    """How this position's figure is drawn at this height; None for one too vague to draw."""
    quantity = position.quantity
    low = None if opens_low(quantity) else quantity.low
    if quantity.comparator == VAGUE or (low is None and quantity.high is None):
        return None
    value = None if quantity.value is None else ground.x(quantity.value, quantity.unit)
    if low is not None and low == quantity.high:
        at = ground.x(low, quantity.unit)
        if quantity.statistic == "mean":
            return Mark(_diamond(at, y), ("mean",))
        return Mark(dot(at, y), ("exact",))
    if low is None or quantity.high is None:
        return _half_open(position, ground, y)
    ends = (ground.x(low, quantity.unit), ground.x(quantity.high, quantity.unit))
    left, right = _at_least_visible(*ends)
    if quantity.comparator == ABOUT:
        return Mark(band(left, right, y, value), ("about",))
    if quantity.comparator == ORDER:
        return Mark(hatched(left, right, y, ground.hatching), ("order",))
    return _closed(left, right, y, open_ends=(quantity.low_open, quantity.high_open))


def _half_open(position: Position, ground: Ground, y: float) -> Mark:
    quantity = position.quantity
    if quantity.high is None:
        at, edge, is_open = ground.x(quantity.low, quantity.unit), ground.right, quantity.low_open
    else:
        at, edge, is_open = ground.x(quantity.high, quantity.unit), ground.left, quantity.high_open
    end = ring(at, y) if is_open else half_disc(at, y, edge > at)
    return Mark(fade(at, edge, y) + end, ("excluded" if is_open else "included", "fade"))


def _closed(left: float, right: float, y: float, *, open_ends: tuple[bool, bool]) -> Mark:
    """A bar between two ends, each of which belongs to it or not."""
    inner = [x + shift if is_open else x for x, shift, is_open in zip(
        (left, right), (_RADIUS, -_RADIUS), open_ends, strict=True)]  # fmt: skip
    ends = [ring(x, y) if is_open else dot(x, y, 5.0) for x, is_open in zip(
        (left, right), open_ends, strict=True)]  # fmt: skip
    names = ("range", "excluded") if any(open_ends) else ("range",)
    return Mark(_line(inner[0], y, inner[1], y, "bar") + "".join(ends), names)


def dot(x: float, y: float, radius: float = _RADIUS) -> str:
    return element("circle", class_="mark", cx=x, cy=y, r=radius)


def ring(x: float, y: float) -> str:
    return element("circle", class_="ring", cx=x, cy=y, r=_RADIUS - 1)


def half_disc(x: float, y: float, to_the_right: bool) -> str:
    """Flat where the bound is, round towards what it admits."""
    sweep = int(to_the_right)
    path = f"M{x:.1f} {y - 7:.1f}A7 7 0 0 {sweep} {x:.1f} {y + 7:.1f}Z"
    return element("path", class_="mark", d=path)


def band(left: float, right: float, y: float, middle: float | None) -> str:
    """An approximation: a plain band with ends, and a small dot for the number said."""
    inside = "" if middle is None else dot(middle, y, 3.5)
    return _rectangle(left, right, y, class_="band") + _ends(left, right, y) + inside


def hatched(left: float, right: float, y: float, hatching: str) -> str:
    """An order of magnitude: a hatched band with ends."""
    under = _rectangle(left, right, y, class_="band")
    return under + _rectangle(left, right, y, fill=f"url(#{hatching})") + _ends(left, right, y)


def hatching(name: str) -> str:
    """The pattern that `hatched` refers to."""
    stroke = element("path", class_="hatch", d="M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3")
    size = {"width": 6, "height": 6}
    return element("pattern", stroke, id=name, patternUnits="userSpaceOnUse", **size)


def fade(start: float, edge: float, y: float) -> str:
    """Dots that fade from a bound to the edge of the chart."""
    away = 1 if edge > start else -1
    first = start + away * (_RADIUS + 6)
    dots = math.floor((edge - first) * away / _DOT_EVERY) + 1
    drawn, parts = 0, []
    for step in range(1, _FADES + 1):
        until = round(dots * step / _FADES)
        if until > drawn:
            x1 = first + away * _DOT_EVERY * drawn
            x2 = first + away * (_DOT_EVERY * (until - 1) + 0.5)
            parts.append(_line(x1, y, x2, y, f"fade fade-{step}"))
            drawn = until
    return "".join(parts)


def _diamond(x: float, y: float) -> str:
    return element("path", class_="mark", d=f"M{x:.1f} {y - 8:.1f}l8 8l-8 8l-8 -8Z")


def _rectangle(left: float, right: float, y: float, **attributes: str) -> str:
    return element("rect", x=left, y=y - _BAND, width=right - left, height=2 * _BAND, **attributes)


def _ends(left: float, right: float, y: float) -> str:
    return "".join(_line(x, y - _TICK, x, y + _TICK, "end") for x in (left, right))


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> str:
    return element("line", class_=class_, x1=x1, y1=y1, x2=x2, y2=y2)


def _at_least_visible(left: float, right: float) -> tuple[float, float]:
    missing = max(_NARROWEST - (right - left), 0) / 2
    return left - missing, right + missing


# A sample of each for the legend, 34 wide where nothing else is said.
SAMPLE_WIDTHS = {"exact": 14.0, "mean": 18.0, "excluded": 14.0, "included": 12.0, "bracket": 12.0}
SAMPLES: dict[str, Callable[[float, float, str], str]] = {
    "exact": lambda x, y, _: dot(x + 7, y),
    "mean": lambda x, y, _: _diamond(x + 9, y),
    "about": lambda x, y, _: band(x + 1, x + 33, y, x + 17),
    "range": lambda x, y, _: _closed(x + 5, x + 29, y, open_ends=(False, False)).drawing,
    "order": lambda x, y, name: hatched(x + 1, x + 33, y, name),
    "excluded": lambda x, y, _: ring(x + 7, y),
    "included": lambda x, y, _: half_disc(x + 4, y, True),
    "fade": lambda x, y, _: fade(x - 8, x + 34, y),
}
