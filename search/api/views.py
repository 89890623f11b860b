"""/api/v1/match/ and /api/v1/check/: anybody's text beside the record; nothing of it is kept."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import TabledViewSet
from search.api.inputs import CheckInput, MatchInput
from search.api.outputs import CheckedOutput, MatchesOutput
from search.api.rows import matches_row, span_row
from search.drafts import spans
from search.elsewhere import checked_elsewhere
from search.matching import matches


class MatchViewSet(TabledViewSet):
    """Finds the published checks of the claim that a text makes, best first, and says why."""

    serializer_class = MatchInput
    output_class = MatchesOutput
    makes_nothing = True

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        serializer = MatchInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        asked = serializer.validated_data
        text, language = asked["text"], asked.get("language", "")
        ours, theirs = matches(text, language=language), checked_elsewhere(text, language=language)
        return Response(matches_row(ours, theirs))


class CheckViewSet(TabledViewSet):
    """Marks in a draft what was checked before, and figures that are on record otherwise."""

    serializer_class = CheckInput
    output_class = CheckedOutput
    makes_nothing = True

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        serializer = CheckInput(data=request.data)
        serializer.is_valid(raise_exception=True)
        found = spans(serializer.validated_data["text"])
        return Response({"spans": [span_row(each) for each in found]})
