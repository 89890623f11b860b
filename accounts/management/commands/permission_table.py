"""manage.py permission_table: who may do what, as docs/permissions.md tells it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from accounts.endpoints import ENDPOINTS, STANDARDS, Methods
from accounts.scopes import DESCRIPTIONS, TOKEN_SCOPES, Role, Scope, lowest_role, scopes_of

INTRODUCTION = """\
# Who may do what

Printed by `manage.py permission_table` from `accounts/scopes.py` and `accounts/endpoints.py`, by
which the service itself decides. Do not edit it by hand.

Each role includes the one before it; a superuser may everything. A token may do what both its
user's role and its own scopes allow. *Anyone* includes readers without an account: they see what
has been published. Who may not gets 401 without credentials and 403 with them.

Beside this table stand rules about the single row, which no role lifts: whoever last changed a
verdict does not publish it; a draft or a never-published record is deleted by its author or a
reviewer; a verdict is withdrawn by its author. [domain.md](domain.md) tells them.
"""


class Command(BaseCommand):
    """Prints Markdown on standard output."""

    help = "Print the permission table as Markdown."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("\n".join([INTRODUCTION, *_scopes(), "", *_endpoints()]))


def _scopes() -> Iterator[str]:
    yield from ("## Scopes", "")
    yield from _table(
        ["scope", "allows to", *Role, "a token"],
        (
            [
                f"`{scope}`",
                DESCRIPTIONS[scope].lower(),
                *(_mark(scope in scopes_of(role)) for role in Role),
                _mark(scope in TOKEN_SCOPES),
            ]
            for scope in Scope
        ),
    )


def _endpoints() -> Iterator[str]:
    yield from (
        "## Endpoints",
        "",
        "Below `/api/v1/`. HEAD goes with GET; OPTIONS is anyone's.",
        "",
    )
    yield from _methods(ENDPOINTS)
    yield from ("", "Beside it, at the root:", "")
    yield from _methods(STANDARDS)


def _methods(endpoints: dict[str, Methods]) -> Iterator[str]:
    yield from _table(
        ["endpoint", "method", "scope", "roles"],
        (
            [f"`{endpoint}{_slash(endpoint)}`", method, *_asked(scope)]
            for endpoint, methods in endpoints.items()
            for method, scope in methods.items()
        ),
    )


def _slash(endpoint: str) -> str:
    """Where an address ends in a file's name there is none."""
    return "" if "." in endpoint else "/"


def _asked(scope: Scope | None) -> tuple[str, str]:
    if scope is None:
        return "–", "anyone"
    roles = list(Role)
    return f"`{scope}`", ", ".join(roles[roles.index(lowest_role(scope)) :])


def _mark(holds: bool) -> str:
    return "yes" if holds else "–"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = list(head)
    yield _line(names)
    yield _line(["---"] * len(names))
    yield from map(_line, rows)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
