"""What a client sends of questions."""

from rest_framework import serializers

from claims.api.inputs import BY_NAME
from claims.models import Question
from factcheck.rest.inputs import Input, RowField, TextField


class QuestionInput(Input):
    """A question to write."""

    returned = frozenset({"slug", "has_conflict", "created_at"})

    text = serializers.CharField(max_length=300)
    unit = TextField(max_length=60)
    place = TextField(max_length=120)
    period = TextField(max_length=120)
    part_of = RowField(lambda: Question.objects.all(), by=BY_NAME, required=False, allow_null=True)
