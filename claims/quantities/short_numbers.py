"""Numbers as a picture or a sentence has them: 20,000, 1.5 million, 0.05."""

from decimal import Decimal

MILLION = Decimal(10) ** 6
_LARGE = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (MILLION, "million"),
)


def short_number(value: Decimal) -> str:
    """The number with thousands separators and without trailing zeros, its millions as a word."""
    for size, word in _LARGE:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    digits = f"{value:,f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.replace("-", "−")
