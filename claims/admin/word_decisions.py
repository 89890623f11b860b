"""What an editor decides about a claim whose words a new version of its article has changed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from claims.admin.changed_words import Card, versions_address
from claims.models import Article, Claim
from claims.models.status import CloseReason
from factcheck.records.refusals import Refused


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
