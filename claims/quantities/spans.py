"""Hard intervals on the scale of what they measure, where figures in different units can meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Protocol

from claims.quantities.quantity import ORDER
from claims.quantities.same_unit import unit_meant
from claims.quantities.scale_of_units import factor_of

End = tuple[Decimal, int]

_ARITHMETIC = Context(prec=80)
_INFINITY = Decimal("Infinity")
# "A third" covers 33% and 35%: a share in words is rounder than one in digits.
_SHARE_TOLERANCE = Decimal("0.02")


class Figure(Protocol):
    """What a comparison asks of a figure; see Quantity for the meaning of each."""

    @property
    def value(self) -> Decimal | None: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def low_open(self) -> bool: ...
    @property
    def high_open(self) -> bool: ...
    @property
    def comparator(self) -> str: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def statistic(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Span:
    """
    A hard interval in its dimension's base unit, closed at both ends.

    An end is a number and a shade: (3, -1) is just below three, so that open ends need no flags.
    """

    low: End
    high: End

    def meets(self, other: "Span") -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high


def needs_rounding(figures: Sequence[Figure]) -> bool:
    """Whether units differ, so that each figure must be taken with its rounding: 5 miles, 8 km."""
    return len({factor_of(figure.unit or "") for figure in figures}) > 1


def span(figure: Figure, rounding: bool) -> Span:
    """A figure's hard interval; with `rounding`, an exact one as wide as its last digit."""
    factor = factor_of(figure.unit or "")
    low = -_INFINITY if figure.low is None else figure.low
    high = _INFINITY if figure.high is None else figure.high
    shade = 1 if figure.low_open else 0, -1 if figure.high_open else 0
    if figure.comparator == ORDER:
        shade = -1, 1  # touching an order of magnitude is no contradiction
    if rounding and figure.comparator == "=" and figure.value is not None:
        slack = _slack(figure)
        low, high = low - slack, high + slack
    return Span(
        (_ARITHMETIC.multiply(low, factor), shade[0]),
        (_ARITHMETIC.multiply(high, factor), shade[1]),
    )


def _slack(figure: Figure) -> Decimal:
    """How far a figure may be off by its rounding: half its last digit, or a share's tolerance."""
    if figure.unit == "share":
        return _SHARE_TOLERANCE
    value = figure.value or Decimal(0)
    place = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    if unit_meant(figure.unit or "") == "percent":
        place = min(place, Decimal(1))  # 50% is not rounded to tens, as 50 miles may be
    return min(place, abs(value) / 10) / 2


def within_rounding(a: Figure, b: Figure) -> bool:
    """Whether two exact figures differ by no more than the rounding of the one in digits."""
    if a.value is None or b.value is None:
        return False
    difference = abs(a.value * factor_of(a.unit or "") - b.value * factor_of(b.unit or ""))
    slacks = [_slack(f) * factor_of(f.unit or "") for f in (a, b) if f.unit != "share"]
    return difference <= max(slacks, default=Decimal(0))
