"""/api/v1/verdicts/"""

from typing import Any

from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import RecordViewSet
from claims.api.filters import VerdictFilters
from claims.api.inputs import ReasonInput, fixed_after_creation
from claims.api.verdict_inputs import PublishInput, VerdictInput
from claims.api.verdict_outputs import VerdictOutput
from claims.api.verdict_rows import columns_for, verdict_rows
from claims.models import Verdict


class VerdictViewSet(RecordViewSet):
    """Findings on claims, from draft to published. Readers see the standing ones."""

    model = Verdict
    add = Verdict.draft
    serializer_class = VerdictInput
    output_class = VerdictOutput
    filterset_class = VerdictFilters
    orderings = {
        "created_at": ("created_at", "public_id"),
        "published_at": ("published_at", "public_id"),
    }
    present = staticmethod(verdict_rows)

    @classmethod
    def values_of(cls, queryset: Any, *, desk: bool) -> Any:
        return queryset.values(*columns_for(desk=desk))

    def _sent(self, request: Request, *, whole: bool, record: Any = None) -> dict[str, Any]:
        values = super()._sent(request, whole=whole, record=record)
        return fixed_after_creation(values, record, "claim") if record else values

    @action(detail=True, methods=["post"], serializer_class=None)
    def submit(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Send a draft to review; it is frozen from now on."""
        return self._act(request, "submit")

    @action(detail=True, methods=["post"], serializer_class=None)
    def withdraw(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The author takes it back from review."""
        return self._act(request, "withdraw")

    @action(detail=True, methods=["post"], url_path="return", serializer_class=ReasonInput)
    def send_back(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A reviewer sends it back to its author, with a reason."""
        return self._act(request, "return_", ReasonInput)

    @action(detail=True, methods=["post"], serializer_class=PublishInput)
    def publish(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put it before readers, in place of the verdict that stands."""
        return self._act(request, "publish", PublishInput)

    @action(detail=True, methods=["post"], serializer_class=ReasonInput)
    def retract(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take it back in the open: readers see the reason."""
        return self._act(request, "retract", ReasonInput)
