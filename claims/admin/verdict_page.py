"""The verdict's page: what it says and rests on, the life it has had, and what can be done."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.changed_words import changed_words
from claims.admin.readers_page import readers_page
from claims.admin.status import is_public, rating_badge, status_badge, work_badge
from claims.admin.verdict_acts import SUBMIT, VerdictMoves, acts_on, why_not_publish
from claims.models import Verdict
from factcheck.desk.acts import Act
from factcheck.desk.history import readable_moment
from factcheck.desk.record_page import RecordPage

SAVE_DRAFT = Act("save", "Save draft", saves=True, primary=True)


class VerdictPage(VerdictMoves, RecordPage):
    verdict_key = "version"

    @property
    def moving(self) -> Any:
        return self.record

    def may_save(self) -> bool:
        if self.record is not None and self.record.state != Verdict.State.DRAFT:
            return False
        return super().may_save()

    def watched(self) -> dict[str, Any]:
        return {"claim-version": self.record.claim} if self.record else {}

    def acts(self) -> list[Act]:
        acts = [SAVE_DRAFT, SUBMIT] if self.may_save() else []
        if self.record is None:
            return acts
        others = [each for each in self._of_claim() if each.pk != self.record.pk]
        return acts + acts_on(
            self.record,
            self.request.user,
            was_published=any(each.published_at for each in self._of_claim()),
            in_work=any(each.state in ("draft", "submitted") for each in others),
        )

    def do_save(self) -> HttpResponse:
        return self.done(self.save_own(), "Draft saved.")

    def do_submit(self) -> HttpResponse:
        row = self.save_own()
        row.submit(by=self.request.user)
        return self.done(row, "Sent to review.")

    def save_own(self) -> Any:
        if self.record is not None:
            return super().save_own()
        values = self.sheet.values()
        if values.get("claim") is None:
            raise ValidationError({"claim": "Choose the claim."})
        return Verdict.draft(by=self.request.user, **values)

    def context(self) -> dict[str, Any]:
        record = self.record
        if record is None:
            return {}
        claim = self.admin.claim_of(record)
        reviewing = record.state == "submitted" and may(self.request.user, Scope.VERDICTS_PUBLISH)
        return {
            "verdict": record,
            "rating_badge": rating_badge(record.rating),
            "claim": claim,
            "changed": changed_words(claim),
            "badge": status_badge(claim),
            "work": work_badge(claim),
            "attributions": claim.attributions.select_related("source", "via").order_by(
                "position", "pk"
            ),
            "evidence": record.evidence.select_related("source").order_by("position", "pk"),
            "life": life_of(record),
            "why_not_publish": why_not_publish(record, self.request.user) if reviewing else "",
            "frozen": not self.may_save(),
            "public_address": readers_page(self.request, claim)
            if is_public(claim) and record.is_standing
            else "",
            "cannot_delete": record.state != Verdict.State.DRAFT,
        }

    def own_sheet(self) -> Any:
        sheet = super().own_sheet()
        if "rating" in sheet.form.fields:
            sheet.form.fields["rating"].required = True
        return sheet

    def _of_claim(self) -> list[Any]:
        if not hasattr(self, "_claim_verdicts"):
            self._claim_verdicts = list(self.record.claim.verdicts.all())
        return self._claim_verdicts


def life_of(verdict: Any) -> list[tuple[str, str, str]]:
    """Who did what when: what, who with the date, and the words that went with it."""
    moments = [
        ("Drafted", verdict.created_at, verdict.created_by, ""),
        ("Last changed", verdict.edited_at, verdict.edited_by, ""),
        ("Sent back", verdict.returned_at, verdict.returned_by, verdict.return_reason),
        ("Sent to review", verdict.submitted_at, verdict.submitted_by, ""),
        ("Published", verdict.published_at, verdict.published_by, verdict.notice),
        ("Replaced by a newer verdict", verdict.superseded_at, None, ""),
        ("Retracted", verdict.retracted_at, verdict.retracted_by, verdict.retraction_reason),
    ]
    # Drafted is changed, unless it was changed again.
    shown = [
        moment
        for moment in moments
        if moment[1] is not None
        and not (moment[0] == "Last changed" and verdict.edited_at == verdict.created_at)
    ]
    shown.sort(key=lambda moment: moment[1])
    return [(what, _signed(at, by), words) for what, at, by, words in shown]


def _signed(at: Any, by: Any) -> str:
    return f"{by.display_name}, {readable_moment(at)}" if by else readable_moment(at)
