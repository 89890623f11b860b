"""A figure in signs, "≈ 2,600 troops", and what its words entail in an editor's."""

from decimal import Decimal
from typing import Protocol

from claims.quantities.quantity import ORDER, RANGE, VAGUE, plain
from claims.quantities.wording import Worded, figure_in_words, unit_in_words

_SIGNS = {"~": "≈", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_LARGE = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
# More digits than these, and the whole number reads better: 4.25 million, but 4,251,300.
_MOST_DIGITS = 4
_WITHOUT_VALUE: dict[str, str] = {
    RANGE: "a range",
    ORDER: "an order of magnitude",
    VAGUE: "too vague to compare",
}


class Noted(Worded, Protocol):
    """What it takes to put a figure in signs."""

    @property
    def text(self) -> str: ...
    @property
    def low_open(self) -> bool: ...
    @property
    def high_open(self) -> bool: ...
    @property
    def unit_implied(self) -> bool: ...
    @property
    def per(self) -> str | None: ...
    @property
    def statistic(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...


def shorthand(figure: Noted) -> str:
    """
    The figure as a chip shows it: "10,000 troops", "< 3,000 [troops]", "5–7 percent".

    Brackets: the words leave the unit out. A vague amount stays in its own words.
    """
    unit = "percent" if figure.unit == "share" else unit_in_words(figure)
    unit = f"[{unit}]" if unit and figure.unit_implied else unit
    words = [figure.role or "", _amount(figure), unit]
    words += [f"per {figure.per}"] if figure.per else []
    words += ["on average"] if figure.statistic == "mean" else []
    return " ".join(word for word in words if word)


def needs_its_words(figure: Noted) -> bool:
    """Whether the signs alone hide how it was said: "thousands", "a third"."""
    return figure.comparator == ORDER or figure.unit == "share"


def entailed(figure: Noted) -> str:
    """What the words entail: "fewer than 3,000 troops: 0 up to, not including, 3,000"."""
    bounds = _bounds(figure)
    if figure.value is None:
        return f"{_WITHOUT_VALUE.get(figure.comparator, 'between bounds')}: {bounds}"
    words = figure_in_words(figure)
    if figure.low == figure.high:
        return words if figure.unit == "share" else f"exactly {words}"
    joint = "," if figure.low is None or figure.high is None else ":"
    return f"{words}{joint} {bounds}"


def _amount(figure: Noted) -> str:
    if figure.comparator == VAGUE:
        return figure.text
    if figure.value is not None:
        return _signed(_SIGNS.get(figure.comparator, ""), _number(figure, figure.value))
    if figure.low is not None and figure.high is not None:
        low, high = _number(figure, figure.low), _number(figure, figure.high)
        _, _, size = high.partition(" ")
        low = low.removesuffix(f" {size}") if size else low
        return f"{low}–{high}" if figure.low >= 0 else f"{low} to {high}"
    if figure.low is not None:
        return _signed(">" if figure.low_open else "≥", _number(figure, figure.low))
    if figure.high is not None:
        return _signed("<" if figure.high_open else "≤", _number(figure, figure.high))
    return figure.text


def _signed(sign: str, number: str) -> str:
    return f"{sign} {number}".lstrip()


def _number(figure: Noted, value: Decimal) -> str:
    """A share is told in percent, like all the others; many digits as far as they say something."""
    value = value * 100 if figure.unit == "share" else value
    for size, word in _LARGE:
        if abs(value) >= size:
            short = _plain(value / size)
            if sum(map(str.isdigit, short)) <= _MOST_DIGITS:
                return f"{short} {word}"
            break
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{Decimal(plain(value) or '0'):,f}".replace("-", "−")


def _bounds(figure: Noted) -> str:
    low = "" if figure.low is None else _plain(figure.low)
    high = "" if figure.high is None else _plain(figure.high)
    if low and high:
        joint = "up to, not including," if figure.high_open else "to"
        return f"{'more than ' if figure.low_open else ''}{low} {joint} {high}"
    said = figure.value is not None
    if low:
        least = "" if said else f"{f'more than {low}' if figure.low_open else f'{low} or more'}, "
        return f"{least}with no upper limit"
    if high:
        most = "" if said else f"{f'less than {high}' if figure.high_open else f'{high} or less'}, "
        return f"{most}with no lower limit"
    return "no limit on either side"
