"""What may be done with a verdict, by its state and one's role; on its own page and its claim's."""

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.readers_page import readers_page
from claims.models import Verdict
from claims.models.evidence import FIELDS as EVIDENCE_FIELDS
from claims.models.verdict_verbs import who_else_may_publish
from factcheck.desk.acts import Act

SUBMIT = Act("submit", "Save and send to review", saves=True)
WITHDRAW = Act("withdraw", "Take back from review")
CORRECT = Act("correct", "Write a correction")
RETRACT = Act(
    "retract",
    "Retract",
    asks="reason",
    label_of_words="Why it is retracted",
    hint="Readers will see this reason, and that there was a verdict.",
    grave=True,
)
RETURN = Act(
    "return",
    "Send back",
    asks="reason",
    label_of_words="What should change",
    hint="Its author reads this.",
)
PUBLISH = Act("publish", "Publish", primary=True)
PUBLISH_NEXT = Act("publish_next", "Publish and open next")
_NOTICE = {
    "asks": "notice",
    "label_of_words": "Notice to readers: what changed and why",
    "hint": "This claim has been published before, so this is a correction.",
}
PUBLISH_CORRECTION = Act("publish", "Publish the correction", primary=True, **_NOTICE)  # type: ignore[arg-type]


def waiting_for(user: Any) -> Any:
    """Submitted verdicts that this reviewer may publish, in the queue's order."""
    waiting = Verdict.objects.publishable_by(user)
    return waiting.order_by(F("claim__due_at").asc(nulls_last=True), "submitted_at", "pk")


def why_not_publish(verdict: Any, user: Any) -> str:
    """Why this reviewer may not publish this submitted verdict; empty if they may."""
    return who_else_may_publish(user) if verdict.needs_other_eyes_than(user) else ""


def acts_on(verdict: Any, user: Any, *, was_published: bool, in_work: bool) -> list[Act]:
    """
    Exactly what state and role allow, but for saving a draft.

    `was_published`: readers have seen a verdict on its claim; `in_work`: another verdict on it is
    a draft or waits for review.
    """
    reviewer = may(user, Scope.VERDICTS_PUBLISH)
    author = may(user, Scope.VERDICTS_WRITE)
    acts: list[Act] = []
    if verdict.state == Verdict.State.SUBMITTED:
        if reviewer and not why_not_publish(verdict, user):
            acts += [PUBLISH_CORRECTION] if was_published else [PUBLISH, PUBLISH_NEXT]
        if reviewer:
            acts += [RETURN]
        if author and verdict.was_sent_by(user):
            acts += [WITHDRAW]
    if verdict.is_standing:
        if author and not in_work:
            acts += [CORRECT]
        if reviewer:
            acts += [RETRACT]
    return acts


class VerdictMoves:
    """
    The moments of a verdict's life as `do_<act>` of a page.

    Mixed into a RecordPage whose `moving` is the verdict and whose `verdict_key` is the hidden
    input that says which version of it the editor has read.
    """

    moving: Any
    verdict_key: str
    request: Any
    posted: Any
    words: Any
    done: Any
    address: Any
    record: Any

    def row(self) -> Any:
        """The verdict as the editor has read it."""
        row = Verdict.objects.select_related("claim", "created_by").get(pk=self.moving.pk)
        version = self.posted.get(self.verdict_key, "")
        row.version = int(version) if version.isdigit() else row.version
        return row

    def do_withdraw(self) -> HttpResponse:
        self.row().withdraw(by=self.request.user)
        return self.done(self.record, "Taken back from review. You can go on with the draft.")

    def do_return(self) -> HttpResponse:
        row = self.row()
        row.return_(by=self.request.user, reason=self.words())
        return self.done(self.record, f"Sent back to {_name(row.created_by)}.")

    def do_publish(self) -> HttpResponse:
        row = self.row()
        row.publish(by=self.request.user, notice=self.words())
        return self.done(self.record, _published(self.request, row))

    def do_publish_next(self) -> HttpResponse:
        row = self.row()
        row.publish(by=self.request.user, notice=self.words())
        following = waiting_for(self.request.user).first()
        if following is None:
            messages.info(self.request, "Nothing else waits for you to publish.")
            return self.done(self.record, _published(self.request, row), reverse("admin:index"))
        address = reverse("admin:claims_verdict_change", args=[following.public_id])
        return self.done(self.record, _published(self.request, row), address)

    def do_retract(self) -> HttpResponse:
        self.row().retract(by=self.request.user, reason=self.words())
        return self.done(self.record, "Retracted. Readers see the reason.")

    def do_correct(self) -> HttpResponse:
        """A draft that begins with what stands."""
        row = self.row()
        copied = [
            {name: getattr(each, name) for name in EVIDENCE_FIELDS}
            for each in row.evidence.order_by("position", "pk")
        ]
        Verdict.draft(
            by=self.request.user,
            claim=row.claim,
            rating=row.rating,
            summary=row.summary,
            rationale=row.rationale,
            evidence=copied,
        )
        address = reverse("admin:claims_claim_change", args=[row.claim.public_id])
        message = (
            "This draft begins with what is published, which stands until the correction is "
            "published."
        )
        return self.done(self.record, message, address)


def _name(person: Any) -> str:
    return person.display_name if person else "its author"


def _published(request: Any, verdict: Any) -> Any:
    address = readers_page(request, verdict.claim)
    return format_html(
        'Published. Readers find it at <a href="{}">{}</a> '
        '<button type="button" class="quiet" data-copy="{}">Copy the address</button>',
        address,
        address,
        address,
    )
