"""People of the desk as the API names them: to the desk only."""

from collections.abc import Iterable
from typing import Any

from rest_framework import serializers

from accounts.models import User
from factcheck.records.rows_of import RowsOf
from factcheck.rest.inputs import RowField
from factcheck.rest.outputs import Shape

_USERS = RowsOf(User.objects.values("pk", "username", "first_name", "last_name"), by="pk")


class PersonOutput(Shape):
    """Somebody at the desk."""

    username = serializers.CharField()
    name = serializers.CharField()


def people_in(rows: Iterable[dict[str, Any]], *columns: str) -> dict[Any, Any]:
    """Whoever the rows name in these columns, by key."""
    return people_named(row[column] for row in rows for column in columns)


def people_named(keys: Iterable[int | None]) -> dict[Any, Any]:
    """These people by key: one small query instead of a join for every role they can have."""
    return {user["pk"]: _person(user) for user in _USERS({*keys})}


def _person(user: Any) -> dict[str, str]:
    name = f"{user['first_name']} {user['last_name']}".strip()
    return {"username": user["username"], "name": name or user["username"]}


def person_field(**kwargs: Any) -> RowField:
    """Somebody at the desk, by username."""
    return RowField(lambda: User.objects.filter(is_active=True), by=("username",), **kwargs)
