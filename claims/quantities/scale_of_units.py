"""
What a unit measures and by what factor: the ground on which figures in different units meet.

Comparisons go by what a unit means ("soldiers" are troops, "%" is percent). What is kept of a
figure goes by its unit as written, so that no name which is added makes kept figures outdated.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from claims.quantities.currencies import COIN_VALUES
from claims.quantities.same_unit import measure_named, word_key
from claims.quantities.unit_names import UNIT_BY_NAME

_ONE = Decimal(1)


class Scale(NamedTuple):
    """A dimension, and what one of a unit is in its base unit."""

    dimension: str
    factor: Decimal


def dimension_of(unit: str) -> str:
    """
    What this unit measures: "length" for "km", "GBP" for pence, "troop" for "soldiers".

    Any other unit measures only itself.
    """
    return _scale_of(unit).dimension


def factor_of(unit: str) -> Decimal:
    """
    What one of this unit is in its dimension's base unit: 1000 for "kilometre", 0.01 for
    "percent".
    """
    return _scale_of(unit).factor


def scale_as_written(unit: str) -> Scale:
    """The scale of a unit by its own word alone, on which a figure is kept."""
    if unit in COIN_VALUES:
        return Scale(*COIN_VALUES[unit])
    measure = measure_named(unit)
    if measure is not None:
        return Scale(measure.dimension, measure.factor or _ONE)
    return Scale(word_key(unit), _ONE)


def kept_scales(unit: str) -> list[Scale]:
    """
    Where figures that compare with this unit are kept: its dimension, and that of each other name.

    A bound in this unit, times the factor, is a bound on what is kept there.
    """
    dimension, factor = _scale_of(unit)
    return [
        Scale(dimension, factor),
        *(
            Scale(name, factor / meant.factor)
            for name, meant in _SCALE_BY_NAME.items()
            if meant.dimension == dimension
        ),
    ]


def _scale_of(unit: str) -> Scale:
    written = scale_as_written(unit)
    return _SCALE_BY_NAME.get(written.dimension, written)


# The scale of what each other name means.
_SCALE_BY_NAME: Final[Mapping[str, Scale]] = {
    name: scale_as_written(unit)
    for name, unit in UNIT_BY_NAME.items()
    if scale_as_written(unit).dimension != name
}
