"""Whether two units are one: the same word in singular and plural, or two names of one measure."""

from claims.quantities import currencies
from claims.quantities.measures import MEASURE_FORMS, MEASURE_NAMES, Measure, form_key
from claims.quantities.plurals import singular


def measure_named(unit: str) -> Measure | None:
    """The measure that goes by this name or written form ("kilometre", "km"), or None."""
    return MEASURE_NAMES.get(unit) or MEASURE_FORMS.get(form_key(unit))


def same_unit(one: str | None, other: str | None) -> bool:
    """
    Whether two units name the same thing counted, whatever their number: "troop" and "troops".

    "soldiers" and "troops" are not the same: that is an editor's call. A missing unit is the same
    as none other.
    """
    return one is not None and other is not None and unit_key(one) == unit_key(other)


def unit_key(unit: str) -> str:
    """A unit's name without regard to number, case and spelling of measures."""
    if unit in currencies.CODES:
        return unit
    measure = measure_named(unit)
    if measure is not None:
        return measure.name
    words = unit.lower().replace("’", "'").split()
    return " ".join([*words[:-1], singular(words[-1])]) if words else ""
