"""What a client sends of the newsroom's records."""

from typing import Any

from rest_framework import serializers

from claims.api.people import person_field
from claims.models import Article, Attribution, Claim, Evidence, Quantity, Question, Rating
from claims.models.quantity import DIGITS, PLACES
from claims.models.status import CloseReason
from claims.quantities import COMPARATORS, KINDS
from factcheck.rest.inputs import DayField, Input, RowField, TextField
from sources.api.inputs import source_field

BY_NAME = ("public_id", "slug")
BY_ID = ("public_id",)


def several(child: Input, **kwargs: Any) -> serializers.ListSerializer[Any]:
    """A list that replaces the one stored; without it, that one stays."""
    return serializers.ListSerializer(child=child, required=False, max_length=100, **kwargs)


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


class ArticleInput(Input):
    """An article to write. Another text for one that is here goes to its `revisions/`."""

    returned = frozenset({"revision", "created_at"})

    headline = serializers.CharField(max_length=300)
    text = serializers.CharField(trim_whitespace=False)
    url = serializers.URLField(max_length=2000, required=False, allow_null=True)
    publisher = source_field(required=False, allow_null=True)
    language = serializers.CharField(
        max_length=35, required=False, default="en", help_text="BCP 47"
    )
    published_at = DayField(required=False, allow_null=True)
    text_is_public = serializers.BooleanField(required=False, default=False)


class RevisionInput(Input):
    """A new version of an article's text, whole."""

    text = serializers.CharField(trim_whitespace=False)


class QuestionInput(Input):
    """A question to write."""

    returned = frozenset({"slug", "has_conflict", "created_at"})

    text = serializers.CharField(max_length=300)
    unit = TextField(max_length=60)
    place = TextField(max_length=120)
    period = TextField(max_length=120)
    part_of = RowField(lambda: Question.objects.all(), by=BY_NAME, required=False, allow_null=True)


class AttributionInput(Input):
    """Who stands where; with `id` the entry that is there, without a new one."""

    id = serializers.CharField(required=False)
    # Needed for a new entry only, and there the model asks for it.
    source = source_field(required=False)  # type: ignore[assignment]
    stance = serializers.ChoiceField(Attribution.Stance.choices, required=False)
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
    comparator = serializers.ChoiceField([(each, each) for each in COMPARATORS], required=False)
    unit = serializers.CharField(max_length=60, required=False, allow_null=True)
    unit_implied = serializers.BooleanField(required=False)
    kind = serializers.ChoiceField([(each, each) for each in KINDS], required=False)
    state = serializers.ChoiceField(Quantity.State.choices, required=False, allow_null=True)
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

    action = serializers.ChoiceField(["accept", "mark", "close"])

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

    reason = serializers.ChoiceField(CloseReason.choices)


class EvidenceInput(Input):
    """One thing that a verdict rests on; with `id` the entry that is there, without a new one."""

    id = serializers.CharField(required=False)
    source = source_field(required=False, allow_null=True)  # type: ignore[assignment]
    stance = serializers.ChoiceField(Evidence.Stance.choices, required=False)
    url = TextField(max_length=2000)
    title = TextField(max_length=300)
    excerpt = TextField()
    archived_url = TextField(max_length=2000)
    retrieved_at = DayField(required=False, allow_null=True, help_text="Today unless said")
    record = TextField(
        help_text="Without a URL: who said or showed what, to whom, when, where kept"
    )
    protected = TextField(help_text="Why the source is protected; then no URL")


class VerdictInput(Input):
    """A draft to write; `evidence` replaces the list."""

    returned = frozenset(
        {
            "state",
            "author",
            "edited_by",
            "edited_at",
            "submitted_by",
            "submitted_at",
            "returned_by",
            "returned_at",
            "return_reason",
            "published_by",
            "published_at",
            "notice",
            "four_eyes",
            "superseded_at",
            "retracted_by",
            "retracted_at",
            "retraction_reason",
            "needs_fresh_look",
            "created_at",
        }
    )

    claim = RowField(lambda: Claim.objects.all(), by=BY_ID)
    rating = RowField(lambda: Rating.objects.all(), by=BY_NAME)
    summary = TextField(max_length=500)
    rationale = TextField(help_text="Markdown")
    evidence = several(EvidenceInput(), default=list)


class ReasonInput(Input):
    """Why something is sent back (for its author) or retracted (for readers)."""

    reason = TextField(default="")


class PublishInput(Input):
    """What readers are told; needed once the claim has ever been published."""

    notice = TextField(default="")


def fixed_after_creation(data: dict[str, Any], record: Any, *names: str) -> dict[str, Any]:
    """The values without those that a row keeps for life. Raises ValidationError if one differs."""
    for name in names:
        if name in data and data[name] is not None and data[name] != getattr(record, name):
            raise serializers.ValidationError(
                {name: f"The {name} cannot be changed. Make a new entry instead."}
            )
    return {name: value for name, value in data.items() if name not in names}
