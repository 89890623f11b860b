"""Who is asking: a token in the Authorization header, or the desk's session."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.models import Token, User


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer fc_…` (RFC 6750)."""

    def authenticate(self, request: Request) -> tuple[User, Token] | None:
        header = request.headers.get("Authorization", "")
        if not header:
            return None
        scheme, _, text = header.partition(" ")
        if scheme.lower() != "bearer":
            raise AuthenticationFailed("Send a token as “Authorization: Bearer fc_…”.")
        token = Token.objects.shown_as(text.strip())
        if token is None:
            raise AuthenticationFailed("This token is unknown, has expired or was revoked.")
        token.note_use(timezone.now())
        return token.acting_user(), token

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="factcheck"'


class DeskSessionAuthentication(SessionAuthentication):
    """The session of somebody logged in at the desk, with Django's CSRF check on writes."""

    def authenticate(self, request: Request) -> Any:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        return super().authenticate(request)


class TokenScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI document names the token."""

    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "fc_<key>_<secret>"}


class SessionScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI document names the desk's session."""

    target_class = DeskSessionAuthentication
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}
