"""manage.py create_token: a key with which a program may act for somebody, shown once."""

from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import Token, User
from accounts.scopes import TOKEN_SCOPES, Scope


class Command(BaseCommand):
    """Prints the token alone on standard output, so that a script can keep it."""

    help = "Create an API token for a user and print it; it is shown this once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="whose token it is")
        parser.add_argument(
            "--scope",
            action="extend",
            nargs="+",
            required=True,
            metavar="SCOPE",
            help=f"what it may do, once or more: {', '.join(TOKEN_SCOPES)}",
        )
        parser.add_argument("--name", default="", help="what it is for")
        parser.add_argument("--expires-in-days", type=int, metavar="DAYS", help="default: never")

    def handle(self, *args: Any, **options: Any) -> None:
        user = _active_user(options["user"])
        expires_at = _in_days(options["expires_in_days"])
        _refuse_beyond_the_role(user, options["scope"])
        try:
            token, text = Token.issue(
                user=user, scopes=options["scope"], name=options["name"], expires_at=expires_at
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        until = f"until {expires_at:%Y-%m-%d %H:%M} UTC" if expires_at else "until it is revoked"
        self.stderr.write(
            f"Acts as {user.username} with {', '.join(token.scopes)}, {until}. "
            "It is shown this once; send it as “Authorization: Bearer …”."
        )
        self.stdout.write(text)


def _active_user(username: str) -> User:
    user = User.objects.filter(username=username).first()
    if user is None:
        known = ", ".join(User.objects.order_by("username").values_list("username", flat=True)[:10])
        raise CommandError(f"There is no user {username}. There are: {known or 'none yet'}.")
    if not user.is_active:
        raise CommandError(f"{username} may not log in, so a token of theirs opens nothing.")
    return user


def _in_days(days: int | None) -> datetime | None:
    if days is None:
        return None
    if days < 1:
        raise CommandError("A token lasts at least one day.")
    try:
        return timezone.now() + timedelta(days=days)
    except OverflowError as error:
        raise CommandError(f"{days} days is longer than a calendar can say.") from error


def _refuse_beyond_the_role(user: User, scopes: list[str]) -> None:
    """A token does nothing that its user's role does not allow; better said now than later."""
    beyond = [
        scope
        for scope in scopes
        if scope in TOKEN_SCOPES and not user.has_perm(Scope(scope).permission)
    ]
    if beyond:
        roles = ", ".join(user.groups.order_by("name").values_list("name", flat=True)) or "no role"
        raise CommandError(f"{user.username} ({roles}) may not do {', '.join(beyond)}.")
