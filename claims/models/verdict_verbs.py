"""What is done with a verdict: drafted, edited, submitted, sent back, published, retracted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import transaction

from accounts.access import require, require_author
from accounts.models import User
from accounts.scopes import Scope
from claims.models import evidence as evidence_list
from claims.record.ledger import take_turn
from claims.record.publication import record_publication, record_retraction
from factcheck.records.change import Difference
from factcheck.records.clock import moment
from factcheck.records.parts import replace_parts
from factcheck.records.refusals import Missing, NotAllowed, Refused, Stale

WHERE_IT_IS = {
    "draft": "This verdict is a draft.",
    "submitted": "This verdict is waiting for review.",
    "published": "This verdict is published.",
    "superseded": "A newer verdict has replaced this one.",
    "retracted": "This verdict has been retracted.",
}


class VerdictVerbs:
    """
    The verdict's verbs. Each is one transaction and takes `by`, a person, and `at`.

    All raise NotAllowed, Refused from a state that does not lead there, and Stale when somebody
    has saved the verdict since this instance was read.
    """

    if TYPE_CHECKING:
        # The row itself: Verdict's fields and what Record gives.
        objects: Any

        def __init__(self, **fields: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...

    @classmethod
    @transaction.atomic
    def draft(
        cls,
        *,
        by: Any,
        claim: Any,
        at: datetime | None = None,
        evidence: Sequence[Mapping[str, Any]] = (),
        **fields: Any,
    ) -> Self:
        """A new draft; a claim has one at a time. Raises ValidationError by field."""
        require(by, Scope.VERDICTS_WRITE)
        at = moment(at)
        claim._lock()
        _refuse_if_closed(claim)
        in_work = claim.verdicts.in_work().first()
        if in_work is not None:
            raise Refused(
                f"A verdict on this claim is being written already ({in_work.get_state_display()}, "
                f"by {in_work.created_by.display_name}). Continue that one.",
                code="in_work",
            )
        verdict = cls(claim=claim, edited_at=at, edited_by=by, **fields)
        verdict._insert(by=by, at=at)
        verdict._replace_evidence(evidence, at, version=verdict.version)
        claim.settle()
        return verdict

    @transaction.atomic
    def edit(
        self,
        *,
        by: Any,
        at: datetime | None = None,
        evidence: Sequence[Mapping[str, Any]] | None = None,
        **fields: Any,
    ) -> None:
        """Change a draft; `evidence` replaces the list. Raises ValidationError by field."""
        at = moment(at)
        self._begin(by, Scope.VERDICTS_WRITE, from_="draft", so="Only a draft can be edited.")
        self._require_editable(fields)
        parts = []
        if evidence is not None:
            parts = self._replace_evidence(evidence, at, version=self.version + 1)
        if parts or any(getattr(self, name) != value for name, value in fields.items()):
            self._write(fields | {"edited_at": at, "edited_by": by}, by=by, at=at, parts=parts)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete a draft: its author or a reviewer."""
        self._begin(by, Scope.VERDICTS_WRITE, from_="draft", so="Only a draft can be deleted.")
        require_author(by, self)
        self._remove(by=by, at=moment(at))
        self.claim.settle()

    @transaction.atomic
    def submit(self, *, by: Any, at: datetime | None = None) -> None:
        """Send a draft to review; it is frozen from now on. Raises Missing."""
        self._begin(by, Scope.VERDICTS_WRITE, from_="draft", so="Only a draft goes to review.")
        self._require_complete()
        at = moment(at)
        self._move("submitted", by=by, at=at, submitted_at=at, submitted_by=by)

    @transaction.atomic
    def withdraw(self, *, by: Any, at: datetime | None = None) -> None:
        """The author takes it back from review, without a reason."""
        so = "Only a verdict that waits for review can be withdrawn."
        self._begin(by, Scope.VERDICTS_WRITE, from_="submitted", so=so)
        if not self.was_sent_by(by):
            raise NotAllowed(
                f"Only {self.created_by.display_name}, who wrote it, can withdraw it. "
                "A reviewer can send it back, with a reason."
            )
        self._move("draft", by=by, at=moment(at), submitted_at=None, submitted_by=None)

    @transaction.atomic
    def return_(self, *, by: Any, reason: str, at: datetime | None = None) -> None:
        """A reviewer sends it back to its author. Raises Missing without a reason."""
        so = "Only a verdict that waits for review can be sent back."
        self._begin(by, Scope.VERDICTS_PUBLISH, from_="submitted", so=so)
        why = "Say why you send it back, so that the author knows what to change."
        _require_words(reason, why, field="reason")
        at = moment(at)
        returned = {"returned_at": at, "returned_by": by, "return_reason": reason.strip()}
        self._move("draft", by=by, at=at, submitted_at=None, submitted_by=None, **returned)

    @transaction.atomic
    def publish(self, *, by: Any, at: datetime | None = None, notice: str = "") -> None:
        """
        Put this verdict before readers, in place of the one that stands.

        `notice` tells readers what changed and why; it is needed once the claim has ever been
        published. Raises Missing without it or without evidence, NotAllowed for the one who last
        changed the verdict unless FOUR_EYES is off.
        """
        so = "Only a verdict that waits for review can be published."
        self._begin(by, Scope.VERDICTS_PUBLISH, from_="submitted", so=so)
        _refuse_if_closed(self.claim)
        self._require_complete()
        if self.claim.was_published():
            _require_words(
                notice,
                "This claim has been published before, so this is a correction. Say in a notice "
                "what changed and why; readers will see it.",
                field="notice",
            )
        if self.needs_other_eyes_than(by):
            raise NotAllowed(who_else_may_publish(by), code="four_eyes")
        at = take_turn(at)
        self.claim.follow(by=by, at=at)
        self._supersede(by=by, at=at)
        four_eyes = not self.was_last_changed_by(by)
        published = {"published_at": at, "published_by": by, "four_eyes": four_eyes}
        self._move("published", by=by, at=at, notice=notice.strip(), **published)
        self.claim.open_to_readers(at, cited=self.cited_sources())
        record_publication(self, at=at, notice=notice.strip())

    @transaction.atomic
    def retract(self, *, by: Any, reason: str, at: datetime | None = None) -> None:
        """Take a published verdict back, in the open: readers see the reason. Raises Missing."""
        so = "Only a published verdict can be retracted."
        self._begin(by, Scope.VERDICTS_PUBLISH, from_="published", so=so)
        _require_words(
            reason, "Say why it is retracted; readers will see the reason.", field="reason"
        )
        at = take_turn(at)
        self.end(by=by, at=at, reason=reason.strip())
        record_retraction(self, at=at, notice=reason.strip())

    def end(self, *, by: Any, at: datetime, reason: str) -> None:
        """Stop standing. Called by acts that leave the public record to say so in their turn."""
        why = {"retraction_reason": reason}
        self._move("retracted", by=by, at=at, retracted_at=at, retracted_by=by, **why)

    def was_sent_by(self, person: Any) -> bool:
        """Whether this person wrote it or sent it to review, and so may take it back from there."""
        return getattr(person, "pk", None) in (self.created_by_id, self.submitted_by_id)

    def was_last_changed_by(self, person: Any) -> bool:
        """Whether what it says, evidence included, is as this person left it."""
        return person is not None and person.pk == self.edited_by_id

    def needs_other_eyes_than(self, reviewer: Any) -> bool:
        """Whether four eyes keep this reviewer from publishing it."""
        return settings.FOUR_EYES and self.was_last_changed_by(reviewer)

    def cited_sources(self) -> Iterable[int | None]:
        """The sources that its evidence names to readers, by primary key."""
        return self.evidence.filter(protected="").values_list("source", flat=True)

    def _begin(self, by: Any, scope: Scope, *, from_: str, so: str) -> None:
        """Check the person, wait for one's turn on the claim, and check the state."""
        require(by, scope)
        self.claim._lock()
        # As stored now: an instance read earlier may still say draft.
        state = type(self).objects.filter(pk=self.pk).values_list("state", flat=True).first()
        if state is None:
            raise Stale("Somebody has deleted this verdict since you opened it.")
        if state != from_:
            raise Refused(f"{WHERE_IT_IS[state]} {so}", code=f"is_{state}")

    def _move(self, state: str, *, by: Any, at: datetime, **values: Any) -> None:
        self._write({"state": state} | values, by=by, at=at)
        self.claim.settle()

    def _supersede(self, *, by: Any, at: datetime) -> None:
        for standing in self.claim.verdicts.standing():
            standing._write({"state": "superseded", "superseded_at": at}, by=by, at=at)

    def _require_complete(self) -> None:
        """What a reviewer is shown, and a reader, has a summary and evidence to follow."""
        _require_words(self.summary, "It has no summary yet: the finding in a sentence or two.")
        if not self.evidence.followable().exists():
            raise Missing(
                "It needs at least one piece of evidence that can be followed: a URL, a described "
                "record, or the reason why a source is protected.",
                code="no_evidence",
            )

    def _replace_evidence(
        self, items: Sequence[Mapping[str, Any]], at: datetime, *, version: int
    ) -> list[Difference]:
        """A URL was retrieved today, unless the item or what is stored says when."""
        dates = dict(self.evidence.values_list("public_id", "retrieved_at"))
        dated = [
            {
                **item,
                "retrieved_at": item.get("retrieved_at") or dates.get(item.get("id")) or at.date(),
            }
            if item.get("url")
            else item
            for item in items
        ]
        return replace_parts(self, "evidence", dated, evidence_list.FIELDS, version=version)


def _require_words(text: str, otherwise: str, field: str = "") -> None:
    if not text.strip():
        raise Missing(otherwise, field=field)


def _refuse_if_closed(claim: Any) -> None:
    if claim.closed_at is not None:
        reason = claim.get_close_reason_display().lower()
        raise Refused(f"This claim is closed ({reason}). Reopen it first.", code="closed")


def who_else_may_publish(by: Any) -> str:
    """Why the one who last changed a verdict does not publish it, and who may instead."""
    others = [
        user.display_name for user in User.objects.holding(Scope.VERDICTS_PUBLISH) if user != by
    ]
    if not others:
        return (
            "You last changed this verdict, so somebody else must publish it, and nobody else "
            "here may. Give somebody the role reviewer, or set FOUR_EYES=off for a desk of one."
        )
    who = ", ".join(others[:5]) + (" and others" if len(others) > 5 else "")
    return f"You last changed this verdict, so somebody else must publish it: {who}."
