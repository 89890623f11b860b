"""People in the admin, and their roles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from accounts.models import User
from accounts.scopes import Scope
from factcheck.desk.listing import DeskList
from factcheck.desk.permission import ByPermission


@admin.register(User)
class PersonAdmin(ByPermission, DeskList, UserAdmin):
    """Who works at the desk, and in which role. People are made inactive, never deleted."""

    view_permission = Scope.DESK_MANAGE.permission
    write_permission = Scope.DESK_MANAGE.permission

    list_display = ["username", "full_name", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username", "pk"]
    filter_horizontal = ()
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Name", {"fields": [("first_name", "last_name"), "email"]}),
        ("Role", {"fields": ["groups", "is_active"]}),
        ("Dates", {"fields": [("last_login", "date_joined")]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        ("Name", {"fields": [("first_name", "last_name"), "email"]}),
        ("Role", {"fields": ["groups"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="Name")
    def full_name(self, person: Any) -> str:
        return person.get_full_name() or "–"

    @admin.display(description="Role")
    def roles(self, person: Any) -> str:
        names = [group.name for group in person.groups.all()]
        if person.is_superuser:
            names = ["superuser", *names]
        return ", ".join(names) or "–"

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple()
            kwargs["help_text"] = "Each role includes the one before it."
            kwargs["queryset"] = Group.objects.order_by("pk")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What they have done keeps their name."""
        return False
