"""A figure in the words of an editor: "fewer than 3,000 troops", "about 5 percent"."""

from decimal import Decimal
from typing import Protocol

from claims.quantities.currencies import CODES
from claims.quantities.quantity import plain

_COUNTED = {"<": "fewer than", "<=": "at most", ">": "more than", ">=": "at least", "~": "about"}
_MEASURED = _COUNTED | {"<": "less than"}
_WITHOUT_PLURAL = {"percent", "share", "times"}


class Worded(Protocol):
    """What it takes to put a figure in words."""

    @property
    def value(self) -> Decimal | None: ...
    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def comparator(self) -> str: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def kind(self) -> str: ...


def figure_in_words(figure: Worded) -> str:
    """The figure with its bound, thousands separators and unit, in lower case."""
    return _with_unit(figure, _amount(figure))


def _amount(figure: Worded) -> str:
    if figure.comparator == "vague":
        return "a vague number of" if figure.unit else "a vague number"
    if figure.value is None:
        low, high = _number(figure.low), _number(figure.high)
        return (
            f"{low} to {high}" if low and high else f"more than {low}" if low else f"up to {high}"
        )
    hedges = _COUNTED if figure.kind == "count" else _MEASURED
    hedge = hedges.get(figure.comparator)
    return f"{hedge} {_number(figure.value)}" if hedge else _number(figure.value)


def _number(value: Decimal | None) -> str:
    """A number with thousands separators and without trailing zeros."""
    if value is None:
        return ""
    return f"{Decimal(plain(value) or '0'):,f}"


def unit_in_words(figure: Worded) -> str:
    """The unit as it stands behind the number: "kilometres", "EUR"; empty without one."""
    unit = figure.unit
    if unit is None or unit in CODES:
        return unit or ""
    if unit == "year of age":
        return "years of age"
    measured = figure.kind in {"measure", "duration", "money"} or unit.endswith("point")
    plural = (
        measured
        and figure.value != 1
        and unit not in _WITHOUT_PLURAL
        and not unit.split()[0].endswith("s")
    )
    return _plural(unit) if plural else unit


def _with_unit(figure: Worded, amount: str) -> str:
    if figure.unit == "share":
        return f"a share of {amount}"
    return f"{amount} {unit_in_words(figure)}".rstrip()


def _plural(unit: str) -> str:
    """Measures in the plural; of "mile per hour" and "degree Celsius" the first word bends."""
    first, _, rest = unit.partition(" ")
    if rest.startswith("per ") or first == "degree":
        return f"{first}s {rest}".strip()
    special = {
        "foot": "feet",
        "inch": "inches",
        "century": "centuries",
        "penny": "pence",
        "hertz": "hertz",
    }
    head, _, last = unit.rpartition(" ")
    return f"{head} {special.get(last, last + 's')}".strip()
