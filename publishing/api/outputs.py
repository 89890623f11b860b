"""The shapes of the public record, for the OpenAPI document; a test holds every answer to them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.figure_outputs import FigureOutput
from claims.api.question_outputs import AnsweredQuestionOutput
from claims.api.verdict_outputs import VerdictRatingOutput
from claims.models import Attribution, Evidence
from claims.models.published_version import Kind
from factcheck.rest.outputs import Shape
from publishing.record import STATES
from sources.api.outputs import BriefSourceOutput, NamedSourceOutput


def _selector(kind: str, **properties: dict[str, str]) -> dict[str, Any]:
    named = {"type": {"type": "string", "enum": [kind]}} | properties
    return {"type": "object", "required": list(named), "properties": named}


TEXT, NUMBER = {"type": "string"}, {"type": "integer"}


@extend_schema_field(
    {
        "oneOf": [
            _selector("TextQuoteSelector", exact=TEXT, prefix=TEXT, suffix=TEXT),
            _selector("TextPositionSelector", start=NUMBER, end=NUMBER),
        ]
    }
)
class SelectorField(serializers.JSONField):
    """A selector of the Web Annotation model: of words in their context, or of a position."""


class StatementOutput(Shape):
    """The statement, and the words of the article that make it."""

    statement = serializers.CharField()
    quote = serializers.CharField()
    start = serializers.IntegerField(help_text="Code points of the article's revision")
    end = serializers.IntegerField(help_text="Code points, exclusive")
    selectors = serializers.ListField(child=SelectorField())


class DocumentArticleOutput(Shape):
    """The article in which it stands, at the revision that was checked."""

    id = serializers.CharField()
    revision = serializers.IntegerField()
    url = serializers.CharField(allow_null=True)
    headline = serializers.CharField()
    publisher = BriefSourceOutput(allow_null=True)
    published_at = serializers.DateField(allow_null=True)


class DocumentStandOutput(Shape):
    """Who stands where on the claim; the first that asserts it is the claimant."""

    source = NamedSourceOutput()  # type: ignore[assignment]
    stance = serializers.ChoiceField(Attribution.Stance.choices)
    via = NamedSourceOutput(allow_null=True)
    at = serializers.DateField(allow_null=True)


class DocumentFigureOutput(FigureOutput):
    """A figure of the quote; `is_answer` marks the claim's position on its question."""

    is_answer = serializers.BooleanField()


class FindingOutput(Shape):
    """What we found."""

    rating = VerdictRatingOutput()
    summary = serializers.CharField()
    rationale = serializers.CharField(allow_blank=True, help_text="Markdown")


class DocumentEvidenceOutput(Shape):
    """What the finding rests on; of a protected source only the reason."""

    source = NamedSourceOutput(allow_null=True)  # type: ignore[assignment]
    stance = serializers.ChoiceField(Evidence.Stance.choices)
    url = serializers.CharField(allow_null=True)
    title = serializers.CharField(allow_null=True)
    excerpt = serializers.CharField(allow_null=True)
    archived_url = serializers.CharField(allow_null=True)
    retrieved_at = serializers.DateField(allow_null=True)
    record = serializers.CharField(allow_null=True)
    protected = serializers.CharField(allow_null=True)


class NoticeOutput(Shape):
    """What readers were told with a version."""

    version = serializers.IntegerField()
    kind = serializers.ChoiceField(Kind.choices)
    at = serializers.DateTimeField()
    text = serializers.CharField()


class DocumentOutput(Shape):
    """A fact check as one immutable document: every key is always there."""

    format = serializers.IntegerField(help_text="1; grows only by keys that are added")
    id = serializers.CharField(help_text="The claim's id")
    path = serializers.CharField(help_text="Of its page; without a host")
    version = serializers.IntegerField()
    kind = serializers.ChoiceField(Kind.choices)
    first_published_at = serializers.DateTimeField()
    published_at = serializers.DateTimeField(
        help_text="When what it says became public; a version that only follows a renamed source "
        "keeps the date"
    )
    language = serializers.CharField(help_text="BCP 47")
    claim = StatementOutput()
    article = DocumentArticleOutput()
    attributions = DocumentStandOutput(many=True)
    quantities = DocumentFigureOutput(many=True)
    question = AnsweredQuestionOutput(allow_null=True)
    verdict = FindingOutput()
    evidence = DocumentEvidenceOutput(many=True)
    notices = NoticeOutput(many=True)


class VersionOutput(Shape):
    """One version of a fact check, and what became of it."""

    version = serializers.IntegerField()
    kind = serializers.ChoiceField(Kind.choices)
    notice = serializers.CharField(allow_null=True)
    at = serializers.DateTimeField()
    state = serializers.ChoiceField([(each, each) for each in STATES])
    digest = serializers.CharField(help_text="SHA-256 of the document's bytes")


class CorrectionOutput(Shape):
    """A version that told readers what was wrong; what it said is null where that is withheld."""

    fact_check = serializers.CharField()
    path = serializers.CharField(allow_null=True)
    statement = serializers.CharField(allow_null=True)
    rating = serializers.CharField(allow_null=True)
    version = serializers.IntegerField()
    kind = serializers.ChoiceField(Kind.choices)
    at = serializers.DateTimeField()
    notice = serializers.CharField()


class LedgerRowOutput(Shape):
    """A row of the ledger: the nine values that are hashed, and their hash."""

    sequence = serializers.IntegerField()
    fact_check = serializers.CharField()
    version = serializers.IntegerField()
    kind = serializers.ChoiceField(Kind.choices)
    notice = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField(help_text="With milliseconds")
    digest = serializers.CharField(help_text="SHA-256 of the document's bytes")
    four_eyes = serializers.BooleanField(
        allow_null=True, help_text="Whether a second person published it"
    )
    previous = serializers.CharField(help_text="The row_hash of the row before; zeros at first")
    row_hash = serializers.CharField(help_text="SHA-256 of the other values as RFC 8785 JSON")


class HeadOutput(Shape):
    """The ledger's last row."""

    sequence = serializers.IntegerField()
    row_hash = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True)


class LookupOutput(Shape):
    """What we have published about an article."""

    url = serializers.CharField(help_text="As it was asked for")
    article = DocumentArticleOutput(allow_null=True)
    results = DocumentOutput(many=True)
    truncated = serializers.BooleanField(help_text="There are more than 500")


class RatedOutput(Shape):
    """How often a rating was given."""

    slug = serializers.CharField()
    name = serializers.CharField()
    count = serializers.IntegerField()


class StancesOutput(Shape):
    """The standing checks of what a source asserts, denies or doubts."""

    count = serializers.IntegerField()
    ratings = RatedOutput(many=True)


class TrackRecordOutput(Shape):
    """What a source said and how it fared."""

    source = NamedSourceOutput()  # type: ignore[assignment]
    asserts = StancesOutput()
    denies = StancesOutput()
    doubts = StancesOutput()
    factchecks = serializers.URLField()
