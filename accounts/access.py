"""May they? The question every room asks, answered in one place."""

from typing import Any

from django.db import models

from accounts.scopes import DESCRIPTIONS, Scope, lowest_role
from factcheck.records.refusals import NotAllowed


def may(user: Any, scope: Scope) -> bool:
    """
    Whether this user may act in this scope.

    The user's role must allow it and, where the request came with a token, the token too
    (`user.token_scopes`). An anonymous user may nothing.
    """
    token_scopes = getattr(user, "token_scopes", None)
    if token_scopes is not None and scope not in token_scopes:
        return False
    return user.is_active and user.has_perm(scope.permission)


def require(by: Any, scope: Scope) -> None:
    """Raise NotAllowed unless this person may act in this scope; None is a command, which may."""
    if by is not None and not may(by, scope):
        raise NotAllowed(why_not(by, scope))


def require_author(by: Any, record: Any) -> None:
    """Raise NotAllowed unless this person made the record or is a reviewer; None is a command."""
    if by != record.created_by:
        require(by, Scope.VERDICTS_PUBLISH)


def why_not(user: Any, scope: Scope) -> str:
    """What somebody who may not act in this scope lacks: the role, or the token's scope."""
    if user.has_perm(scope.permission):
        return f"This token lacks the scope {scope}."
    return f"This needs the role {lowest_role(scope)} ({DESCRIPTIONS[scope].lower()})."


class ReadableQuerySet(models.QuerySet[Any]):
    """Rows that readers see once they have stood in something published."""

    def for_reader(self, user: Any) -> Any:
        """What this user may see: the desk everything, everyone else what has been public."""
        if may(user, Scope.READ):
            return self
        return self.public()

    def public(self) -> Any:
        """What every reader may see."""
        return self.filter(public_since__isnull=False)

    def open_to_readers(self, at: Any) -> None:
        """Readers may see these rows from now on; a row once public stays so."""
        self.filter(public_since__isnull=True).update(public_since=at)
