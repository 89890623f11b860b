"""A number as it is read, before anything is known of what it counts."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Number:
    """A number read: its value, and the index of the first token after it."""

    value: Decimal
    end: int
    digits: bool
    bare: bool = False  # an integer in digits without comma, scale or fraction: "2019", "747"
    scale: Decimal = Decimal(1)
    fraction: bool = False  # written with a slash or as a vulgar fraction, and below one


def rounded(value: Decimal) -> Decimal:
    """Four significant digits, enough for any share a newspaper spells out."""
    return (
        value if not value else value.quantize(Decimal(1).scaleb(value.adjusted() - 3)).normalize()
    )
