"""The shapes of questions in answers."""

from rest_framework import serializers

from factcheck.rest.outputs import Shape


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
