"""What somebody may do, read in one statement that is written once."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from factcheck.records.prepared import Prepared


class RoleBackend(ModelBackend):
    """
    Django's, and sooner: for each request of the desk it would write two statements to learn what a
    user may do.
    """

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """As Django has it: `app.codename` of all that is the user's or one of their groups'."""
        if user_obj.is_superuser or not user_obj.is_active or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            rows = _permissions(values=[user_obj.pk])
            user_obj._perm_cache = {f"{app}.{codename}" for app, codename in rows}
        return set(user_obj._perm_cache)


def _granted(_: Any, values: Sequence[Any]) -> QuerySet[Any, Any]:
    """App and name of each permission of the user with this key."""
    (key,) = values
    names = Permission.objects.order_by().values_list("content_type__app_label", "codename")
    return names.filter(user=key).union(names.filter(group__user=key))


_permissions = Prepared(_granted, planned_once=True)
