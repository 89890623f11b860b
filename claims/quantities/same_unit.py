"""Whether two units are one: a word in singular and plural, or two names that mean the same."""

from typing import Final

from claims.quantities import currencies
from claims.quantities.measures import MEASURE_FORMS, MEASURE_NAMES, Measure, form_key
from claims.quantities.plurals import IRREGULAR_PLURALS, singular
from claims.quantities.unit_names import UNIT_BY_NAME


def measure_named(unit: str) -> Measure | None:
    """The measure that goes by this name or written form ("kilometre", "km"), or None."""
    return MEASURE_NAMES.get(unit) or MEASURE_FORMS.get(form_key(unit))


def same_unit(one: str | None, other: str | None) -> bool:
    """
    Whether two units name the same thing counted: "troop" and "troops", "soldiers" and "troops".

    A missing unit is the same as none other.
    """
    if one is None or other is None:
        return False
    return unit_key(unit_meant(one)) == unit_key(unit_meant(other))


def unit_meant(unit: str) -> str:
    """The unit of which this is another name: "EUR" for "euros"; any other unit as it is."""
    return UNIT_BY_NAME.get(unit_key(unit), unit)


def words_for(unit: str) -> frozenset[str]:
    """
    The single words that mean this unit, in the singular: troop, soldier, serviceman for "troops".

    With a plural that no rule makes, as servicemen, which has a stem of its own. Nothing for a unit
    without other names; of “service members” no word says it alone.
    """
    return _WORDS.get(unit_key(unit_meant(unit)), frozenset())


def _words_by_unit() -> dict[str, frozenset[str]]:
    named: dict[str, set[str]] = {}
    for name, unit in UNIT_BY_NAME.items():
        named.setdefault(unit_key(unit), {unit}).add(name)
    for names in named.values():
        names |= {plural for plural, one in IRREGULAR_PLURALS.items() if one in names}
    return {key: frozenset(filter(str.isalpha, names)) for key, names in named.items()}


def unit_key(unit: str) -> str:
    """A unit's name without regard to number, case and spelling of measures."""
    measure = None if unit in currencies.CODES else measure_named(unit)
    return measure.name if measure is not None else word_key(unit)


def word_key(unit: str) -> str:
    """The name of a unit that is no measure; currencies keep their codes."""
    if unit in currencies.CODES:
        return unit
    words = unit.lower().replace("’", "'").split()
    if not words:
        return ""
    last = singular(words[-1])
    if UNIT_BY_NAME.get(last) == last.upper():
        last = words[-1]  # a code has no plural
    return " ".join([*words[:-1], last])


_WORDS: Final = _words_by_unit()
