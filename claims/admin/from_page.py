"""Pasting an article's web page: first it is read, then the editor looks over what was found."""

from typing import Any

import orjson
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.article_page import ABOUT, ArticlePage
from claims.intake import publisher_called
from claims.webpages.fetching import fetch_page
from claims.webpages.page import Page, is_page, read_page

NAMES = {
    "headline": "headline",
    "publisher": "publisher",
    "published_at": "date",
    "language": "language",
    "url": "URL",
}


class PageScreens:
    """
    Mixed into ArticleAdmin: a page that was sent or named fills the form in, and nothing is kept.

    Outside any transaction, because a page may take seconds to come.
    """

    admin_site: Any

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        raw = _page_sent(request) if request.method == "POST" else None
        fetch = request.POST.get("fetch", "").strip()
        if raw is None and not fetch:
            return super().add_view(request, form_url, extra_context)  # type: ignore[misc]
        if not self.has_add_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        return self._looked_over(request, raw, fetch)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)  # type: ignore[misc]
        return initial | getattr(request, "proposed", {})

    def _looked_over(self, request: HttpRequest, raw: bytes | None, fetch: str) -> HttpResponse:
        """The form with what the page says, or again as it was sent and what is wrong with it."""
        page = ArticlePage(self, request, None)
        if not page.sheet.is_valid():
            return page.render()
        try:
            found = read_page(raw) if raw is not None else read_page(**fetch_page(fetch)._asdict())
        except ValidationError as error:
            field = "file" if raw is not None else "fetch"
            # On the form alone: the page would show what could not be read as a text.
            page.sheet.place(ValidationError({field: error.messages}))
            return page.render()
        _propose(request, found, page.sheet.form.cleaned_data)
        page.posted = None
        page.sheets = page.build_sheets()
        page.fieldsets = [(None, {"fields": ["text", *ABOUT]})]
        return page.render({"title": "Look over this article"} | _offered(request, found))


def _page_sent(request: HttpRequest) -> bytes | None:
    """The file that came, if it is a web page."""
    file = request.FILES.get("file")
    if file is None:
        return None
    raw: bytes = file.read()
    file.seek(0)
    is_named_so = str(file.name).lower().endswith((".html", ".htm", ".xhtml"))
    return raw if is_named_so or is_page(raw) else None


def _propose(request: HttpRequest, page: Page, typed: dict[str, Any]) -> None:
    """Fill the form in with what the page says; what the editor has typed already stays."""
    proposed: dict[str, Any] = {
        "headline": page.draft.headline,
        "text": page.draft.text,
        "published_at": page.published_at,
        "language": page.language,
        "url": page.url,
    }
    try:
        proposed["publisher"] = publisher_called(page.publisher)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        if page.publisher and not proposed["publisher"] and not typed.get("publisher"):
            unknown = "The page names “{}” as its publisher, which is no source yet. Add it with +."
            messages.warning(request, unknown.format(page.publisher))
    # The form has a language from the start, so its own is nobody's word.
    kept = {
        name: value
        for name, value in typed.items()
        if value and not (name == "language" and page.language)
    }
    request.proposed = {**proposed, **kept, "file": None, "fetch": ""}  # type: ignore[attr-defined]
    messages.info(request, _told(page))


def _offered(request: HttpRequest, page: Page) -> dict[str, Any]:
    """The page's ClaimReviews for the screen that imports them, if it is there for this editor."""
    if not page.reviews or not may(request.user, Scope.VERDICTS_PUBLISH):
        return {}
    try:
        screen = reverse("admin:publishing_importedreview_add")
    except NoReverseMatch:
        return {}
    return {
        "import_reviews": screen,
        "reviews": orjson.dumps(page.reviews).decode(),
        "how_many_reviews": len(page.reviews),
        "page_address": page.url,
    }


def _told(page: Page) -> SafeString:
    """What was found where, so that the editor knows what to doubt."""
    places = [(NAMES[name], place) for name, place in page.where.items()]
    found = format_html_join(", ", "{} ({})", places) or "only its text"
    return format_html(
        "Nothing is kept yet. Look over what the page says, then keep it. Found: {}.", found
    )
