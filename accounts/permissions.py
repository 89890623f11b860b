"""Allowing requests by the permission table, and nothing beside it."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from accounts.access import may, why_not
from accounts.endpoints import ENDPOINTS, STANDARDS


class ByTable(BasePermission):
    """
    Allows what the table's row for the view's endpoint and the method asks for.

    A view says which endpoint it serves as `endpoint`. One that the table does not name opens for
    nobody: it raises ImproperlyConfigured.
    """

    def has_permission(self, request: Request, view: Any) -> bool:
        methods = ENDPOINTS.get(view.endpoint) or STANDARDS.get(view.endpoint)
        if methods is None:
            raise ImproperlyConfigured(f"{view.endpoint} is not in the permission table.")
        asked = str(request.method)
        method = {"HEAD": "GET", "OPTIONS": "GET"}.get(asked, asked)
        if method not in methods:
            # No such method here, which is for the view to say (405), unless somebody forgot it.
            if asked != "OPTIONS" and asked.lower() in view.action_map:
                raise ImproperlyConfigured(f"{method} {view.endpoint} is not in the table.")
            return True
        scope = methods[method]
        if scope is None or asked == "OPTIONS" or may(request.user, scope):
            return True
        self.message = why_not(request.user, scope)
        return False
