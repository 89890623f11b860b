"""Sessions, CSRF, log-in and messages by need: under /admin/, and for whoever carries a session."""

from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


def concerns_desk(request: HttpRequest) -> bool:
    """Whether a person's session can matter to this request."""
    return (
        request.path_info.startswith("/admin/") or settings.SESSION_COOKIE_NAME in request.COOKIES
    )


class _ByNeed:
    """Steps aside where no session can matter: an anonymous read pays for none of it."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> Any:
        if concerns_desk(request):
            return super().__call__(request)  # type: ignore[misc]
        return self.get_response(request)


class DeskSessionMiddleware(_ByNeed, SessionMiddleware):
    pass


class DeskCsrfMiddleware(_ByNeed, CsrfViewMiddleware):
    def process_view(self, request: HttpRequest, *view: Any) -> Any:
        return super().process_view(request, *view) if concerns_desk(request) else None


class DeskAuthenticationMiddleware(_ByNeed, AuthenticationMiddleware):
    pass


class DeskMessageMiddleware(_ByNeed, MessageMiddleware):
    pass
