"""How many times one figure is another: rounded once, and written alike wherever it stands."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from typing import Protocol

from claims.quantities.short_numbers import MILLION, short_number

_HUNDREDTH = Decimal("0.01")


class Compared(Protocol):
    """What it takes to say whether a ratio is reached."""

    @property
    def comparator(self) -> str: ...


def ratio_between(one: Decimal, other: Decimal, *, is_bound: bool) -> Decimal:
    """
    The larger over the smaller, to two decimals; a bound is rounded down, for it must hold.

    Neither is zero, and both lie on one side of it.
    """
    larger, smaller = max(abs(one), abs(other)), min(abs(one), abs(other))
    context = _context(is_bound)
    return context.quantize(context.divide(larger, smaller), _HUNDREDTH)


def times(ratio: Decimal, a: Compared, b: Compared, *, is_bound: bool) -> str:
    """
    The ratio of two such figures in words: "3.33", "more than 1.5", "at least 1.7 million".

    As many digits as it has been rounded to, which from a hundred on say nothing.
    """
    shown = short_number(_context(is_bound).quantize(ratio, _place(ratio)))
    if not is_bound:
        return shown
    is_open = any(figure.comparator in {"<", ">"} for figure in (a, b))
    return f"{'more than' if is_open else 'at least'} {shown}"


def _place(ratio: Decimal) -> Decimal:
    """The last place that is written: of millions the second digit."""
    if ratio >= MILLION:
        return Decimal(1).scaleb(ratio.adjusted() - 1)
    return _HUNDREDTH if ratio < 100 else Decimal(1)


def _context(is_bound: bool) -> Context:
    return Context(prec=80, rounding=ROUND_DOWN if is_bound else ROUND_HALF_UP)
