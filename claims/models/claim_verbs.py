"""What is done with a claim: marked, edited, amended in the open, closed, reopened, removed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.access import require, require_author
from accounts.scopes import Scope
from claims.models.anchor import ANCHOR_INPUT
from claims.models.article import Article
from claims.models.claim_writing import ClaimWriting
from claims.models.positions import settle_conflict, take_turns
from claims.models.question import Question
from claims.models.status import CLOSED, CloseReason, Work, standing_of
from claims.record.ledger import take_turn
from claims.record.publication import record_update
from factcheck.records.change import Difference
from factcheck.records.clock import moment
from factcheck.records.refusals import Locked, Missing, Refused
from sources.models import Source

# What a claim's published document carries: locked while a verdict stands.
IN_DOCUMENT = ANCHOR_INPUT | {"statement", "question"}
AMENDABLE = IN_DOCUMENT | {"attributions", "quantities"}


class ClaimVerbs(ClaimWriting):
    """The claim's verbs. Each is one transaction and takes `by`, a person, and `at`."""

    @classmethod
    @transaction.atomic
    def mark(
        cls,
        *,
        by: Any,
        article: Article,
        quote: str,
        at: datetime | None = None,
        start: int | None = None,
        end: int | None = None,
        prefix: str = "",
        suffix: str = "",
        attributions: Sequence[Mapping[str, Any]] = (),
        quantities: Sequence[Mapping[str, Any]] | None = None,
        **fields: Any,
    ) -> Self:
        """
        A new claim on the words `quote` of the article's latest revision.

        A quote that occurs more than once needs `prefix` and `suffix`, or `start` (code points).
        The statement is the quote unless given, and the figures are read from it.
        Raises ValidationError by field, NotAllowed.
        """
        require(by, Scope.CLAIMS_WRITE)
        at = moment(at)
        claim = cls(article=article, **fields)
        take_turns(claim.question_id)
        article.take_turn()
        claim.anchor_to(
            article.latest_revision, quote, start=start, end=end, prefix=prefix, suffix=suffix
        )
        if not claim.statement:
            claim.statement = claim.quote
        claim._insert(by=by, at=at)
        claim._replace_attributions(attributions, version=claim.version)
        claim._replace_quantities(quantities, claim.quote, claim.question, version=claim.version)
        settle_conflict(claim.question_id)
        return claim

    @transaction.atomic
    def edit(self, *, by: Any, at: datetime | None = None, **changes: Any) -> None:
        """
        Change the named fields; `attributions` replaces the list, `quote` marks other words.

        Raises ValidationError by field, NotAllowed, Stale, and Locked for a field that the
        published document carries while a verdict stands.
        """
        require(by, Scope.CLAIMS_WRITE)
        self._lock(changes.get("question"))
        values, parts = self._resolve(changes)
        changed = {name for name, value in values.items() if getattr(self, name) != value}
        changes_document = bool(parts or changed & IN_DOCUMENT)
        if changes_document and self.has_standing_verdict():
            raise Locked(
                "Readers can see this claim, so its statement, quote, attributions, figures and "
                "question are locked. A reviewer can amend it, with a notice for readers."
            )
        self._apply(values, by=by, at=moment(at), parts=parts)
        if changes_document:
            self.verdicts.have_read_again()

    @transaction.atomic
    def amend(self, *, by: Any, notice: str, at: datetime | None = None, **changes: Any) -> None:
        """
        Correct a published claim's statement, attributions, figures or question, in the open.

        `quote`, or `start` and `end`, put it on other words of the article's latest revision.

        Raises NotAllowed, Refused when nothing is published or nothing would change, Missing
        without a notice, ValidationError by field, Stale.
        """
        require(by, Scope.VERDICTS_PUBLISH)
        self._lock(changes.get("question"))
        verdict = self.verdicts.standing().first()
        if verdict is None:
            raise Refused(
                "Nothing is published here, so there is nothing to amend. Edit the claim.",
                code="not_published",
            )
        if not notice.strip():
            raise Missing(
                "Say in a notice what changes and why; readers will see it.", field="notice"
            )
        if changes.keys() - AMENDABLE:
            raise Refused(
                "Only the statement, the quote, the attributions, the figures and the question can "
                "be amended. Rating, summary, rationale and evidence change with a new verdict.",
                code="not_amendable",
            )
        values, parts = self._resolve(changes)
        if not parts and all(getattr(self, name) == value for name, value in values.items()):
            raise Refused("This amendment changes nothing.", code="no_change")
        at = take_turn(at)
        noted = Difference("notice", None, notice.strip())
        self._apply(self.words_ahead() | values, by=by, at=at, parts=[*parts, noted])
        self.open_to_readers(at, cited=verdict.cited_sources())
        record_update(verdict, at=at, notice=notice.strip())

    @transaction.atomic
    def close(self, *, by: Any, reason: str, at: datetime | None = None) -> None:
        """Take the claim out of the queue. Raises NotAllowed, Refused, Stale, ValidationError."""
        require(by, Scope.CLAIMS_WRITE)
        self._lock()
        if self.has_standing_verdict():
            raise Refused(
                "A published claim cannot be closed. Retract its verdict first.", code="published"
            )
        if self.closed_at is not None:
            raise Refused("This claim is closed already.", code="closed")
        if reason not in CloseReason.values:
            known = ", ".join(CloseReason.values)
            raise ValidationError({"reason": f"A reason is one of {known}."})
        at = moment(at)
        values = {"closed_at": at, "closed_by": by, "close_reason": reason}
        closing = {"verification_status": CLOSED, "work": Work.NONE}
        self._write(values | closing, by=by, at=at)
        settle_conflict(self.question_id)

    @transaction.atomic
    def reopen(self, *, by: Any, at: datetime | None = None) -> None:
        """Put a closed claim back into the queue. Raises NotAllowed, Refused, Stale."""
        require(by, Scope.CLAIMS_WRITE)
        self._lock()
        if self.closed_at is None:
            raise Refused("This claim is not closed.", code="not_closed")
        values = {"closed_at": None, "closed_by": None, "close_reason": ""}
        standing = standing_of(self, closed=False)
        self._write(values | standing._asdict(), by=by, at=moment(at))
        settle_conflict(self.question_id)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """
        Delete a claim that was never published, with its drafts.

        Raises NotAllowed for anyone but its author and reviewers, Refused once published, Stale.
        """
        require(by, Scope.CLAIMS_WRITE)
        require_author(by, self)
        at = moment(at)
        self._lock()
        if self.was_published():
            raise Refused(
                "Readers have seen this claim, so it cannot be deleted. Retract it instead.",
                code="was_published",
            )
        for verdict in self.verdicts.all():
            verdict._remove(by=by, at=at)
        self._remove(by=by, at=at)
        settle_conflict(self.question_id)

    def has_standing_verdict(self) -> bool:
        return self.verdicts.standing().exists()

    def was_published(self) -> bool:
        """Whether readers have ever seen a verdict on it."""
        return self.verdicts.ever_published().exists()

    def settle(self) -> None:
        """Store where the claim stands after a verdict moved. Verdict's verbs call this."""
        standing = standing_of(self, closed=self.closed_at is not None)
        type(self).objects.filter(pk=self.pk).update(**standing._asdict())
        self.verification_status, self.work = standing
        settle_conflict(self.question_id)

    def open_to_readers(self, at: datetime, *, cited: Iterable[int | None] = ()) -> None:
        """
        Readers may see from now on what the published claim names: article, question, sources.

        `cited` are the ids of sources that its verdict names.
        """
        article = Article.objects.filter(pk=self.article_id)
        named = {*article.values_list("publisher", flat=True), *cited}
        for source, via in self.attributions.values_list("source", "via"):
            named |= {source, via}
        article.open_to_readers(at)
        Question.objects.filter(pk=self.question_id).open_to_readers(at)
        Source.objects.filter(pk__in=named).open_to_readers(at)
