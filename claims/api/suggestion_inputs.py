"""What a client sends of a suggestion."""

from typing import Any

from rest_framework import serializers

from factcheck.rest.inputs import Input


class DismissInput(Input):
    """A sentence of the article, by its words or by its place; `context["text"]` is the text."""

    quote = serializers.CharField(required=False, trim_whitespace=False)
    start = serializers.IntegerField(required=False, min_value=0, help_text="Code points")
    end = serializers.IntegerField(required=False, min_value=0, help_text="Code points, exclusive")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        text = self.context["text"]
        quote = attrs.get("quote")
        if quote is None and {"start", "end"} <= attrs.keys():
            quote = text[attrs["start"] : attrs["end"]]
        words = " ".join((quote or "").split())
        if not words:
            raise serializers.ValidationError(
                {"quote": "Say which sentence: its words, or where it starts and ends."}
            )
        if words not in " ".join(text.split()):
            raise serializers.ValidationError({"quote": "These words are not in the article."})
        return {"quote": words}
