"""The admin site of the desk: who may enter, what comes first, and how pages are named."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.template.response import TemplateResponse

ENTER = "accounts.read"


class DeskLoginForm(AdminAuthenticationForm):
    """Lets in whoever may read the desk."""

    def confirm_login_allowed(self, user: Any) -> None:
        super(AdminAuthenticationForm, self).confirm_login_allowed(user)
        if not user.has_perm(ENTER):
            raise ValidationError(
                "This account has no role at the desk yet. Ask an administrator for one.",
                code="no_role",
            )


class DeskSite(AdminSite):
    """
    Django's admin for a newsroom.

    Rooms above add to it: `opens_on` the context of the first page, `tell_first` sentences above
    it, `tell_at_login` sentences for the login page. `header_models` are the lists that the header
    links to, in their order; `style_sheets` static files for every page, after the desk's own.
    """

    site_header = "factcheck desk"
    site_title = "factcheck desk"
    index_title = "Queue"
    index_template = "desk/index.html"
    login_form = DeskLoginForm
    login_template = "desk/login.html"
    enable_nav_sidebar = False
    empty_value_display = "–"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self._first_page: Callable[[HttpRequest], dict[str, Any]] | None = None
        self._first: list[Callable[[HttpRequest], list[Any]]] = []
        self._at_login: list[Callable[[], str]] = []
        self.header_models: list[str] = []
        self.style_sheets: list[str] = []

    def opens_on(self, context: Callable[[HttpRequest], dict[str, Any]]) -> None:
        self._first_page = context

    def tell_first(self, sentences: Callable[[HttpRequest], list[Any]]) -> None:
        self._first.append(sentences)

    def tell_at_login(self, sentence: Callable[[], str]) -> None:
        self._at_login.append(sentence)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever may read the desk may enter it; `is_staff` alone opens nothing."""
        return bool(request.user.is_active and request.user.has_perm(ENTER))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        lists = {
            f"{app['app_label']}.{model['object_name'].lower()}": model
            for app in context["available_apps"]
            for model in app["models"]
        }
        context["header_lists"] = [lists[name] for name in self.header_models if name in lists]
        context["style_sheets"] = self.style_sheets
        return context

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        first_page = self._first_page(request) if self._first_page else {}
        told = [sentence for tell in self._first for sentence in tell(request)]
        return super().index(request, {**first_page, "told": told, **(extra_context or {})})

    def login(self, request: HttpRequest, extra_context: Any = None) -> Any:
        told = [sentence for sentence in (tell() for tell in self._at_login) if sentence]
        return super().login(request, {"told": told, **(extra_context or {})})
