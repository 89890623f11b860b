"""Reads a text's figures: one pass finds the numbers, a second names, joins and bounds them."""

from dataclasses import replace
from itertools import zip_longest

from claims.quantities import ranges
from claims.quantities.ages import age_of
from claims.quantities.assembly import quantity_of
from claims.quantities.cores import Core, Unit
from claims.quantities.joint_bounds import with_joint_bounds
from claims.quantities.modifiers import end_of_hedge, hedges_around
from claims.quantities.money import at_home, bucks_of
from claims.quantities.normalise import normalise
from claims.quantities.quantity import Quantity
from claims.quantities.scan import find_cores
from claims.quantities.signs import take_below_zero
from claims.quantities.tokens import Tokens
from claims.quantities.units import unit_of


def read_quantities(text: str, *, dollar: str = "USD") -> list[Quantity]:
    """
    The figures of an English text, in the order they stand in.

    `dollar` is the ISO code that a bare "$" means with this outlet. Dates, times, ordinals, names
    with numbers, scores and labels are no figures. Never raises for any text; takes time in
    proportion to its length.
    """
    tokens = Tokens(normalise(text), text)
    cores = find_cores(tokens, dollar)
    bucks = bucks_of(tokens, cores, dollar)
    for core, following in zip_longest(cores, cores[1:]):
        core.unit = at_home(tokens, _unit(tokens, core), dollar, bucks)
        if _is_of_the_number_after(core.unit, following):
            core.unit = None
        core.tail = _tail(core)
    return with_joint_bounds(_quantities(tokens, _in_ranges(tokens, cores)), text)


def _unit(tokens: Tokens, core: Core) -> Unit | None:
    """The core's unit, also behind a hedge: "5,000 or more prisoners"."""
    unit = age_of(tokens, core) or unit_of(tokens, core, core.end)
    return unit or unit_of(tokens, core, end_of_hedge(tokens, core))


def _is_of_the_number_after(unit: Unit | None, following: Core | None) -> bool:
    """ "5$7": a currency between two numbers is of one of them only, here of the second."""
    if unit is None or unit.kind != "money" or following is None:
        return False
    return unit.first >= following.first


def _tail(core: Core) -> int:
    """The index after the core and, where it follows, its unit."""
    if core.unit is None or core.unit.last < core.end:
        return core.end
    return core.unit.last + 1


def _in_ranges(tokens: Tokens, cores: list[Core]) -> list[Core]:
    """The cores with the upper ends of ranges taken into their lower ends."""
    kept: list[Core] = []
    for core in cores:
        if kept and ranges.pair(tokens, kept[-1], core):
            continue
        kept.append(core)
    return kept


def _quantities(tokens: Tokens, cores: list[Core]) -> list[Quantity]:
    found: list[Quantity] = []
    floor = 0
    for core, following in zip_longest(cores, cores[1:]):
        end = core.partner.end if core.partner else core.end
        # A unit may stand behind the next number too, whose hedge that unit's then is.
        own = following is None or core.tail <= following.first
        tail = core.tail if own else end
        hedged = hedges_around(tokens, replace(core, end=end), floor, tail)
        take_below_zero(tokens, core)
        found.append(quantity_of(tokens, core, hedged, end))
        floor = max(end, hedged.end)
    return found
