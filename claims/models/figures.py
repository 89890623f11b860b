"""A claim's figures: read from its quote, kept as editors leave them, one of them its answer."""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import Any

from django.core.exceptions import ValidationError

from claims.models.quantity import (
    BASE_DIGITS,
    DIGITS,
    FIELDS,
    PLACES,
    SAID,
    TOO_LARGE,
    State,
)
from claims.quantities import read_quantities
from claims.quantities.hedges import Hedge
from claims.quantities.intervals import interval
from claims.quantities.scale_of_units import dimension_of, scale_as_written
from factcheck.records.change import Difference
from factcheck.records.parts import replace_parts

BOUNDS = frozenset({"low", "high", "low_open", "high_open"})
# Python's own context has two digits fewer than the columns.
AS_STORED, SMALLEST = Context(prec=DIGITS), Decimal(1).scaleb(-PLACES)
# As far from zero as a bound in a base unit is kept: quintillions of light years in metres are not.
FARTHEST = Decimal(10) ** (BASE_DIGITS - PLACES - 1)
INTERVALS_OF_A_VALUE = frozenset({"=", "~", "<", "<=", ">", ">="})


def read_again(claim: Any, quote: str) -> list[dict[str, Any]]:
    """
    The claim's figures when its quote becomes `quote`, as items for `write`.

    What editors confirmed or rejected stays, wherever its words still stand in the quote; what
    nobody touched is read anew.
    """
    kept: list[dict[str, Any]] = []
    for quantity in claim.quantities.exclude(state=State.READ).order_by("position", "pk"):
        if quantity.start is None:
            kept.append({"id": quantity.public_id})
        elif (start := quote.find(quantity.text)) >= 0:
            end = start + len(quantity.text)
            kept.append({"id": quantity.public_id, "start": start, "end": end})
    taken = [(item["start"], item["end"]) for item in kept if "start" in item]
    news = [
        item
        for item in figures_in(quote)
        if all(item["end"] <= start or end <= item["start"] for start, end in taken)
    ]
    return sorted([*kept, *news], key=lambda item: item.get("start", len(quote)))


def as_edited(
    claim: Any, items: Sequence[Mapping[str, Any]], question: Any
) -> list[dict[str, Any]]:
    """
    An editor's list of figures, completed: as items for `write`.

    A new item may be its text alone, which must hold exactly one figure. Whatever an editor
    changes or adds is confirmed, and a confirmed figure without a unit takes its question's.
    Raises ValidationError naming the item.
    """
    stored = {quantity.public_id: quantity for quantity in claim.quantities.all()}
    completed, errors = [], {}
    for position, item in enumerate(items):
        quantity = stored.get(str(item.get("id") or ""))
        try:
            figure = _added(item) if quantity is None else _changed(item, quantity)
        except ValidationError as error:
            for field, messages in error.message_dict.items():
                errors[f"quantities/{position}/{field}"] = messages
        else:
            completed.append(figure | _implied_unit(figure, quantity, question))
    if errors:
        raise ValidationError(errors)
    return completed


def write(claim: Any, items: Sequence[Mapping[str, Any]], *, version: int) -> list[Difference]:
    """
    Make the claim's figures say exactly `items`, and settle which is its answer.

    An item with `is_answer` is the editor's pick. Raises ValidationError naming the item.
    """
    before = answer_of(claim)
    claim.quantities.update(is_answer=False)
    parts = replace_parts(claim, "quantities", items, FIELDS, version=version)
    quantities = list(claim.quantities.order_by("position", "pk"))
    for quantity in quantities:
        _derive(quantity)
    picks = [
        quantity.public_id
        for quantity, item in zip(quantities, items, strict=True)
        if item.get("is_answer")
    ]
    if len(picks) > 1:
        raise ValidationError({"quantities": "A claim answers its question with one figure."})
    settle_answer(claim, picked=picks[0] if picks else before)
    after = answer_of(claim)
    if before != after and (before is not None or picks):
        parts.append(Difference("answer", before, after))
    return parts


def settle_answer(claim: Any, picked: str | None = None) -> None:
    """
    Store which figure is the claim's position: the one accepted in its question's dimension.

    Of several, the one that was `picked` (its id), else the only one in the question's own word:
    where it asks for troops, those before the soldiers. Else none.
    """
    unit = _unit_asked_for(claim)
    candidates = _comparing_with(unit, claim)
    if len(candidates) > 1:
        asked = scale_as_written(unit).dimension
        candidates = [each for each in candidates if each.public_id == picked] or [
            each for each in candidates if each.dimension == asked
        ]
    answers = [each.public_id for each in candidates] if len(candidates) == 1 else []
    claim.quantities.exclude(public_id__in=answers).update(is_answer=False)
    claim.quantities.filter(public_id__in=answers).update(is_answer=True)


def could_answer(claim: Any) -> list[Any]:
    """The claim's accepted figures in its question's dimension, in order."""
    return _comparing_with(_unit_asked_for(claim), claim)


