"""People, their roles and their tokens in the admin."""

from django.contrib import admin

from accounts.admin import people, roles, tokens
from accounts.demo import how_to_unlock

__all__ = ["people", "roles", "tokens"]

admin.site.tell_at_login(how_to_unlock)  # type: ignore[attr-defined]
