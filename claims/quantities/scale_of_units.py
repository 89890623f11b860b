"""What a unit measures and by what factor: the ground on which figures in different units meet."""

from decimal import Decimal

from claims.quantities.currencies import COIN_VALUES
from claims.quantities.same_unit import measure_named, unit_key

_ONE = Decimal(1)


def dimension_of(unit: str) -> str:
    """What this unit measures: "length" for "km", "GBP" for pence; any other unit only itself."""
    if unit in COIN_VALUES:
        return COIN_VALUES[unit][0]
    measure = measure_named(unit)
    return measure.dimension if measure else unit_key(unit)


def factor_of(unit: str) -> Decimal:
    """
    What one of this unit is in its dimension's base unit: 1000 for "kilometre", 0.01 for
    "percent".
    """
    if unit in COIN_VALUES:
        return COIN_VALUES[unit][1]
    measure = measure_named(unit)
    return (measure.factor if measure else None) or _ONE
