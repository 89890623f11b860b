"""The shapes of answers, for the OpenAPI document; a test holds every answer to them."""

from typing import Any

from rest_framework import serializers

from claims.api.people import PersonOutput
from claims.models import AnchorState, Attribution, Evidence, Quantity
from claims.models.status import CloseReason, Work
from claims.models.verdict import State
from claims.quantities import COMPARATORS, KINDS
from sources.api.outputs import BriefSourceOutput, NamedSourceOutput

Shape = serializers.Serializer[Any]


class ArticleOutput(Shape):
    """A published text under review."""

    id = serializers.CharField()
    headline = serializers.CharField()
    url = serializers.URLField(allow_null=True)
    publisher = BriefSourceOutput(allow_null=True)
    language = serializers.CharField(help_text="BCP 47")
    published_at = serializers.DateField(allow_null=True)
    text_is_public = serializers.BooleanField()
    revision = serializers.IntegerField(help_text="Number of the latest revision")
    text = serializers.CharField(
        allow_null=True, help_text="For readers only where the text may be public"
    )
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()


class RevisionOutput(Shape):
    """A text that an article has had. `by` is for the desk only."""

    number = serializers.IntegerField()
    created_at = serializers.DateTimeField()
    by = PersonOutput(allow_null=True)
    text = serializers.CharField()


class WordsOutput(Shape):
    """Some words of a revision; offsets are code points, `end` exclusive."""

    revision = serializers.IntegerField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    quote = serializers.CharField()


class ReanchoredOutput(Shape):
    """What became of one claim's words. Similarities run from 0 to 1."""

    claim = serializers.CharField()
    statement = serializers.CharField()
    state = serializers.ChoiceField(AnchorState.choices)
    reasons = serializers.ListField(
        child=serializers.CharField(), help_text="Why an editor must look"
    )
    old = WordsOutput()
    new = WordsOutput(allow_null=True, help_text="Null where they are lost")
    quote_similarity = serializers.FloatField()
    context_similarity = serializers.FloatField()


class RevisedOutput(RevisionOutput):
    """A new revision, and what became of each claim of the article."""

    claims = ReanchoredOutput(many=True)


class NamedQuestionOutput(Shape):
    """A question beside what answers it."""

    id = serializers.CharField()
    slug = serializers.CharField()
    text = serializers.CharField()


class AnsweredQuestionOutput(NamedQuestionOutput):
    """A question with the unit of its figures."""

    unit = serializers.CharField(allow_null=True)


class QuestionOutput(AnsweredQuestionOutput):
    """What is in dispute, with its scope in place and time."""

    place = serializers.CharField(allow_null=True)
    period = serializers.CharField(allow_null=True)
    part_of = NamedQuestionOutput(allow_null=True)
    has_conflict = serializers.BooleanField(
        help_text="Two positions cannot both be true; to readers, two published ones"
    )
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()


class VerdictRatingOutput(Shape):
    """A step of the scale; one outside it has no value, best or worst."""

    slug = serializers.CharField()
    name = serializers.CharField()
    definition = serializers.CharField()
    value = serializers.IntegerField(allow_null=True)
    best = serializers.IntegerField(allow_null=True)
    worst = serializers.IntegerField(allow_null=True)
    colour = serializers.CharField()


class RatingOutput(VerdictRatingOutput):
    """A step of the scale, in its place."""

    id = serializers.CharField()
    order = serializers.IntegerField()
    version = serializers.IntegerField()


class EvidenceOutput(Shape):
    """What a verdict rests on."""

    id = serializers.CharField()
    source = NamedSourceOutput(allow_null=True)  # type: ignore[assignment]
    stance = serializers.ChoiceField(Evidence.Stance.choices)
    url = serializers.CharField(allow_null=True)
    title = serializers.CharField(allow_null=True)
    excerpt = serializers.CharField(allow_null=True)
    archived_url = serializers.CharField(allow_null=True)
    retrieved_at = serializers.DateField(allow_null=True)
    record = serializers.CharField(allow_null=True)
    protected = serializers.CharField(allow_null=True)


