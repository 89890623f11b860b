"""What import takes of a line: the API's own fields, and what only a whole record has."""

from typing import Any

from rest_framework import serializers

from claims.api.article_inputs import ArticleInput
from claims.api.claim_inputs import AttributionInput, ClaimInput, QuantityInput
from claims.api.inputs import several
from claims.api.question_inputs import QuestionInput
from claims.models.status import CloseReason
from factcheck.rest.inputs import ChoiceField, Input, TextField
from sources.api.inputs import SourceInput


class RecordLine(Input):
    """What every record of a file may say of itself."""

    # Nothing is let through unread: a column that says nothing here is an error.
    returned = frozenset()

    id = serializers.CharField(required=False)
    created_at = serializers.DateTimeField(required=False)


class SlugLine(RecordLine):
    """A record that has a slug beside its id."""

    slug = serializers.CharField(required=False)


class SourceLine(SlugLine, SourceInput):
    """A source."""

    returned = frozenset()


class QuestionLine(SlugLine, QuestionInput):
    """A question."""

    returned = frozenset()


class ArticleLine(RecordLine, ArticleInput):
    """An article with its text."""

    returned = frozenset()


class FigureLine(QuantityInput):
    """A figure, whole: nothing of it has to be read again."""

    returned = frozenset()

    start = serializers.IntegerField(required=False, allow_null=True, min_value=0)
    end = serializers.IntegerField(required=False, allow_null=True, min_value=0)
    unit_text = serializers.CharField(max_length=120, required=False, allow_null=True)
    per = serializers.CharField(max_length=60, required=False, allow_null=True)
    statistic = serializers.CharField(max_length=10, required=False, allow_null=True)
    role = serializers.CharField(max_length=10, required=False, allow_null=True)
    emphatic = serializers.BooleanField(required=False)
    claimed_max = serializers.BooleanField(required=False)


class ClaimLine(RecordLine, ClaimInput):
    """A claim with its place, who stands where, its figures, and why it was closed."""

    returned = frozenset()

    statement = TextField(max_length=500, trim_whitespace=False)
    note = TextField(trim_whitespace=False)
    attributions = several(AttributionInput(), default=list)
    quantities = several(FigureLine(), default=None)
    close_reason = ChoiceField(
        CloseReason.choices, required=False, allow_null=True, allow_blank=True
    )
    closed_at = serializers.DateTimeField(required=False, allow_null=True)


def without_nothing(line: type[Input], values: dict[str, Any]) -> dict[str, Any]:
    """The values of a spreadsheet's row without empty cells where a field cannot be empty."""
    fields = line().fields
    return {
        name: value
        for name, value in values.items()
        if value is not None or name not in fields or fields[name].allow_null
    }
