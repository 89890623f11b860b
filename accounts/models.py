"""People of the desk, and the tokens with which programs act for them."""

import hmac
import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.scopes import DESCRIPTIONS, TOKEN_SCOPES, Scope
from factcheck.records.clock import moment
from factcheck.records.public_id import new_public_id

SHOWN_AS = re.compile(r"fc_([0-9a-z]{10})_([0-9a-f]{40})")
# Writing down each use of a busy token would turn every read into a write.
LAST_USED_PRECISION = timedelta(minutes=1)


class DeskUserManager(UserManager["User"]):
    """Users, and who of them may do something."""

    def holding(self, scope: Scope) -> models.QuerySet["User"]:
        """Active users whose role (or superuser state) allows this, by name."""
        return self.with_perm(
            scope.permission, backend="django.contrib.auth.backends.ModelBackend"
        ).order_by("username")


class User(AbstractUser):
    """Somebody who works at the desk. Their username is what the API calls them."""

    objects: ClassVar[DeskUserManager] = DeskUserManager()

    # Set on the instance of a request that came with a token; None is not limited by one.
    token_scopes: frozenset[str] | None = None

    class Meta(AbstractUser.Meta):
        permissions = [(scope.codename, DESCRIPTIONS[scope]) for scope in Scope]

    @property
    def display_name(self) -> str:
        return self.get_full_name() or self.username


class TokenQuerySet(models.QuerySet["Token"]):
    """Finding the token that a request shows."""

    def usable(self, at: datetime) -> Self:
        """Neither revoked nor expired, and of somebody who may still log in."""
        return self.filter(
            models.Q(expires_at__isnull=True) | models.Q(expires_at__gt=at),
            revoked_at__isnull=True,
            user__is_active=True,
        )

    def shown_as(self, text: str) -> "Token | None":
        """The usable token that this text is, or None."""
        parts = SHOWN_AS.fullmatch(text)
        if parts is None:
            return None
        key, secret = parts.groups()
        token = self.usable(timezone.now()).select_related("user").filter(key=key).first()
        if token is None or not hmac.compare_digest(token.digest, _digest(key, secret)):
            return None
        return token


class Token(models.Model):
    """
    A key with which a program acts as its user, within the token's scopes.

    Shown once as `fc_<key>_<secret>`; stored is only an HMAC-SHA256 of it under SECRET_KEY, so
    neither a copy of the database nor an administrator can use it.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(
        max_length=80, blank=True, help_text="What it is for, so that you know which to revoke."
    )
    key = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    scopes = models.JSONField(default=list, help_text="What it may do, within its user's role.")
    created_at = models.DateTimeField(editable=False)
    expires_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it does not expire.")
    last_used_at = models.DateTimeField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)
    revoked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_token_revoked_at_with_revoked_by",
                condition=models.Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name or 'Token'} (fc_{self.key}_…)"

    def clean(self) -> None:
        unknown = [scope for scope in self.scopes if scope not in TOKEN_SCOPES]
        if unknown or not self.scopes:
            known = ", ".join(TOKEN_SCOPES)
            problem = f"There is no scope {', '.join(unknown)}." if unknown else "Name a scope."
            raise ValidationError({"scopes": f"{problem} The scopes are: {known}."})

    @classmethod
    def issue(
        cls,
        *,
        user: User,
        scopes: Iterable[str],
        name: str = "",
        expires_at: datetime | None = None,
        at: datetime | None = None,
    ) -> tuple["Token", str]:
        """A new token and the text to hand out, shown this once. Raises ValidationError."""
        secret = secrets.token_hex(20)
        token = cls(user=user, scopes=sorted(set(scopes)), name=name, expires_at=expires_at)
        token.created_at = moment(at)
        token.digest = _digest(token.key, secret)
        token.full_clean()
        token.save()
        return token, f"fc_{token.key}_{secret}"

    def revoke(self, *, by: User, at: datetime | None = None) -> None:
        """From now on it opens nothing. Revoking twice keeps the first date."""
        Token.objects.filter(pk=self.pk, revoked_at__isnull=True).update(
            revoked_at=moment(at), revoked_by=by
        )
        self.refresh_from_db()

    def acting_user(self) -> User:
        """The user as this token may act."""
        self.user.token_scopes = frozenset(self.scopes)
        return self.user

    def note_use(self, at: datetime) -> None:
        """Remember the use, to the minute."""
        if self.last_used_at is None or at - self.last_used_at >= LAST_USED_PRECISION:
            Token.objects.filter(pk=self.pk).update(last_used_at=moment(at))


def _digest(key: str, secret: str) -> str:
    return salted_hmac("accounts.token", f"{key}_{secret}", algorithm="sha256").hexdigest()
