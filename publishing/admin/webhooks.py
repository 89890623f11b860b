"""Webhooks in the admin: who is told of what is published, and whether it arrives."""

from typing import Any

from django.contrib import admin
from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.scopes import Scope
from claims.record import ledger
from factcheck.desk.history import readable_moment
from factcheck.desk.record_admin import RecordAdmin
from publishing.admin.webhook_form import KINDS, WebhookForm
from publishing.admin.webhook_page import WebhookPage
from publishing.models import Delivery, Subscription


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("enabled", "Enabled"), ("disabled", "Disabled")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("enabled", "disabled"):
            return queryset
        return queryset.filter(disabled_at__isnull=self.value() == "enabled")


@admin.register(Subscription)
class SubscriptionAdmin(RecordAdmin):
    form = WebhookForm
    page = WebhookPage
    view_permission = Scope.WEBHOOKS_MANAGE.permission
    write_permission = Scope.WEBHOOKS_MANAGE.permission
    change_form_template = "publishing/admin/webhook.html"
    autocomplete_fields = ["source"]
    fieldsets = [
        ("Whom to tell", {"fields": ["name", "url"]}),
        ("Of what", {"fields": ["kinds", "rating", "source", "site"]}),
    ]
    page_select_related = ("rating", "source", "created_by")

    list_display = ["name", "address", "told_of", "state", "last_delivery", "behind"]
    list_filter = [StateFilter]
    list_select_related = ["rating", "source"]
    search_fields = ["name", "url"]
    search_help_text = "Name, or part of the address"
    ordering = ["name", "pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        last = Delivery.objects.filter(subscription=OuterRef("pk")).latest_first()
        return (
            super()
            .get_queryset(request)
            .annotate(
                last_at=Subquery(last.values("at")[:1]),
                last_status=Subquery(last.values("status")[:1]),
                rows_behind=Value(ledger.head().sequence) - F("cursor"),
            )
        )

    @admin.display(description="Address", ordering="url")
    def address(self, webhook: Any) -> str:
        """As text: a receiver is not for browsers."""
        return webhook.url

    @admin.display(description="Told when")
    def told_of(self, webhook: Any) -> str:
        words = "; ".join(words for kind, words in KINDS.items() if kind in webhook.kinds)
        narrower = [
            f"rated {webhook.rating}" if webhook.rating else "",
            f"of {webhook.source}" if webhook.source else "",
            f"on {webhook.site}" if webhook.site else "",
        ]
        return ", ".join(filter(None, [words or "Anything is published or changed", *narrower]))

    @admin.display(description="State")
    def state(self, webhook: Any) -> SafeString | str:
        if not webhook.is_enabled:
            return format_html(
                '<b class="due--over">Disabled</b><br><span class="quiet">{}</span>',
                webhook.disabled_reason,
            )
        if webhook.next_attempt_at:
            return f"Failing; tried again {readable_moment(webhook.next_attempt_at)}"
        return "Enabled"

    @admin.display(description="Last delivery")
    def last_delivery(self, webhook: Any) -> str:
        if webhook.last_at is None:
            return "–"
        answer = webhook.last_status or "no answer"
        return f"{readable_moment(webhook.last_at)}: {answer}"

    @admin.display(description="Rows it waits for")
    def behind(self, webhook: Any) -> int:
        return webhook.rows_behind
