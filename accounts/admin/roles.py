"""Roles in the admin: what each may do."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group

from accounts.scopes import DESCRIPTIONS, Role, Scope, scopes_of
from factcheck.desk.listing import DeskList
from factcheck.desk.permission import ByPermission

admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(ByPermission, DeskList, admin.ModelAdmin):
    """What each role may do: read here, because accounts/scopes.py decides it."""

    view_permission = Scope.DESK_MANAGE.permission
    list_display = ["name", "scopes"]
    search_fields = ["name"]
    ordering = ["pk"]
    fields = ["name", "scopes"]

    @admin.display(description="May")
    def scopes(self, group: Any) -> str:
        known = {role.value: role for role in Role}
        role = known.get(group.name)
        return "; ".join(DESCRIPTIONS[scope] for scope in scopes_of(role)) if role else "–"
