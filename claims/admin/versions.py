"""The versions of an article's text: adding one, and deciding what becomes of its claims."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.changed_words import Card, cards_of, versions_address
from claims.admin.comparing import Spot, compared
from claims.intake import read_article_text
from claims.models import Article, Claim
from claims.models.claim_anchor import SAME_WORDS
from claims.models.status import CloseReason
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


class Decisions:
    """What an editor has decided about one claim on the page; what was typed stays if refused."""

    def __init__(self, request: HttpRequest, article: Article, number: int) -> None:
        self.request = request
        self.article = article
        self.number = number
        self.posted = request.POST
        self.error = ""

    def decide(self) -> HttpResponse | None:
        """Do it and go on; None: show the page again, with the reason on the claim's card."""
        act = self._acts().get(self.posted.get("_act", ""))
        claim = self.article.claims.filter(public_id=self.posted.get("claim", "")).first()
        if act is None or claim is None:
            raise Http404
        read = _number(self.posted.get("version", ""))
        claim.version = claim.version if read is None else read
        try:
            with transaction.atomic():
                message = act(claim)
        except ValidationError as error:
            self.error = " ".join(error.messages)
        except Refused as refusal:
            self.error = refusal.message
        else:
            messages.success(self.request, message)
            return HttpResponseRedirect(versions_address(self.article, self.number))
        return None

    def filled(self, card: Card) -> Card:
        """The card as it was posted, if it is the one that was refused."""
        if self.error and card.claim.public_id == self.posted.get("claim"):
            card.error, card.refused = self.error, self.posted.get("_act", "")
            card.typed = {name: self.posted.get(name, "") for name in ("quote", "notice")}
        return card

    def _acts(self) -> dict[str, Callable[[Claim], str]]:
        return {
            "accept": self._accept,
            "mark": self._mark,
            "close": self._close,
            "amend": self._amend,
        }

    def _accept(self, claim: Claim) -> str:
        claim.accept_words(by=self.request.user)
        return f"Accepted: “{claim.quote}”. See whether its statement still says the same."

    def _mark(self, claim: Claim) -> str:
        claim.mark_words(by=self.request.user, **self._place())
        return f"Marked: “{claim.quote}”. See whether its statement still says the same."

    def _close(self, claim: Claim) -> str:
        claim.close(by=self.request.user, reason=CloseReason.WORDS_GONE)
        return f"Closed: “{claim.statement}”. Its words are no longer in the article."

    def _amend(self, claim: Claim) -> str:
        place = self._place()
        anchor = claim.anchor_ahead()
        if not place["quote"] and anchor is not None and anchor.start is not None:
            place = {"start": anchor.start, "end": anchor.end}
        claim.amend(by=self.request.user, notice=self.posted.get("notice", ""), **place)
        return "Amended onto the new words. Readers see the notice."

    def _place(self) -> dict[str, Any]:
        """The words typed or selected, and where they begin if that is known."""
        quote = self.posted.get("quote", "").replace("\r\n", "\n").strip()
        return {"quote": quote, "start": _number(self.posted.get("place", ""))}


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


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
