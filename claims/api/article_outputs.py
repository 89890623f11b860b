"""The shapes of articles and their texts in answers."""

from rest_framework import serializers

from claims.api.people import PersonOutput
from claims.models import AnchorState
from factcheck.rest.outputs import Shape
from sources.api.outputs import BriefSourceOutput


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
