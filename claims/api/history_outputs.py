"""The shapes of history in answers."""

from rest_framework import serializers

from claims.api.people import PersonOutput
from factcheck.rest.outputs import Shape


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
