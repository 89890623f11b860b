"""The table of labels in the admin: what other desks' words mean on our scale."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString

from accounts.scopes import Scope
from claims.admin.status import rating_badge
from factcheck.desk.record_admin import RecordAdmin
from publishing.models import ReviewLabel


@admin.register(ReviewLabel)
class ReviewLabelAdmin(RecordAdmin):
    """Lines of the desk's own; words that mean the same everywhere need none."""

    write_permission = Scope.VERDICTS_PUBLISH.permission
    fields = ["label", "site", "rating"]
    page_select_related = ("rating", "created_by")

    list_display = ["label", "where", "shown"]
    list_filter = ["rating"]
    list_select_related = ["rating"]
    search_fields = ["label", "site"]
    search_help_text = "Part of a label or of a site"
    ordering = ["key", "site", "pk"]

    @admin.display(description="Where", ordering="site")
    def where(self, label: Any) -> str:
        return label.site or "Anywhere"

    @admin.display(description="On our scale", ordering="rating")
    def shown(self, label: Any) -> SafeString | str:
        return rating_badge(label.rating) if label.rating else "Unknown"
