"""Two opposite bounds on one number are a range: "more than 10 but less than 20 units"."""

from dataclasses import replace
from typing import Final

from claims.quantities.quantity import ABOVE, AT_LEAST, AT_MOST, BELOW, RANGE, Quantity
from claims.quantities.same_unit import same_unit

_JOINS: Final = {"and", "but", ",", ", and", ", but", "and also", "but also", "but still", "yet"}
_UPWARD: Final = {ABOVE, AT_LEAST}

_DOWNWARD: Final = {BELOW, AT_MOST}


def with_joint_bounds(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The quantities, neighbours that bound one number from both sides made into one range."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and _belong_together(joined[-1], quantity, text):
            joined[-1] = _join(joined[-1], quantity, text)
        else:
            joined.append(quantity)
    return joined


def _belong_together(one: Quantity, other: Quantity, text: str) -> bool:
    gap = text[max(one.end, one.unit_end or 0) : other.start]
    if len(gap) > 12 or gap.strip().lower() not in _JOINS:
        return False
    lower, upper = (one, other) if one.comparator in _UPWARD else (other, one)
    if lower.comparator not in _UPWARD or upper.comparator not in _DOWNWARD:
        return False
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return False
    return one.unit is None or other.unit is None or same_unit(one.unit, other.unit)


def _join(one: Quantity, other: Quantity, text: str) -> Quantity:
    lower, upper = (one, other) if one.comparator in _UPWARD else (other, one)
    named = one if one.unit is not None else other
    return replace(
        named,
        text=text[one.start : other.end],
        start=one.start,
        end=other.end,
        value=None,
        low=lower.low,
        low_open=lower.low_open,
        high=upper.high,
        high_open=upper.high_open,
        comparator=RANGE,
        claimed_max=False,
        emphatic=False,
        soft_low=None,
        soft_high=None,
    )
