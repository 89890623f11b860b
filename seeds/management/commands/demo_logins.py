"""manage.py demo_logins: passwords that everybody knows, for trying it on one's own machine."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import Token, User
from accounts.scopes import TOKEN_SCOPES, Role, scopes_of
from seeds.people import demo_users

TOKEN_NAME = "demo"  # noqa: S105 - the name of a token, not a token


class Command(BaseCommand):
    """Unlocks the demo's people; run again, it keeps the passwords and replaces the tokens."""

    help = "Set the demo users' passwords and print them, with an API token for each. DEBUG only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--keep-tokens", action="store_true", help="Leave the tokens handed out before."
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        people = {user.username: user for user in demo_users()}
        self._refuse_unless_trying(people)
        self.stdout.write(f"Log in at {settings.PUBLIC_URL}/admin/ as\n\n")
        for role in Role:
            self.stdout.write(f"  {role:<14}  password {_unlock(people[role])}\n")
        if options["keep_tokens"]:
            return
        self.stdout.write(
            "\nAPI tokens (“Authorization: Bearer …”), until the next demo_logins:\n\n"
        )
        for role in Role:
            self.stdout.write(f"  {role:<14}  {_replace_token(people[role], role)}\n")

    def _refuse_unless_trying(self, people: dict[str, User]) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Everybody knows the demo's passwords, so they are set only with DEBUG on."
            )
        missing = [role for role in Role if role not in people]
        if missing:
            raise CommandError(
                f"The demo is not loaded (there is no demo user {', '.join(missing)}). "
                "Load it with “manage.py loaddata demo”, then try again."
            )


def _unlock(user: User) -> str:
    """The user's demo password, set if it is not theirs already: so sessions outlive a restart."""
    password = f"{user.username}-demo"
    if not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    return password


def _replace_token(user: User, role: Role) -> str:
    user.tokens.filter(name=TOKEN_NAME).delete()
    scopes = [scope for scope in scopes_of(role) if scope in TOKEN_SCOPES]
    _, text = Token.issue(user=user, scopes=scopes, name=TOKEN_NAME)
    return text
