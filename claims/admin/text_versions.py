"""The versions of an article's text: adding one, and reading one beside the one before."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.changed_words import Card, cards_of, versions_address
from claims.admin.comparing import Spot, compared
from claims.admin.word_decisions import Decisions
from claims.intake import read_article_text
from claims.models.claim_anchor import SAME_WORDS
from factcheck.desk.form import begin_at_problem
from factcheck.records.refusals import Refused, Stale


class VersionForm(forms.Form):
    """The whole new text, pasted or as a file, and the version of the article that was read."""

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "class": "vLargeTextField in-text"}),
        help_text="Paste the whole text as it reads now, not only what has changed.",
    )
    file = forms.FileField(
        required=False,
        label="Or a text file",
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        help_text="Plain text in UTF-8.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool((given.get("text") or "").strip()) == bool(given.get("file")):
            raise ValidationError({"text": "Paste the text, or choose a file."})
        raw = given["file"].read() if given.get("file") else given["text"]
        return given | {"text": read_article_text(raw).text}


class VersionScreens:
    """Mixed into the article's admin: `/revise/` and `/versions/<number>/` of an article."""

    admin_site: Any
    opts: Any
    get_object: Any
    has_view_or_change_permission: Any
    has_change_permission: Any

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        own = [
            path("<str:id>/revise/", view(self.revise_view), name="claims_article_revise"),
            path(
                "<str:id>/versions/<int:number>/",
                view(self.versions_view),
                name="claims_article_versions",
            ),
        ]
        return own + super().get_urls()  # type: ignore[misc]

    # --- Adding one -----------------------------------------------------------------------------

    def revise_view(self, request: HttpRequest, id: str) -> HttpResponse:
        article = self._article(request, id)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        form = VersionForm(
            request.POST or None, request.FILES or None, initial={"version": article.version}
        )
        if request.method == "POST" and form.is_valid():
            answer = self._revise(request, article, form)
            if answer is not None:
                return answer
        if form.is_bound and not form.non_field_errors():
            begin_at_problem(form)
        context = {"title": "New version of the text", "article": article, "form": form}
        return self._screen(request, article, "claims/admin/revise.html", context)

    def _revise(self, request: HttpRequest, article: Any, form: Any) -> HttpResponse | None:
        article.version = form.cleaned_data["version"]
        try:
            revised = article.revise(form.cleaned_data["text"], by=request.user)
        except Stale:
            form.add_error(
                None,
                "Somebody has saved this article since you opened this page. Look at it again, "
                "then come back with your text.",
            )
        except Refused as refusal:
            form.add_error("text", refusal.message)
        else:
            number = revised.revision.number
            messages.success(request, f"Kept as version {number}. {_told(revised.reports)}")
            return HttpResponseRedirect(versions_address(article, number))
        return None

    # --- Reading two side by side ---------------------------------------------------------------

    def versions_view(self, request: HttpRequest, id: str, number: int) -> HttpResponse:
        article = self._article(request, id)
        revisions = {each.number: each for each in article.revisions.select_related("created_by")}
        if number not in revisions or number < 2:
            raise Http404
        screen = Decisions(request, article, number)
        if request.method == "POST":
            answer = screen.decide()
            if answer is not None:
                return answer
        old, new = revisions[number - 1], revisions[number]
        cards = cards_of(article, new, request.user, latest=number == max(revisions))
        context = {
            "title": f"Version {number} of the text",
            "article": article,
            "old": old,
            "new": new,
            "numbers": [each for each in sorted(revisions) if each > 1],
            "cards": [screen.filled(card) for card in cards if card.is_open],
            "settled": [card for card in cards if not card.is_open],
            "rows": compared(old.text, new.text, _spots(cards, "old"), _spots(cards, "new")),
        }
        return self._screen(request, article, "claims/admin/versions.html", context)

    def _article(self, request: HttpRequest, public_id: str) -> Any:
        article = self.get_object(request, public_id)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        if article is None:
            raise Http404
        return article

    def _screen(
        self, request: HttpRequest, article: Any, template: str, context: dict[str, Any]
    ) -> HttpResponse:
        shared = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "may_write": may(request.user, Scope.CLAIMS_WRITE),
        }
        return TemplateResponse(request, template, shared | context)


def _spots(cards: list[Card], side: str) -> list[Spot]:
    """Where the claims stand in one of the two texts."""
    words = ((card, getattr(card, side)) for card in cards)
    return [Spot(there.start, there.end, card) for card, there in words if there is not None]


def _told(reports: list[Any]) -> str:
    """How the claims fare, in a sentence."""
    if not reports:
        return "No claim stands in it."
    same = sum(report.state in SAME_WORDS for report in reports)
    lost = sum(report.new is None for report in reports)
    parts = [
        (same, "on the same words"),
        (len(reports) - same - lost, "to check"),
        (lost, "without its words"),
    ]
    return f"Claims: {', '.join(f'{number} {what}' for number, what in parts if number)}."
