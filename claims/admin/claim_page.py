"""The claim's page: the claim, who stands where on it, its verdict, and what can be done."""

from typing import Any

from django.contrib.admin import helpers
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpResponse

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.changed_words import changed_words
from claims.admin.occurrences import occurrences
from claims.admin.readers_page import readers_page
from claims.admin.status import is_public, status_badge, work_badge
from claims.admin.verdict_acts import SUBMIT, VerdictMoves, acts_on, why_not_publish
from claims.admin.verdict_form import VerdictForm, verdict_sheet
from claims.models import Claim, Evidence, Verdict
from claims.models.status import CloseReason
from factcheck.desk.acts import Act
from factcheck.desk.record_page import RecordPage
from factcheck.desk.sheet import Sheet

MARK = Act("save", "Mark this claim", saves=True, primary=True)
SAVE = Act("save", "Save", saves=True, primary=True)
SAVE_DRAFT = Act("save", "Save draft", saves=True, primary=True)
CLOSE = Act(
    "close",
    "Close",
    asks="reason",
    label_of_words="Why it leaves the queue",
    choices=tuple(CloseReason.choices),
)
REOPEN = Act("reopen", "Reopen")
AMEND = Act(
    "amend",
    "Amend in the open",
    saves=True,
    primary=True,
    asks="notice",
    label_of_words="Notice to readers: what changes and why",
)
VERDICT = "verdict"