class VerdictOutput(Shape):
    """
    An editor's finding on a claim.

    Names of staff, their dates and `needs_fresh_look` are for the desk only.
    """

    id = serializers.CharField()
    claim = serializers.CharField()
    rating = VerdictRatingOutput()
    summary = serializers.CharField(allow_blank=True)
    rationale = serializers.CharField(allow_blank=True, help_text="Markdown")
    state = serializers.ChoiceField(State.choices)
    evidence = EvidenceOutput(many=True)
    author = PersonOutput(allow_null=True)
    edited_by = PersonOutput(allow_null=True)
    edited_at = serializers.DateTimeField(allow_null=True)
    submitted_by = PersonOutput(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    returned_by = PersonOutput(allow_null=True)
    returned_at = serializers.DateTimeField(allow_null=True)
    return_reason = serializers.CharField(allow_null=True)
    published_by = PersonOutput(allow_null=True)
    published_at = serializers.DateTimeField(allow_null=True)
    notice = serializers.CharField(allow_null=True)
    four_eyes = serializers.BooleanField(allow_null=True)
    superseded_at = serializers.DateTimeField(allow_null=True)
    retracted_by = PersonOutput(allow_null=True)
    retracted_at = serializers.DateTimeField(allow_null=True)
    retraction_reason = serializers.CharField(allow_null=True)
    needs_fresh_look = serializers.BooleanField(
        allow_null=True, help_text="The article has changed the claim's words"
    )
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()


class AttributionOutput(Shape):
    """Who stands where on a claim."""

    id = serializers.CharField()
    source = NamedSourceOutput()  # type: ignore[assignment]
    stance = serializers.ChoiceField(Attribution.Stance.choices)
    via = NamedSourceOutput(allow_null=True)
    at = serializers.DateField(allow_null=True)


class ClaimArticleOutput(Shape):
    """The article in which a claim stands."""

    id = serializers.CharField()
    headline = serializers.CharField()
    url = serializers.CharField(allow_null=True)
    language = serializers.CharField()
    published_at = serializers.DateField(allow_null=True)
    publisher = BriefSourceOutput(allow_null=True)
    revision = serializers.IntegerField()


class ClosedOutput(Shape):
    """How a claim left the queue."""

    at = serializers.DateTimeField()
    by = PersonOutput()
    reason = serializers.ChoiceField(CloseReason.choices)


class FigureOutput(Shape):
    """A figure: its words, and the interval that they entail. Decimals are strings."""

    text = serializers.CharField()
    start = serializers.IntegerField(
        allow_null=True, help_text="Code points of the text read; null where an editor added it"
    )
    end = serializers.IntegerField(allow_null=True)
    value = serializers.CharField(
        allow_null=True, help_text="The number stated; null for ranges, orders and vague amounts"
    )
    low = serializers.CharField(allow_null=True, help_text="Null: no bound")
    high = serializers.CharField(allow_null=True, help_text="Null: no bound")
    low_open = serializers.BooleanField()
    high_open = serializers.BooleanField()
    comparator = serializers.ChoiceField([(each, each) for each in COMPARATORS])
    unit = serializers.CharField(allow_null=True)
    unit_implied = serializers.BooleanField()
    kind = serializers.ChoiceField([(each, each) for each in KINDS])
    statistic = serializers.CharField(allow_null=True, help_text="mean")
    role = serializers.CharField(allow_null=True, help_text="from or to, of a change")


class QuantityOutput(FigureOutput):
    """A figure of a claim; `start` and `end` are code points of its quote."""

    id = serializers.CharField()
    is_answer = serializers.BooleanField(help_text="The claim's position on its question")
    state = serializers.ChoiceField(
        Quantity.State.choices, allow_null=True, help_text="For the desk only"
    )


class AnchorOutput(Shape):
    """
    Where a claim's words stand in the latest revision; lost ones have no span and no quote.

    Similarities compare them with those that the claim stood on, from 0 to 1; 1 once an editor has
    decided.
    """

    state = serializers.ChoiceField(AnchorState.choices)
    revision = serializers.IntegerField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    quote = serializers.CharField(allow_null=True)
    quote_similarity = serializers.FloatField()
    context_similarity = serializers.FloatField()
    reasons = serializers.ListField(
        child=serializers.CharField(), help_text="Why an editor must look"
    )


class ClaimOutput(Shape):
    """A checkable statement. `work` to `anchor` are for the desk only, null to readers."""

    id = serializers.CharField()
    statement = serializers.CharField()
    quote = serializers.CharField()
    prefix = serializers.CharField(allow_blank=True)
    suffix = serializers.CharField(allow_blank=True)
    start = serializers.IntegerField(help_text="Code points from the start of the revision")
    end = serializers.IntegerField(help_text="Code points, exclusive")
    article = ClaimArticleOutput()
    attributions = AttributionOutput(many=True)
    claimant = NamedSourceOutput(allow_null=True)
    quantities = QuantityOutput(many=True)
    question = AnsweredQuestionOutput(allow_null=True)
    repeats = serializers.CharField(allow_null=True)
    verification_status = serializers.CharField(
        help_text="The standing verdict's rating, or unchecked, drafting, in_review, retracted, "
        "closed"
    )
    verdict = VerdictOutput(allow_null=True)
    work = serializers.ChoiceField(Work.choices, allow_null=True)
    note = serializers.CharField(allow_null=True)
    assignee = PersonOutput(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    closed = ClosedOutput(allow_null=True)
    author = PersonOutput(allow_null=True)
    anchor = AnchorOutput(allow_null=True)
    version = serializers.IntegerField()
    created_at = serializers.DateTimeField()


class ChangeOutput(Shape):
    """One field of one row, changed once."""

    what = serializers.CharField(help_text="Kind of row: claim or verdict")
    id = serializers.CharField(help_text="The row's id")
    field = serializers.CharField(
        allow_null=True, help_text="Null for the row itself: created or removed"
    )
    # Any value, null among them: `allow_null` would be a second way to say so.
    old = serializers.JSONField()
    new = serializers.JSONField()
    by = PersonOutput(allow_null=True)
    at = serializers.DateTimeField()
    request_id = serializers.CharField(allow_null=True)
