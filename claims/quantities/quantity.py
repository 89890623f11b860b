"""The figure itself: what read_quantities returns and what a comparison needs of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

Comparator = Literal["=", "~", "<", "<=", ">", ">=", "range", "order", "vague"]

Kind = Literal["count", "measure", "money", "share", "ratio", "duration", "age"]

Role = Literal["from", "to"]

Statistic = Literal["mean"]

EXACT: Comparator = "="

ABOUT: Comparator = "~"

BELOW: Comparator = "<"

AT_MOST: Comparator = "<="

ABOVE: Comparator = ">"

AT_LEAST: Comparator = ">="

RANGE: Comparator = "range"

ORDER: Comparator = "order"

VAGUE: Comparator = "vague"

COMPARATORS: tuple[Comparator, ...] = (
    EXACT,
    ABOUT,
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST,
    RANGE,
    ORDER,
    VAGUE,
)
KINDS: tuple[Kind, ...] = ("count", "measure", "money", "share", "ratio", "duration", "age")


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    One figure in a text.

    `start` and `end` are code points of the text given; `text` is what they slice out: hedge, sign,
    currency symbol, number, scale and percent, but not the noun counted, which has its own offsets.
    `low` and `high` are what the words entail (None: no bound), `soft_low` and `soft_high` what a
    reader takes them to mean; only the first decide a contradiction. `value` is the number stated,
    None for a range, an order of magnitude and a vague amount. A percentage is kept as stated (5
    for 5%), a share as a fraction of one (0.3333 for "a third", four significant digits).

    `unit` is an ISO 4217 code, "percent", a measure's name in the singular ("kilometre", "year of
    age"), "share", "times", else the head noun as it stands ("troops"), with the words before it in
    `qualifier` ("North Korean"). `per` is the other half of a rate ("day"), `share_of` the noun
    that a share or percentage is of. `claimed_max` marks "up to" and "as many as": an upper bound
    that a speaker may take back.
    """

    text: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    comparator: Comparator = EXACT
    unit: str | None = None
    unit_text: str | None = None
    unit_start: int | None = None
    unit_end: int | None = None
    unit_implied: bool = False
    qualifier: str | None = None
    per: str | None = None
    share_of: str | None = None
    kind: Kind = "count"
    statistic: Statistic | None = None
    role: Role | None = None
    emphatic: bool = False
    claimed_max: bool = False
    soft_low: Decimal | None = None
    soft_high: Decimal | None = None

    def with_unit(self, unit: str, *, kind: Kind | None = None) -> "Quantity":
        """The same figure with a unit that its claim's subject supplies, marked as implied."""
        return replace(self, unit=unit, unit_implied=True, kind=kind or self.kind)

    def as_figure(self) -> Mapping[str, Any]:
        """The public shape of a figure: decimals as plain strings, every key always there."""
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "low_open": self.low_open,
            "high_open": self.high_open,
            "comparator": self.comparator,
            "unit": self.unit,
            "unit_implied": self.unit_implied,
            "kind": self.kind,
            "statistic": self.statistic,
            "role": self.role,
        }


def plain(value: Decimal | None) -> str | None:
    """A decimal without exponent and without trailing zeros after the point: 1E+4 is "10000"."""
    if value is None:
        return None
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in {"-0", ""} else digits
