"""The axis: from a figure to its place, linear or logarithmic as the spread asks for."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from claims.chart.people import clean
from claims.disagreement import Position
from claims.quantities.quantity import VAGUE
from claims.quantities.scale_of_units import factor_of
from claims.quantities.short_numbers import short_number

# From here on, figures on a linear axis would crowd at its foot.
_LOGARITHMIC_FROM = 10
_SYMMETRIC_FROM = 1000
_MARGIN, _ROOM_FOR_OPEN_END = 0.06, 0.25

Fits = Callable[[Sequence["Tick"]], bool]


@dataclass(frozen=True, slots=True)
class Tick:
    """A round value, and its place from 0 to 1."""

    at: float
    words: str


@dataclass(frozen=True)
class Axis:
    """
    Where figures stand: `place` gives 0 for its left end and 1 for its right one.

    `unit` is what its values count, `name` what stands beside it.
    """

    unit: str
    kind: str
    low: float
    high: float
    threshold: float = 1.0
    is_whole: bool = False

    @property
    def name(self) -> str:
        unit = clean(self.unit) or "number"
        return unit if self.kind == "linear" else f"{unit}, logarithmic"

    def place(self, value: Decimal, unit: str | None) -> float:
        """The place of a value given in this unit, inside the axis."""
        at = self._bent(_converted(value, unit, self.unit))
        return min(max((at - self.low) / (self.high - self.low), 0.0), 1.0)

    def ticks(self, fits: Fits) -> list[Tick]:
        """As many round values as fit beside one another."""
        some: list[Tick] = []
        for values in self._choices():
            ticks = [Tick(self.place(value, None), short_number(value)) for value in values]
            if len(ticks) > 1 and fits(ticks):
                return ticks
            some = ticks or some
        return some[:1]

    def _bent(self, value: float) -> float:
        if self.kind == "linear":
            return value
        if value > 0 and self.kind == "logarithmic":
            return math.log10(value)
        if self.kind == "logarithmic":
            return -math.inf
        return math.copysign(math.log10(1 + abs(value) / self.threshold), value)

    def _choices(self) -> Iterable[list[Decimal]]:
        """Sets of round values in the axis, dense ones first."""
        if self.kind == "linear":
            return _linear(self.low, self.high, smallest=int(self.is_whole))
        if self.kind == "logarithmic":
            return _powers(self.low, self.high)
        return self._both_sides()

    def _both_sides(self) -> Iterable[list[Decimal]]:
        for every in (1, 2, 3, 4, 6):
            first = math.ceil(math.log10(self.threshold))
            reach = max(abs(self.low), abs(self.high)) + first
            sizes = [
                Decimal(1).scaleb(power) for power in range(first, math.ceil(reach) + 1, every)
            ]
            values = [*(-size for size in reversed(sizes)), Decimal(0), *sizes]
            yield [each for each in values if self.low <= self._bent(float(each)) <= self.high]


def axis_for(positions: Sequence[Position], unit: str) -> Axis | None:
    """The axis on which these figures stand, in this unit; None where there is nothing to place."""
    drawn = [each.quantity for each in positions if each.quantity.comparator != VAGUE]
    values = [
        _converted(value, quantity.unit, unit) for quantity in drawn for value in stated(quantity)
    ]
    if not values:
        return None
    kind, threshold = _kind(values)
    is_whole = all(quantity.kind == "count" for quantity in drawn) and all(
        value == int(value) for value in values
    )
    open_below = any(opens_low(quantity) for quantity in drawn)
    open_above = any(quantity.high is None for quantity in drawn)
    bent = Axis(unit, kind, 0, 1, threshold)._bent
    ends = _with_room(kind, bent(min(values)), bent(max(values)), open_below, open_above)
    return Axis(unit, kind, *ends, threshold, is_whole)


def _with_room(
    kind: str, left: float, right: float, open_below: bool, open_above: bool
) -> tuple[float, float]:
    """The axis's ends: beyond the figures, with room for dots where one has no end."""
    below = _ROOM_FOR_OPEN_END if open_below else _MARGIN
    above = _ROOM_FOR_OPEN_END if open_above else _MARGIN
    # Cut off elsewhere than at zero, an axis makes 1.3 times look like all the difference there is.
    if kind == "linear" and left >= 0:
        return 0.0, right + (right or 1.0) * above
    if kind == "linear" and right < 0:
        return left + left * below, 0.0
    span = (right - left) or abs(right) or 1.0
    return left - span * below, right + span * above


def stated(quantity: Any) -> list[Decimal]:
    """The numbers that a figure's words name or entail; not the zero that no count falls below."""
    ends = [quantity.value, quantity.high, None if opens_low(quantity) else quantity.low]
    return [end for end in ends if end is not None]


def opens_low(quantity: Any) -> bool:
    """Whether nothing that was said bounds the figure from below."""
    return quantity.low is None or (
        not quantity.low and quantity.comparator in {"<", "<="} and quantity.high != 0
    )


def _kind(values: Sequence[float]) -> tuple[str, float]:
    sizes = [abs(value) for value in values if value]
    if not sizes:
        return "linear", 1.0
    if min(values) > 0:
        return ("logarithmic" if max(values) / min(values) >= _LOGARITHMIC_FROM else "linear"), 1.0
    if max(sizes) / min(sizes) >= _SYMMETRIC_FROM:
        return "symmetric", min(sizes)
    return "linear", 1.0


def _converted(value: Decimal, unit: str | None, into: str) -> float:
    if not unit or unit == into:
        return float(value)
    return float(value) * float(factor_of(unit)) / float(factor_of(into))


def _linear(low: float, high: float, *, smallest: int) -> Iterable[list[Decimal]]:
    power = math.floor(math.log10(high - low))
    for step in (
        Decimal(digit).scaleb(power - 1 + more) for more in range(3) for digit in (10, 20, 25, 50)
    ):
        step = step / 10
        first, last = math.ceil(Decimal(low) / step), math.floor(Decimal(high) / step)
        if last - first <= 12 and step >= smallest and (not smallest or step == int(step)):
            yield [step * each for each in range(first, last + 1)]


def _powers(low: float, high: float) -> Iterable[list[Decimal]]:
    powers = range(math.floor(low), math.ceil(high) + 1)
    for digits in ((1, 2, 5), (1, 3), (1,)):
        yield [
            value
            for power in powers
            for digit in digits
            if low <= math.log10(value := Decimal(digit).scaleb(power)) <= high
        ]
    for every in (2, 3, 4, 6):
        yield [Decimal(1).scaleb(power) for power in powers[::every] if low <= power <= high]
