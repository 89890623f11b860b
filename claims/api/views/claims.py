"""/api/v1/claims/"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.record_viewset import RecordViewSet
from claims.api.claim_inputs import AmendInput, AnchorInput, ClaimInput, CloseInput
from claims.api.claim_outputs import ClaimOutput
from claims.api.claim_rows import claim_rows, columns_for
from claims.api.filters import ClaimFilters
from claims.api.history_outputs import ChangeOutput
from claims.api.history_rows import (
    HISTORY_COLUMNS,
    HISTORY_ID,
    HISTORY_ORDERINGS,
    history_rows,
)
from claims.api.inputs import fixed_after_creation
from claims.api.refusing import refusal_of
from claims.models import Claim
from claims.models.status import CloseReason
from factcheck.records.models import Change
from factcheck.rest.fields import only_fields

# What each action on an anchor calls.
_DECISIONS: dict[str, Callable[..., None]] = {
    "accept": Claim.accept_words,
    "mark": Claim.mark_words,
    "close": partial(Claim.close, reason=CloseReason.WORDS_GONE),
}


class ClaimViewSet(RecordViewSet):
    """Checkable statements in articles. Readers see those with a standing verdict."""

    model = Claim
    add = Claim.mark
    serializer_class = ClaimInput
    output_class = ClaimOutput
    filterset_class = ClaimFilters
    orderings = {
        "created_at": ("created_at", "public_id"),
        "due_at": ("due_at", "public_id"),
        "start": ("start", "public_id"),
    }
    other_problems = (410, 451)
    desk_orderings = frozenset({"due_at"})
    present = staticmethod(claim_rows)

    @classmethod
    def values_of(cls, queryset: Any, *, desk: bool) -> Any:
        return queryset.values(*columns_for(desk=desk))

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self._refuse_retracted(request)
        return super().retrieve(request, *args, **kwargs)

    @action(detail=True, methods=["post"], serializer_class=AmendInput)
    def amend(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Correct a published claim's statement, attributions or question, with a notice."""
        return self._act(request, "amend", AmendInput)

    @action(detail=True, methods=["post"], serializer_class=CloseInput)
    def close(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take a claim out of the queue."""
        return self._act(request, "close", CloseInput)

    @action(detail=True, methods=["post"], serializer_class=None)
    def reopen(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put a closed claim back into the queue."""
        return self._act(request, "reopen")

    @action(detail=True, methods=["post"], serializer_class=AnchorInput)
    def anchor(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Decide about a claim whose words the article has changed."""
        claim = self._matched(request)
        serializer = AnchorInput(data=request.data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        place = dict(serializer.validated_data)
        _DECISIONS[place.pop("action")](claim, by=request.user, **place)
        return self._now(claim)

    @action(
        detail=True,
        output_class=ChangeOutput,
        filterset_class=None,
        orderings=HISTORY_ORDERINGS,
        default_ordering="-at",
    )
    def history(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Who changed what on the claim and its verdicts, latest first."""
        claim = get_object_or_404(self.get_queryset(), self._named())
        changes = Change.objects.about(claim, *claim.verdicts.all())
        page = self.paginate_queryset(changes.annotate(**HISTORY_ID).values(*HISTORY_COLUMNS))
        rows = history_rows(list(page or []))
        return self.get_paginated_response(only_fields(rows, request))

    def _sent(self, request: Request, *, whole: bool, record: Any = None) -> dict[str, Any]:
        values = super()._sent(request, whole=whole, record=record)
        return fixed_after_creation(values, record, "article") if record else values

    def _refuse_retracted(self, request: Request) -> None:
        """A reader who comes back to what was taken back is told so, and why (410, or 451)."""
        if self.sees_desk(request):
            return
        claim = Claim.objects.taken_back().filter(self._named()).first()
        if claim is not None:
            raise refusal_of(claim.public_id)
