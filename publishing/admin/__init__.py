"""The editors' door to what the public's door keeps: webhooks and other desks' checks."""

from django.contrib import admin

from publishing.admin import imported_reviews, review_labels, webhooks
from publishing.admin.notices import given_up

__all__ = ["imported_reviews", "review_labels", "webhooks"]

admin.site.tell_first(given_up)  # type: ignore[attr-defined]
