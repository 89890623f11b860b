"""A claim's figures on its page: accepted, rejected, corrected, added by their words alone."""

import copy
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from claims.models import Quantity
from claims.models.quantity import DIGITS, PLACES, State
from claims.quantities import Quantity as Figure
from claims.quantities.currencies import CODES
from claims.quantities.quantity import plain
from claims.quantities.same_unit import measure_named, unit_meant
from claims.quantities.shorthand import shorthand
from factcheck.desk.parts import PartForm, PartFormSet, PartInline

COMPARATORS = (
    ("=", "exactly"),
    ("~", "about"),
    ("<", "less than"),
    ("<=", "at most"),
    (">", "more than"),
    (">=", "at least"),
    ("range", "a range"),
    ("order", "an order of magnitude"),
    ("vague", "too vague to compare"),
)
WITHOUT_NUMBER = ("range", "order", "vague")
STATES = ((State.READ, "As read"), (State.CONFIRMED, "Accept"), (State.REJECTED, "Reject"))
SAID = ("text", "comparator", "value", "unit")
BOUNDS = ("low", "low_open", "high", "high_open")
CORRECTIONS = (*SAID, *BOUNDS)


class NumberField(forms.DecimalField):
    """A number as one writes it: with thousands separators, without trailing zeros."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=DIGITS, decimal_places=PLACES, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{Decimal(plain(value) or '0'):,f}" if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = "".join(value.replace(",", "").split())
        return super().to_python(value)


class FigureForm(PartForm):
    """
    One figure, or room for another: that one takes its words alone, which are then read.

    `stored` is the figure as it is, whatever has been typed.
    """

    state = forms.ChoiceField(
        choices=STATES,
        widget=forms.RadioSelect(attrs={"class": "choices-in-line"}),
        label="What you make of it",
    )
    comparator = forms.ChoiceField(choices=COMPARATORS, label="It means")
    value = NumberField(label="Number", help_text="None for a range or an order of magnitude.")
    low = NumberField(label="At least")
    low_open = forms.BooleanField(required=False, label="itself excluded", label_suffix="")
    high = NumberField(label="At most")
    high_open = forms.BooleanField(required=False, label="itself excluded", label_suffix="")

    class Meta:
        model = Quantity
        fields = ["state", *CORRECTIONS]

    def __init__(self, *args: Any, question: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.stored = copy.copy(self.instance)
        if self.stored._state.adding and self.empty_permitted:
            self.fields = {"text": self.fields["text"]}
            self.fields["text"].label = "Add a figure"
            self.fields[
                "text"
            ].help_text = "By its words alone, with what it counts: “some 2,600 troops”."

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "comparator" not in self.changed_data and "value" not in self.changed_data:
            return given
        if given.get("comparator") in WITHOUT_NUMBER:
            given["value"] = None
        elif given.get("value") is None and "value" not in self.errors:
            self.add_error("value", "Write the number.")
        return given

    def asks_for_unit(self) -> str:
        """The question's unit, put as one, where the words of an unseen figure leave it out."""
        unit = self.question.unit if self.question else ""
        if not unit or self.stored.unit or self.stored.state != State.READ:
            return ""
        measures = unit_meant(unit) in CODES or measure_named(unit_meant(unit)) is not None
        return f"Is it in {unit}?" if measures else f"Does it count {unit}?"

    def corrections(self) -> list[Any]:
        """The fields behind the disclosure."""
        return [self[name] for name in SAID]

    def bounds(self) -> list[Any]:
        """The fields behind the second one."""
        return [self[name] for name in BOUNDS]

    def is_being_corrected(self) -> bool:
        return self._is_touched(CORRECTIONS)

    def bounds_are_being_corrected(self) -> bool:
        return self._is_touched(BOUNDS)

    def _is_touched(self, names: tuple[str, ...]) -> bool:
        """Whether what a disclosure hides should be seen: something was typed, or is wrong."""
        return self.is_bound and bool({*names} & {*self.changed_data, *self.errors})


class FigureFormSet(PartFormSet):
    """The figures; None where the editor has left them as they are, so that a quote is read."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return super().get_form_kwargs(index) | {"question": self.instance.question}

    def items(self, names: tuple[str, ...]) -> list[dict[str, Any]] | None:
        return super().items(names) if self.has_changed() else None


class FigureInline(PartInline):
    model = Quantity
    model_name = "figure"
    form = FigureForm
    formset = FigureFormSet
    list_name = "quantities"
    part_fields = ("state", *CORRECTIONS)
    fields = ("state", *CORRECTIONS)
    extra = 1
    template = "claims/admin/figures.html"
    verbose_name = "figure"
    verbose_name_plural = "figures"


def with_answer(
    claim: Any, items: list[dict[str, Any]] | None, answer: str
) -> list[dict[str, Any]]:
    """The claim's figures as a verb takes them, with the editor's pick among them."""
    if items is None:
        stored = claim.quantities.order_by("position", "pk")
        items = [{"id": public_id} for public_id in stored.values_list("public_id", flat=True)]
    return [item | {"is_answer": item.get("id") == answer} for item in items]


def figure_in_history(row: Mapping[str, Any]) -> str:
    """A figure in a line, from the values that history or a form has of it."""
    words, state = f"“{row.get('text')}”", dict(State.choices).get(row.get("state", ""), "")
    told = [words, _signs(row), state.lower()]
    return ", ".join(word for word in told if word)


def _signs(row: Mapping[str, Any]) -> str:
    """The figure in signs; empty where what was typed makes none."""
    said: dict[str, Any] = {"start": 0, "end": 0, "value": None, "low": None, "high": None}
    said |= {name: row[name] for name in Figure.__slots__ if name in row}
    try:
        said |= {name: said[name] and Decimal(str(said[name])) for name in ("value", "low", "high")}
    except InvalidOperation:
        return ""
    return shorthand(Figure(**said)) if "comparator" in row else ""
