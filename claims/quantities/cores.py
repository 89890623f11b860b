"""
What the reading steps hand on to one another: a number with its sign, currency, unit and place.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from claims.quantities.quantity import Kind, Role

Form = Literal["number", "share", "ratio", "couple", "order", "vague"]


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A unit found beside a number, and the tokens (first to last) that it is written in.

    `within` says that those tokens belong to the figure's own text: "$", "%", "km" glued to digits.
    """

    name: str
    kind: Kind
    first: int
    last: int
    within: bool = False
    qualifier: str | None = None
    per: str | None = None
    share_of: str | None = None
    half: bool = False  # "two years and a half": the half is counted in this unit


@dataclass(slots=True)
class Core:
    """
    A number read, before hedges and ranges: tokens `first` to `end` (exclusive), `tail` after its
    unit.

    Loose amounts bring their own bounds: hard `low` and `high`, soft `soft`.
    """

    first: int
    end: int
    value: Decimal | None
    form: Form = "number"
    digits: bool = False
    bare: bool = False
    scale: Decimal = Decimal(1)
    low: Decimal | None = None
    high: Decimal | None = None
    soft: tuple[Decimal | None, Decimal | None] = (None, None)
    currency: Unit | None = None
    unit: Unit | None = None
    role: Role | None = None
    tail: int = field(default=0)
    partner: "Core | None" = None  # the upper end, where this core is the lower end of a range
