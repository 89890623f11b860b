"""What a client sends of claims, and of what becomes of them."""

from typing import Any

from rest_framework import serializers

from claims.api.inputs import BY_ID, BY_NAME, several
from claims.api.people import person_field
from claims.models import Article, Attribution, Claim, Quantity, Question
from claims.models.quantity import DIGITS, PLACES
from claims.models.status import CloseReason
from claims.quantities import COMPARATORS, KINDS
from factcheck.rest.inputs import ChoiceField, DayField, Input, RowField, TextField
from sources.api.inputs import source_field


def context_field() -> serializers.CharField:
    """
    Words that touch the quote: a few tell its place from others.

    Each place where the quote stands is compared with all of them, so a book of them is refused.
    """
    return serializers.CharField(
        required=False, allow_blank=True, trim_whitespace=False, max_length=500
    )


def decimal_field() -> serializers.DecimalField:
    """A number of a figure, as a string so that nothing is rounded on the way."""
    return serializers.DecimalField(DIGITS, PLACES, required=False, allow_null=True)


class AttributionInput(Input):
    """Who stands where; with `id` the entry that is there, without a new one."""

    id = serializers.CharField(required=False)
    # Needed for a new entry only, and there the model asks for it.
    source = source_field(required=False)  # type: ignore[assignment]
    stance = ChoiceField(Attribution.Stance.choices, required=False)
    via = source_field(required=False, allow_null=True)
    at = DayField(required=False, allow_null=True)


class QuantityInput(Input):
    """
    A figure of a claim: its text alone, which is read, or with what it says.

    With `id` the entry that is there: `{"id", "state": "confirmed"}` accepts it, and a unit that
    its words leave out is then the question's.
    """

    returned = frozenset({"start", "end", "statistic", "role"})

    id = serializers.CharField(required=False)
    text = serializers.CharField(max_length=200, required=False)
    value = decimal_field()
    low = decimal_field()
    high = decimal_field()
    low_open = serializers.BooleanField(required=False)
    high_open = serializers.BooleanField(required=False)
    comparator = ChoiceField([(each, each) for each in COMPARATORS], required=False)
    unit = serializers.CharField(max_length=60, required=False, allow_null=True)
    unit_implied = serializers.BooleanField(required=False)
    kind = ChoiceField([(each, each) for each in KINDS], required=False)
    state = ChoiceField(Quantity.State.choices, required=False, allow_null=True)
    is_answer = serializers.BooleanField(required=False)


class ClaimFields(Input):
    """What can be said of a claim besides where its words stand."""

    statement = TextField(max_length=500, help_text="One sentence that stands alone")
    attributions = several(AttributionInput(), default=list)
    # Left out, the figures are read from the quote.
    quantities = several(QuantityInput(), default=None)
    question = RowField(lambda: Question.objects.all(), by=BY_NAME, required=False, allow_null=True)
    repeats = RowField(lambda: Claim.objects.all(), by=BY_ID, required=False, allow_null=True)
    note = TextField(help_text="For the desk only")
    assignee = person_field(required=False, allow_null=True)
    due_at = serializers.DateTimeField(required=False, allow_null=True)


class PlaceInput(Input):
    """Words of an article: the quote alone, or with what tells its place from others like it."""

    quote = serializers.CharField(
        required=False, trim_whitespace=False, help_text="The article's own words"
    )
    prefix = context_field()
    suffix = context_field()
    start = serializers.IntegerField(required=False, min_value=0, help_text="Code points")
    end = serializers.IntegerField(required=False, min_value=0, help_text="Code points, exclusive")


class ClaimInput(ClaimFields, PlaceInput):
    """A claim to mark: the quote alone, or with what tells its place from others like it."""

    returned = frozenset(
        {
            "claimant",
            "verification_status",
            "verdict",
            "work",
            "closed",
            "author",
            "anchor",
            "created_at",
        }
    )

    article = RowField(lambda: Article.objects.all(), by=BY_ID)
    quote = serializers.CharField(trim_whitespace=False, help_text="The article's own words")


class AnchorInput(PlaceInput):
    """
    What becomes of a claim whose words the article has changed.

    `accept` the words that were found, `mark` others of the latest revision (by quote, by offsets
    or both), or `close` the claim because they are gone.
    """

    action = ChoiceField(["accept", "mark", "close"])

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        place = attrs.keys() - {"action"}
        if attrs["action"] != "mark" and place:
            raise serializers.ValidationError(
                dict.fromkeys(sorted(place), "Only `mark` takes words and offsets.")
            )
        if attrs["action"] == "mark" and not ("quote" in attrs or {"start", "end"} <= place):
            raise serializers.ValidationError(
                {"quote": "Say which words: `quote`, or `start` and `end`, or all of them."}
            )
        return attrs


class AmendInput(PlaceInput):
    """
    A correction of a published claim, with the notice that readers see.

    `quote`, or `start` and `end`, put it on words of the article's latest revision.
    """

    notice = TextField(default="")
    statement = serializers.CharField(max_length=500, required=False)
    attributions = several(AttributionInput())
    quantities = several(QuantityInput())
    question = RowField(lambda: Question.objects.all(), by=BY_NAME, required=False, allow_null=True)


class CloseInput(Input):
    """Why a claim leaves the queue."""

    reason = ChoiceField(CloseReason.choices)
