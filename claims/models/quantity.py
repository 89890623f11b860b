"""Quantity: a figure of a claim, as its words say it or as an editor corrected it."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from claims.quantities import COMPARATORS, KINDS
from claims.quantities.qualifiers import qualifier_in
from factcheck.records.parts import Part
from factcheck.records.record import RecordManager

# What a figure says: the fields of claims.quantities.Quantity that are kept.
SAID = (
    "text",
    "start",
    "end",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "comparator",
    "unit",
    "unit_text",
    "unit_implied",
    "per",
    "kind",
    "statistic",
    "role",
    "emphatic",
    "claimed_max",
)
# With what an editor made of it.
FIELDS = (*SAID, "state")

DIGITS, PLACES = 30, 10
# The first number that a figure cannot be. The columns have room for it, because SQLite keeps
# fifteen digits and may round up to one more.
TOO_LARGE = Decimal(10) ** (DIGITS - PLACES - 1)
BASE_DIGITS = 40


class State(models.TextChoices):
    """Whether somebody has looked at the figure. A rejected one counts for nothing."""

    READ = "read", "As read"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class QuantityQuerySet(models.QuerySet[Any]):
    """What the newsroom asks about figures."""

    def accepted(self) -> "QuantityQuerySet":
        """The figures that count: all but the rejected ones."""
        return self.exclude(state=State.REJECTED)

    def answers(self) -> "QuantityQuerySet":
        """The figures that are their claims' positions on their questions."""
        return self.filter(is_answer=True)


def _number(**kwargs: Any) -> Any:
    return models.DecimalField(
        max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True, **kwargs
    )


def _derived() -> Any:
    return models.DecimalField(
        max_digits=BASE_DIGITS, decimal_places=PLACES, null=True, editable=False
    )


class Quantity(Part):
    """
    A figure of a claim.

    `start` and `end` are code points of the claim's quote, empty for a figure that an editor added.
    `low` and `high` are what the words entail (empty: no bound on that side); they decide what
    contradicts what. `value` is the number stated, empty for ranges, orders of magnitude and vague
    amounts.
    """

    State = State

    claim = models.ForeignKey("claims.Claim", on_delete=models.CASCADE, related_name="quantities")
    text = models.CharField("figure", max_length=200, help_text="In its own words: “some 2,600”.")
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    value = _number()
    low = _number(verbose_name="at least", help_text="The least that the words allow.")
    high = _number(verbose_name="at most", help_text="The most that the words allow.")
    low_open = models.BooleanField("without the least itself", default=False)
    high_open = models.BooleanField("without the most itself", default=False)
    comparator = models.CharField(
        max_length=5, choices=[(each, each) for each in COMPARATORS], default="="
    )
    unit = models.CharField(
        max_length=60,
        null=True,
        blank=True,
        help_text="What it counts or measures: troops, EUR, percent, kilometre.",
    )
    unit_text = models.CharField(max_length=120, null=True, blank=True, editable=False)
    unit_implied = models.BooleanField(
        default=False, help_text="The words leave the unit out; the question supplies it."
    )
    per = models.CharField(max_length=60, null=True, blank=True, help_text="Of a rate: day, year.")
    kind = models.CharField(
        max_length=10, choices=[(each, each) for each in KINDS], default="count"
    )
    statistic = models.CharField(max_length=10, null=True, blank=True, editable=False)
    role = models.CharField(max_length=10, null=True, blank=True, editable=False)
    emphatic = models.BooleanField(default=False, editable=False)
    claimed_max = models.BooleanField(default=False, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.READ)
    is_answer = models.BooleanField(
        "answers the question",
        default=False,
        help_text="The figure with which this claim answers its question.",
    )
    # The hard interval in the base unit of its dimension, so that kilometres meet metres in a
    # filter. Derived when the figure is stored, from the unit as written: see kept_scales().
    dimension = models.CharField(max_length=60, blank=True, editable=False)
    base_low = _derived()
    base_high = _derived()

    objects = RecordManager.from_queryset(QuantityQuerySet)()

    class Meta:
        verbose_name_plural = "quantities"
        indexes = [
            models.Index(fields=["dimension", "base_low"], name="claims_quantity_by_dimension"),
        ]
        constraints = [
            models.CheckConstraint(
                name="claims_quantity_text_not_blank",
                condition=~Q(text=""),
                violation_error_message="Write the figure as it is said.",
            ),
            models.CheckConstraint(
                name="claims_quantity_low_not_above_high",
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                violation_error_message="The least is more than the most.",
            ),
            models.CheckConstraint(
                name="claims_quantity_value_within_bounds",
                condition=Q(value__isnull=True)
                | (
                    (Q(low__isnull=True) | Q(low__lte=F("value")))
                    & (Q(high__isnull=True) | Q(high__gte=F("value")))
                ),
                violation_error_message="The value lies outside its own bounds.",
            ),
            models.CheckConstraint(
                name="claims_quantity_span_whole_or_absent",
                condition=Q(start__isnull=True, end__isnull=True) | Q(start__lt=F("end")),
            ),
            models.CheckConstraint(
                name="claims_quantity_comparator_known",
                condition=Q(comparator__in=COMPARATORS),
            ),
            models.CheckConstraint(name="claims_quantity_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="claims_quantity_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="claims_quantity_implied_unit_is_named",
                condition=Q(unit_implied=False) | Q(unit__isnull=False),
                violation_error_message="An implied unit needs a name.",
            ),
            models.CheckConstraint(
                name="claims_quantity_rejected_answers_nothing",
                condition=~Q(state=State.REJECTED) | Q(is_answer=False),
                violation_error_message="A rejected figure cannot be the answer.",
            ),
            models.UniqueConstraint(
                name="claims_quantity_one_answer_per_claim",
                fields=["claim"],
                condition=Q(is_answer=True),
                violation_error_message="A claim answers its question with one figure.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} {self.unit or ''}".strip()

    @property
    def qualifier(self) -> str | None:
        """
        The words between the figure and what it counts, “North Korean”: read off the claim's quote.

        None for a figure that an editor wrote, or whose unit is not the quote's. Expects a row
        that was loaded with its claim.
        """
        unit = None if self.unit_implied else self.unit
        return qualifier_in(self.claim.quote, end=self.end, unit=unit)

    def clean(self) -> None:
        """No number is larger than every database keeps."""
        for name in ("value", "low", "high"):
            number = getattr(self, name)
            if number is not None and abs(number) >= TOO_LARGE:
                raise ValidationError({name: f"Write a number below {TOO_LARGE:.0e}."})

    @property
    def is_accepted(self) -> bool:
        return self.state != State.REJECTED
