"""
From a comparator and a number to the interval that the words entail and the one a reader takes.

The widths are our choice, drawn from what is known: hedges widen with magnitude and roundness
(Ferson et al. 2015), "more than N" suggests less than the next round number (Cummins, Sauerland
and Solt 2012), "up to" can be taken back and "at most" cannot (McNabb et al.).
"""

from dataclasses import dataclass
from decimal import Decimal

from claims.quantities.hedges import Hedge
from claims.quantities.quantity import ABOUT, ABOVE, AT_LEAST, BELOW, Kind

_ZERO = Decimal(0)
_HALF = Decimal("0.5")

_NOT_NEGATIVE = {"count", "duration", "age", "ratio"}


@dataclass(frozen=True, slots=True)
class Interval:
    """Hard bounds with their openness, then soft bounds. None means no bound on that side."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    soft_low: Decimal | None = None
    soft_high: Decimal | None = None


def grain(value: Decimal) -> Decimal:
    """
    The size of a number's last non-zero digit: 2,600 -> 100, 10,000 -> 10,000.

    A final 5 halves the place above: 2,500 -> 500. Zero has no grain: 0.
    """
    if not value:
        return _ZERO
    _, digits, exponent = value.as_tuple()
    place = int(exponent)
    for digit in reversed(digits):
        if digit:
            step = Decimal(1).scaleb(place)
            return step * 5 if digit == 5 else step
        place += 1
    return _ZERO


def width(value: Decimal) -> Decimal:
    """How far "about" reaches on either side: the grain, between 5% and 20% of the number."""
    size = abs(value)
    return min(max(grain(size), size * Decimal("0.05")), size * Decimal("0.2"))


def interval(value: Decimal, hedge: Hedge | None, kind: Kind) -> Interval:
    """The interval of a hedged number. Counts, ages, durations and ratios do not go below zero."""
    if hedge is None or hedge.comparator == "=":
        return _exact(value)
    if hedge.comparator == ABOUT:
        return _about(value, hedge)
    if hedge.comparator in {ABOVE, AT_LEAST}:
        return _above(value, hedge)
    return _below(value, hedge, kind)


def _exact(value: Decimal) -> Interval:
    half = grain(value) / 2
    if abs(value) < 10 or half < 5:
        return Interval(value, value)
    return Interval(value, value, soft_low=value - half, soft_high=value + half)


def _about(value: Decimal, hedge: Hedge) -> Interval:
    reach = width(value)
    low = value - reach
    if hedge.side == "below":
        return Interval(low, value, high_open=True, soft_low=low, soft_high=value)
    return Interval(low, value + reach, soft_low=low, soft_high=value + reach)


def _above(value: Decimal, hedge: Hedge) -> Interval:
    is_open = hedge.comparator == ABOVE
    if hedge.side == "above":
        return Interval(
            value, value + width(value), is_open, soft_low=value, soft_high=value + width(value)
        )
    if hedge.emphatic:
        return Interval(value, None, is_open, soft_low=value + abs(value) / 4)
    return Interval(value, None, is_open, soft_low=value, soft_high=value + grain(value))


def _below(value: Decimal, hedge: Hedge, kind: Kind) -> Interval:
    is_open = hedge.comparator == BELOW
    floor = _ZERO if kind in _NOT_NEGATIVE and value > 0 else None
    if hedge.side == "below":
        return Interval(
            value - width(value),
            value,
            high_open=is_open,
            soft_low=value - width(value),
            soft_high=value,
        )
    if hedge.emphatic:
        soft_high = value * _HALF if value > 0 else value
        return Interval(floor, value, high_open=is_open, soft_low=floor, soft_high=soft_high)
    if hedge.claimed_max and value > 0:
        return Interval(floor, value, soft_low=value * _HALF, soft_high=value)
    soft_low = value - width(value) if hedge.comparator == BELOW else floor
    return Interval(floor, value, high_open=is_open, soft_low=soft_low, soft_high=value)
