"""Puts a quantity together from its number, unit and hedge."""

from decimal import Decimal

from claims.quantities import intervals, ranges
from claims.quantities.cores import Core
from claims.quantities.hedges import Hedge
from claims.quantities.modifiers import Hedged
from claims.quantities.quantity import EXACT, RANGE, Comparator, Quantity
from claims.quantities.tokens import Tokens


def quantity_of(tokens: Tokens, core: Core, hedged: Hedged, end: int) -> Quantity:
    """Puts together what was found about one number."""
    unit = core.unit
    last = max(end, hedged.end) - 1
    ends = [core] if core.partner is None else [core, core.partner]
    last = max([last, *(end.unit.last for end in ends if end.unit and end.unit.within)])
    if unit is not None and unit.half:
        last = max(last, unit.last + 3)  # "and a half"
    first = hedged.first
    if core.partner is not None:
        first = _range_first(tokens, first)
    value, bounds, comparator = _bounds(core, hedged.hedge)
    hedge = hedged.hedge or Hedge(EXACT)
    start, stop = tokens.items[first].start, tokens.items[last].end
    named = unit is not None and unit.last >= unit.first
    named = named and not (unit and unit.within and unit.name in {"share", "times"})
    return Quantity(
        text=tokens.surface[start:stop],
        start=start,
        end=stop,
        value=value,
        low=bounds.low,
        high=bounds.high,
        low_open=bounds.low_open,
        high_open=bounds.high_open,
        comparator=comparator,
        unit=unit.name if unit else None,
        unit_text=tokens.slice(unit.first, unit.last) if unit and named else None,
        unit_start=tokens.items[unit.first].start if unit and named else None,
        unit_end=tokens.items[unit.last].end if unit and named else None,
        qualifier=unit.qualifier if unit else None,
        per=unit.per if unit else None,
        share_of=unit.share_of if unit else None,
        kind=ranges.kind_of(core),
        statistic="mean" if hedge.mean else None,
        role=core.role,
        emphatic=hedge.emphatic,
        claimed_max=hedge.claimed_max,
        soft_low=bounds.soft_low,
        soft_high=bounds.soft_high,
    )


def _range_first(tokens: Tokens, first: int) -> int:
    """Takes "between" and "from" into a range's text."""
    before = tokens.word(first - 1)
    return first - 1 if before in {"between", "from"} else first


def _bounds(
    core: Core, hedge: Hedge | None
) -> tuple[Decimal | None, intervals.Interval, Comparator]:
    """The value stated, its interval and its comparator."""
    if core.partner is not None:
        return None, intervals.Interval(core.value, core.partner.value), RANGE
    if core.form in {"order", "vague", "couple"}:
        soft_low, soft_high = core.soft
        interval = intervals.Interval(core.low, core.high, soft_low=soft_low, soft_high=soft_high)
        comparator: Comparator = "~" if core.form == "couple" else core.form
        return core.value, interval, comparator
    value = core.value or Decimal(0)
    if core.unit is not None and core.unit.half:
        value += Decimal("0.5")
    interval = intervals.interval(value, hedge, ranges.kind_of(core))
    return value, interval, hedge.comparator if hedge else EXACT