class ClaimPage(VerdictMoves, RecordPage):
    """
    One form for the claim and its draft.

    `drafting` is the sheet of the draft, or of a new one; None where nothing can be drafted.
    """

    verdict_key = f"{VERDICT}-version"

    def build_sheets(self) -> list[Sheet]:
        self.verdicts = self._verdicts()
        self.standing = self._in_state(Verdict.State.PUBLISHED)
        self.draft = self._in_state(Verdict.State.DRAFT)
        self.submitted = self._in_state(Verdict.State.SUBMITTED)
        self.amending = self._is_amending()
        sheets = [self.own_sheet()]
        self.drafting = self._draft_sheet()
        if self.drafting is not None:
            sheets.append(self.drafting)
        self.current = sheets[0]
        return sheets

    @property
    def moving(self) -> Any:
        """The verdict that acts are about: the one in work before the one that stands."""
        return self.submitted or self.draft or self.standing

    def watched(self) -> dict[str, Any]:
        shown = self.submitted or (None if self.draft else self.standing)
        return {self.verdict_key: shown} if shown else {}

    # --- What can be done -----------------------------------------------------------------------

    def acts(self) -> list[Act]:
        if self.record is None:
            return [MARK]
        if self.amending:
            return [AMEND]
        acts: list[Act] = []
        if self.may_save():
            acts += [SAVE_DRAFT, SUBMIT] if self.drafting else [SAVE]
        if self.moving is not None:
            acts += acts_on(
                self.moving,
                self.request.user,
                was_published=self._was_published(),
                in_work=bool(self.draft or self.submitted),
            )
        if self.may_save() and self.record.closed_at is not None:
            acts += [REOPEN]
        elif self.may_save() and not is_public(self.record):
            acts += [CLOSE]
        return acts

    def do_save(self) -> HttpResponse:
        claim = self.save_own()
        if self.record is None:
            message = "Marked. Now say who made the claim, and what you find."
            return self.done(claim, message)
        verdict = self._save_draft()
        return self.done(claim, "Saved." if verdict is None else "Draft saved.")

    def do_submit(self) -> HttpResponse | None:
        self.save_own()
        verdict = self._save_draft()
        if verdict is None:
            sheet = self.drafting
            assert sheet is not None
            sheet.form.add_error("rating", "Choose a rating first: nothing is drafted yet.")
            return None
        verdict.submit(by=self.request.user)
        return self.done(self.record, "Sent to review.")

    def do_close(self) -> HttpResponse:
        row = self.sheet.fresh()
        row.close(by=self.request.user, reason=self.words())
        return self.done(row, "Closed. It is out of the queue.")

    def do_reopen(self) -> HttpResponse:
        row = self.sheet.fresh()
        row.reopen(by=self.request.user)
        return self.done(row, "Reopened. It is back in the queue.")

    def do_amend(self) -> HttpResponse:
        row = self.sheet.fresh()
        values = self.admin.values_for_verb(self.sheet.values(), self.record)
        row.amend(by=self.request.user, notice=self.words(), **values)
        return self.done(row, "Amended. Readers see the notice.")

    # --- Storing --------------------------------------------------------------------------------

    def save_own(self) -> Any:
        self.current = self.sheets[0]
        return super().save_own()

    def add_own(self, values: dict[str, Any]) -> Any:
        return Claim.mark(by=self.request.user, **values)

    def _save_draft(self) -> Any:
        """The draft as it is stored now; None where there is none and nothing was written."""
        sheet = self.drafting
        if sheet is None:
            return None
        self.current = sheet
        if sheet.record is not None:
            row = sheet.fresh()
            row.edit(by=self.request.user, **sheet.values())
            return row
        if sheet.is_untouched():
            return None
        claim = Claim.objects.get(pk=self.record.pk)
        return Verdict.draft(by=self.request.user, claim=claim, **sheet.values())

    def place(self, error: ValidationError) -> None:
        self.current.place(error)
        if self.current is self.sheet and "quote" in error.update_error_dict({}):
            self._offer_places()

    def _offer_places(self) -> None:
        form: Any = self.sheet.form
        article = self.record.article if self.record else form.cleaned_data.get("article")
        if article is None:
            return
        quote = (self.posted or {}).get("quote", "")
        places = occurrences(article.text, quote)
        if len(places) > 1:
            form.errors["quote"] = form.error_class(
                [
                    f"These words stand in the article {len(places)} times. Pick the place you "
                    "mean below, or quote more words."
                ]
            )
            form.offer(places)

    # --- What is shown --------------------------------------------------------------------------

    def context(self) -> dict[str, Any]:
        record = self.record
        if record is None:
            return {"marking": True, "article_text": self._article_being_marked()}
        opened = self.drafting
        return {
            "claim": record,
            "badge": status_badge(record),
            "work": work_badge(record),
            "is_public": is_public(record),
            "public_address": readers_page(self.request, record) if is_public(record) else "",
            "attributions": self._attributions(),
            "figures": self.figures(),
            "changed": changed_words(record),
            "locked": self._why_locked(),
            "amending": self.amending,
            "may_amend": is_public(record) and may(self.request.user, Scope.VERDICTS_PUBLISH),
            "verdict_form": self._shown_form(opened) if opened else None,
            "verdict_lists": self.shown_lists(opened) if opened else [],
            "draft": self.draft,
            "shown_verdicts": self._shown_verdicts(),
            "earlier": [v for v in self.verdicts if v.state in ("superseded", "retracted")],
            "why_not_publish": self._why_not_publish(),
            "cannot_delete": self._was_published(),
        }

    def _shown_form(self, sheet: Sheet) -> Any:
        fields = [(None, {"fields": list(VerdictForm.Meta.fields)})]
        return helpers.AdminForm(sheet.form, fields, {}, (), model_admin=self.admin)

    def _shown_verdicts(self) -> list[Any]:
        """The verdicts that are read here: what waits for review, and what stands."""
        return [each for each in (self.submitted, self.standing) if each is not None]

    def _why_not_publish(self) -> str:
        if self.submitted is None or not may(self.request.user, Scope.VERDICTS_PUBLISH):
            return ""
        return why_not_publish(self.submitted, self.request.user)

    def _why_locked(self) -> str:
        if not is_public(self.record) or self.amending:
            return ""
        return (
            "Readers can see this claim, so its statement, quote, question, figures and "
            "attributions are locked."
        )

    def _attributions(self) -> list[Any]:
        rows = self.record.attributions.select_related("source", "via")
        return list(rows.order_by("position", "pk"))

    def figures(self) -> list[Any]:
        """Every figure of the claim, the rejected ones too."""
        return list(self.record.quantities.order_by("position", "pk"))

    def _article_being_marked(self) -> Any:
        form: Any = self.sheet.form
        chosen = form["article"].value()
        if not chosen or not str(chosen).isdigit():
            return None
        article = form.fields["article"].queryset.filter(pk=chosen).first()
        return article.latest_revision if article else None

    # --- What is there --------------------------------------------------------------------------

    def own_lists(self) -> list[Any]:
        if self.record is not None and is_public(self.record) and not self._is_amending():
            return []
        return super().own_lists()

    def _draft_sheet(self) -> Sheet | None:
        if self.record is None or self.amending or not may(self.request.user, Scope.VERDICTS_WRITE):
            return None
        blocked = self.submitted or (self.standing and not self.draft) or self.record.closed_at
        return None if blocked else verdict_sheet(self, self.draft, prefix=VERDICT)

    def _is_amending(self) -> bool:
        return bool(
            "amend" in self.request.GET
            and self.record is not None
            and is_public(self.record)
            and may(self.request.user, Scope.VERDICTS_PUBLISH)
        )

    def _verdicts(self) -> list[Any]:
        if self.record is None:
            return []
        people = ("created_by", "edited_by", "submitted_by", "returned_by", "published_by")
        rows = self.record.verdicts.select_related("rating", "retracted_by", *people)
        evidence = Evidence.objects.select_related("source").order_by("position", "pk")
        return list(rows.prefetch_related(Prefetch("evidence", evidence)).order_by("-pk"))

    def _in_state(self, state: str) -> Any:
        return next((verdict for verdict in self.verdicts if verdict.state == state), None)

    def _was_published(self) -> bool:
        return any(verdict.published_at is not None for verdict in self.verdicts)
