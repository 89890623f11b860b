"""
Reads figures from English text: "nowhere near 3,000" becomes fewer than 3,000, with its interval.

Pure Python without dependencies, and without Django.
"""

from claims.quantities.quantity import (
    ABOUT,
    ABOVE,
    AT_LEAST,
    AT_MOST,
    BELOW,
    COMPARATORS,
    EXACT,
    KINDS,
    ORDER,
    RANGE,
    VAGUE,
    Comparator,
    Kind,
    Quantity,
    Role,
    Statistic,
)
from claims.quantities.reader import read_quantities
from claims.quantities.same_unit import same_unit

__all__ = [
    "ABOUT",
    "ABOVE",
    "AT_LEAST",
    "AT_MOST",
    "BELOW",
    "COMPARATORS",
    "EXACT",
    "KINDS",
    "ORDER",
    "RANGE",
    "VAGUE",
    "Comparator",
    "Kind",
    "Quantity",
    "Role",
    "Statistic",
    "read_quantities",
    "same_unit",
]