def _comparing_with(unit: str, claim: Any) -> list[Any]:
    return [
        quantity
        for quantity in claim.quantities.accepted().order_by("position", "pk")
        if unit and quantity.unit and dimension_of(quantity.unit) == dimension_of(unit)
    ]


def _unit_asked_for(claim: Any) -> str:
    """The unit of the claim's question, empty without one."""
    # As stored: the question that the claim carries may have been read long ago.
    stored = type(claim).objects.filter(pk=claim.pk)
    return stored.values_list("question__unit", flat=True).first() or ""


def answer_of(claim: Any) -> str | None:
    """The id of the figure that is the claim's position, if one is."""
    return claim.quantities.answers().values_list("public_id", flat=True).first()


def figures_in(text: str) -> list[dict[str, Any]]:
    """The figures of a text, as far as the columns can hold them."""
    return [
        {name: _rounded(getattr(figure, name)) for name in SAID}
        for figure in read_quantities(text)
        if _fits(figure)
    ]


def _fits(figure: Any) -> bool:
    numbers = (figure.value, figure.low, figure.high)
    words = ((figure.text, 200), (figure.unit, 60), (figure.per, 60), (figure.unit_text, 120))
    return all(number is None or abs(number) < TOO_LARGE for number in numbers) and all(
        len(text or "") <= longest for text, longest in words
    )


def _rounded(value: Any) -> Any:
    return value.quantize(SMALLEST, context=AS_STORED) if isinstance(value, Decimal) else value


def _added(item: Mapping[str, Any]) -> dict[str, Any]:
    """A figure that an editor adds, by its words alone or with what they say."""
    if item.get("id"):
        # Whose id it is, replace_parts says.
        return dict(item)
    said = {name: value for name, value in item.items() if name != "text"}
    figure = {"text": item.get("text", ""), "start": None, "end": None, "state": State.CONFIRMED}
    if not said.keys() & {"value", *BOUNDS}:
        figure = figure | _only_figure_in(figure["text"]) | {"start": None, "end": None}
    return _with_bounds(figure | said, said)


def _changed(item: Mapping[str, Any], quantity: Any) -> dict[str, Any]:
    """A stored figure as an editor leaves it; confirmed if that differs from what it said."""
    news = {
        name: value
        for name, value in item.items()
        if name in SAID and value != getattr(quantity, name)
    }
    figure = {"id": quantity.public_id, **news}
    if "text" in news and not news.keys() & {"value", *BOUNDS}:
        figure |= _only_figure_in(news["text"]) | {"start": None, "end": None} | news
    if news:
        stored = {name: getattr(quantity, name) for name in SAID}
        figure = _with_bounds(figure, news, stored)
    kept = {name: item[name] for name in ("state", "is_answer") if item.get(name) is not None}
    if news and kept.get("state") in (None, State.READ):
        kept["state"] = State.CONFIRMED
    return figure | kept


def _implied_unit(figure: Mapping[str, Any], quantity: Any, question: Any) -> dict[str, Any]:
    """The question's unit, for a confirmed figure whose words leave it out."""
    unit = figure.get("unit", getattr(quantity, "unit", None))
    is_confirmed = figure.get("state", getattr(quantity, "state", None)) == State.CONFIRMED
    if unit is not None or not is_confirmed or question is None or not question.unit:
        return {}
    return {"unit": question.unit, "unit_implied": True}


def _with_bounds(
    figure: dict[str, Any], given: Mapping[str, Any], stored: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The figure with the interval of its value, where an editor gave a value without one."""
    if not given.keys() & {"value", "comparator"} or given.keys() & BOUNDS:
        return figure
    whole = {"comparator": "=", "kind": "count", **(stored or {}), **figure}
    if whole.get("value") is None or whole["comparator"] not in INTERVALS_OF_A_VALUE:
        return figure
    entailed = interval(whole["value"], Hedge(whole["comparator"]), whole["kind"])
    return figure | {name: getattr(entailed, name) for name in BOUNDS}


def _only_figure_in(text: str) -> dict[str, Any]:
    found = figures_in(text)
    if len(found) != 1:
        how_many = f"{len(found)} figures" if found else "no figure"
        raise ValidationError({"text": f"“{text}” holds {how_many}; write exactly one."})
    return found[0]


def derived(unit: str | None, low: Decimal | None, high: Decimal | None) -> dict[str, Any]:
    """The dimension of a figure's unit as written, and its hard interval in its base unit."""
    dimension, factor = scale_as_written(unit) if unit else ("", 1)
    return {
        "dimension": dimension,
        "base_low": _in_base_unit(low, factor),
        "base_high": _in_base_unit(high, factor),
    }


def _derive(quantity: Any) -> None:
    values = derived(quantity.unit, quantity.low, quantity.high)
    for name, value in values.items():
        setattr(quantity, name, value)
    quantity.save(update_fields=list(values))


def _in_base_unit(bound: Decimal | None, factor: Any) -> Decimal | None:
    """The bound times the factor, or the most that its column holds."""
    if bound is None:
        return None
    return max(-FARTHEST, min(bound * factor, FARTHEST))
