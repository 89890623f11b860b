"""Who may see and change a record in the admin: permissions by name, not Django's per model."""

from typing import Any

from django.http import HttpRequest


class ByPermission:
    """
    Mixed into a ModelAdmin before Django's own class.

    Whoever holds `view_permission` sees the rows; `write_permission` adds, changes and deletes
    them. The verbs have the last word, so a page never decides more than which doors it shows.
    """

    view_permission = "accounts.read"
    write_permission = ""

    def may_view(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.view_permission)

    def may_write(self, request: HttpRequest) -> bool:
        return bool(self.write_permission) and request.user.has_perm(self.write_permission)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_view(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_view(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_write(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_write(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_write(request)
