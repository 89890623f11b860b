"""/api/v1/webhooks/"""

from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.access import may
from accounts.record_viewset import RecordViewSet
from accounts.scopes import Scope
from claims.api.inputs import ReasonInput
from factcheck.rest.fields import only_fields
from publishing.api.webhook_inputs import ReplayInput, WebhookInput
from publishing.api.webhook_outputs import DeliveryOutput, WebhookOutput
from publishing.api.webhook_rows import (
    COLUMNS,
    DELIVERY_COLUMNS,
    DELIVERY_ORDERINGS,
    delivery_rows,
    webhook_rows,
)
from publishing.models import Subscription


class WebhookViewSet(RecordViewSet):
    """Who is told of what is published: signed, in the ledger's order, and at least once."""

    model = Subscription
    columns = COLUMNS
    add = Subscription.add
    serializer_class = WebhookInput
    output_class = WebhookOutput
    present = staticmethod(webhook_rows)

    def sees_desk(self, request: Request) -> bool:
        return may(request.user, Scope.WEBHOOKS_MANAGE)

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Subscribe. The answer has the secret, which is not shown again."""
        response = super().create(request, *args, **kwargs)
        made = Subscription.objects.get(public_id=response.data["id"])
        response.data["secret"] = made.secret
        response.has_secret = True  # type: ignore[attr-defined]
        return response

    @action(detail=True, methods=["post"], serializer_class=None)
    def enable(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Go on where it stopped, at once."""
        return self._act(request, "enable")

    @action(detail=True, methods=["post"], serializer_class=ReasonInput)
    def disable(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Tell it nothing until it is enabled again; its cursor stays."""
        return self._act(request, "disable", ReasonInput)

    @action(detail=True, methods=["post"], serializer_class=ReplayInput)
    def replay(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Tell it everything again from this row of the ledger on, with the same ids."""
        return self._act(request, "replay", ReplayInput)

    @action(detail=True, methods=["post"], serializer_class=None)
    def test(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Send it a test event next; the log says how that went."""
        return self._act(request, "request_test")

    @action(
        detail=True,
        output_class=DeliveryOutput,
        filterset_class=None,
        orderings=DELIVERY_ORDERINGS,
        default_ordering="-at",
    )
    def deliveries(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Each attempt of the last 30 days, latest first."""
        subscription = get_object_or_404(self.get_queryset(), self._named())
        page = self.paginate_queryset(subscription.deliveries.values(*DELIVERY_COLUMNS))
        rows = delivery_rows(list(page or []))
        return self.get_paginated_response(only_fields(rows, request))
