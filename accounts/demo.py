"""The demo newsroom's three people, and whether they can log in yet."""

from django.conf import settings

from accounts.models import User
from accounts.scopes import Role

# Their user names are their roles.
DEMO_USERNAMES = tuple(role.value for role in Role)
UNLOCK = "The demo logins are locked. Run: python manage.py demo_logins"


def demo_users_are_locked() -> bool:
    """Whether the demo is loaded, DEBUG is on, and its people have no password yet."""
    if not settings.DEBUG:
        return False
    people = User.objects.filter(username__in=DEMO_USERNAMES, is_active=True)
    passwords = [person.has_usable_password() for person in people.only("password")]
    return bool(passwords) and not any(passwords)


def how_to_unlock() -> str:
    """The sentence that says so, or nothing."""
    return UNLOCK if demo_users_are_locked() else ""
