"""The demo's people: the roles as groups, and one user in each of them."""

from datetime import UTC, datetime

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet

from accounts.models import User
from accounts.scopes import Role, scopes_of

JOINED = datetime(2024, 9, 2, 8, tzinfo=UTC)

# No password has this hash: nobody can log in until demo_logins sets one. It is the same each
# time, because a story told again must give the same rows.
LOCKED = "!locked-until-demo_logins"


def make_roles() -> None:
    """A group for each role, with the permissions of its scopes; groups that exist stay."""
    for role in Role:
        group, is_new = Group.objects.get_or_create(name=role.value)
        if is_new:
            codenames = [scope.codename for scope in scopes_of(role)]
            group.permissions.set(
                Permission.objects.filter(
                    content_type__app_label="accounts",
                    content_type__model="user",
                    codename__in=codenames,
                )
            )


def make_people() -> None:
    """The annotator, the reviewer and the administrator, all locked."""
    for role in Role:
        person = User.objects.create(
            username=role.value,
            email=_address(role),
            password=LOCKED,
            is_staff=True,
            date_joined=JOINED,
        )
        person.groups.add(Group.objects.get(name=role.value))


def demo_users() -> QuerySet[User]:
    """Those of the demo's people that are here: no one else who happens to have such a name."""
    return User.objects.filter(
        username__in=list(Role), email__in=[_address(role) for role in Role]
    ).order_by("pk")


def _address(role: Role) -> str:
    return f"{role.value}@demo.example"
