"""What can be allowed, and which role allows it: the one truth about who may do what."""

from enum import StrEnum


class Scope(StrEnum):
    """Something a role or a token may do. Its value is what a token's scope list says."""

    READ = "read"
    ARTICLES_WRITE = "articles:write"
    SOURCES_WRITE = "sources:write"
    QUESTIONS_WRITE = "questions:write"
    CLAIMS_WRITE = "claims:write"
    VERDICTS_WRITE = "verdicts:write"
    VERDICTS_PUBLISH = "verdicts:publish"
    WEBHOOKS_MANAGE = "webhooks:manage"
    # Never a token's: people, the rating scale and everybody's tokens are managed in the admin.
    DESK_MANAGE = "desk:manage"

    @property
    def codename(self) -> str:
        return self.value.replace(":", "_")

    @property
    def permission(self) -> str:
        """The Django permission that stands for this scope."""
        return f"accounts.{self.codename}"


DESCRIPTIONS = {
    Scope.READ: "Read everything the desk sees, drafts included",
    Scope.ARTICLES_WRITE: "Add and edit articles",
    Scope.SOURCES_WRITE: "Add and edit sources",
    Scope.QUESTIONS_WRITE: "Add and edit questions",
    Scope.CLAIMS_WRITE: "Mark and edit claims",
    Scope.VERDICTS_WRITE: "Draft verdicts and send them to review",
    Scope.VERDICTS_PUBLISH: "Publish, send back, correct and retract",
    Scope.WEBHOOKS_MANAGE: "Manage webhooks",
    Scope.DESK_MANAGE: "Manage people, tokens and the rating scale",
}

TOKEN_SCOPES = [scope for scope in Scope if scope is not Scope.DESK_MANAGE]


class Role(StrEnum):
    """A group of people. Each role includes the one before it."""

    ANNOTATOR = "annotator"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


_ADDS = {
    Role.ANNOTATOR: [
        Scope.READ,
        Scope.ARTICLES_WRITE,
        Scope.SOURCES_WRITE,
        Scope.QUESTIONS_WRITE,
        Scope.CLAIMS_WRITE,
        Scope.VERDICTS_WRITE,
    ],
    Role.REVIEWER: [Scope.VERDICTS_PUBLISH],
    Role.ADMINISTRATOR: [Scope.WEBHOOKS_MANAGE, Scope.DESK_MANAGE],
}


def scopes_of(role: Role) -> list[Scope]:
    """Everything this role may do, in the order of Scope."""
    roles = list(Role)
    held = {scope for lower in roles[: roles.index(role) + 1] for scope in _ADDS[lower]}
    return [scope for scope in Scope if scope in held]


def lowest_role(scope: Scope) -> Role:
    """The first role that may do this."""
    return next(role for role in Role if scope in _ADDS[role])
