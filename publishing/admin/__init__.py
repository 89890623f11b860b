"""The editors' door to what the public's door keeps: webhooks in the admin."""

from django.contrib import admin

from publishing.admin import webhooks
from publishing.admin.notices import given_up

__all__ = ["webhooks"]

admin.site.tell_first(given_up)  # type: ignore[attr-defined]
