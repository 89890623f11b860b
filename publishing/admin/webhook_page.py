"""The page of a webhook: how it goes, what was delivered, and what can be done about it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.template.response import TemplateResponse

from claims.record import ledger
from factcheck.desk.acts import Act
from factcheck.desk.answering import SAVE
from factcheck.desk.record_page import RecordPage
from factcheck.records.refusals import Missing

# The API has the rest.
MOST_SHOWN = 30

TEST = Act("test", "Send a test")
ENABLE = Act("enable", "Enable", primary=True)
TRY_NOW = Act("enable", "Try again now")
DISABLE = Act(
    "disable",
    "Disable",
    asks="reason",
    label_of_words="Why, for whoever looks next",
    hint="It is told nothing until it is enabled again; then it is told all that it has missed.",
    grave=True,
)


class WebhookPage(RecordPage):
    def acts(self) -> Sequence[Act]:
        if self.record is None or not self.may_save():
            return super().acts()
        acts = [SAVE, TEST]
        if not self.record.is_enabled:
            acts.append(ENABLE)
        elif self.record.next_attempt_at:
            acts.append(TRY_NOW)
        acts.append(self._replay())
        return [*acts, DISABLE] if self.record.is_enabled else acts

    def _replay(self) -> Act:
        behind = ledger.head().sequence + 1
        return Act(
            "replay",
            "Tell it again",
            asks="number",
            label_of_words="From which row of the ledger on",
            hint=f"1 is the first ever; {behind} skips everything that waits. What it has had "
            "already arrives with the same id.",
        )

    def do_save(self) -> HttpResponse:
        if self.record is not None:
            return super().do_save()
        return self._with_its_secret(self.save_own())

    def do_test(self) -> HttpResponse:
        row = self.sheet.fresh()
        row.request_test(by=self.request.user)
        return self.done(row, "A test goes out next. The log below will say how that went.")

    def do_enable(self) -> HttpResponse:
        row = self.sheet.fresh()
        row.enable(by=self.request.user)
        return self.done(row, "It goes on where it stopped.")

    def do_disable(self) -> HttpResponse:
        row = self.sheet.fresh()
        row.disable(by=self.request.user, reason=self.words())
        return self.done(row, "Disabled. What it misses is kept for it.")

    def do_replay(self) -> HttpResponse:
        row, number = self.sheet.fresh(), self.words()
        if not (number.isascii() and number.isdigit() and len(number) < 19):
            raise Missing("The number of a row, as in 12.", field="number")
        try:
            row.replay(by=self.request.user, from_sequence=int(number))
        except ValidationError as error:
            raise Missing(" ".join(error.messages), field="number") from error
        return self.done(row, f"It is told everything from row {number} on.")

    def context(self) -> dict[str, Any]:
        if self.record is None:
            return {}
        return {
            "deliveries": list(self.record.deliveries.latest_first()[:MOST_SHOWN]),
            "most_shown": MOST_SHOWN,
            "behind": ledger.head().sequence - self.record.cursor,
        }

    def _with_its_secret(self, subscription: Any) -> HttpResponse:
        """Shown in the answer itself: a message would be stored on the way."""
        context = {
            **self.admin.admin_site.each_context(self.request),
            "title": "The webhook’s secret",
            "opts": self.admin.opts,
            "subscription": subscription,
            "address": self.address(subscription),
        }
        response = TemplateResponse(self.request, "publishing/admin/secret.html", context)
        response["Cache-Control"] = "no-store"
        return response
