"""The scale: everybody reads it, administrators change it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from accounts.scopes import Scope
from claims.admin.followed import Followed
from claims.admin.status import rating_badge
from claims.models import Rating
from factcheck.desk.record_admin import RecordAdmin
from factcheck.desk.record_page import RecordPage


class RatingPage(Followed, RecordPage):
    """A step of the scale, and what published checks have to learn of it."""


@admin.register(Rating)
class RatingAdmin(RecordAdmin):
    page = RatingPage
    write_permission = Scope.DESK_MANAGE.permission
    remove_others_permission = Scope.DESK_MANAGE.permission
    fields = ["name", "slug", "definition", ("value", "order"), "colour"]

    list_display = ["order", "shown", "definition", "value"]
    list_display_links = ["shown"]
    ordering = ["order", "pk"]

    @admin.display(description="Rating", ordering="name")
    def shown(self, rating: Any) -> SafeString:
        return rating_badge(rating)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []
