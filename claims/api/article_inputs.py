"""What a client sends of articles."""

from rest_framework import serializers

from factcheck.rest.inputs import DayField, Input
from sources.api.inputs import source_field


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
