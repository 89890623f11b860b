"""What administrators are told on the desk's first page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.access import may
from accounts.scopes import Scope
from publishing.models import Subscription


def given_up(request: HttpRequest) -> list[SafeString]:
    """The webhooks that we disabled ourselves, to whoever can enable them."""
    if not may(request.user, Scope.WEBHOOKS_MANAGE):
        return []
    return [
        format_html(
            'The webhook <a href="{}">{}</a> is disabled: nobody there is told of anything any '
            "more. {}",
            reverse("admin:publishing_subscription_change", args=[each.public_id]),
            each.name,
            each.disabled_reason,
        )
        for each in Subscription.objects.given_up().order_by("disabled_at", "pk")
    ]
