"""What an editor decides about a claim whose words the article has changed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.access import require
from accounts.scopes import Scope
from claims.models.claim_anchor import (
    PLACE,
    SAME_WORDS,
    UNSETTLED,
    AnchorState,
    ClaimAnchor,
)
from claims.models.claim_writing import ClaimWriting
from factcheck.records.change import Change, differences_between
from factcheck.records.clock import moment
from factcheck.records.refusals import Locked, Refused

OTHER_WORDS = (
    "Readers can see this claim, and these are other words than it stands on. A reviewer can amend "
    "it onto them, with a notice for readers."
)


class AnchorVerbs(ClaimWriting):
    """
    The claim's verbs about its place in the latest revision.

    Each is one transaction and takes `by`, a person, and `at`. A claim that readers see stays where
    its document says; its anchor keeps where the same words stand now.
    """

    @transaction.atomic
    def accept_words(self, *, by: Any, at: datetime | None = None) -> None:
        """
        Stand on the words that were found in the latest revision; figures are read from them.

        Raises NotAllowed, Refused where nothing is to be decided or no words were found, Locked for
        other words under a standing verdict, Stale.
        """
        require(by, Scope.CLAIMS_WRITE)
        self._lock()
        anchor = self.anchor_ahead()
        if anchor is None or self.anchor_state not in UNSETTLED:
            raise Refused(
                "The claim stands on these words already; there is nothing to accept.",
                code="settled",
            )
        if anchor.start is None:
            raise Refused(
                "The words are no longer in the article. Mark the words that the claim is about "
                "now, or close it.",
                code="words_gone",
            )
        self._stand_on(anchor.place, by=by, at=moment(at))

    @transaction.atomic
    def mark_words(
        self,
        *,
        by: Any,
        at: datetime | None = None,
        quote: str = "",
        start: int | None = None,
        end: int | None = None,
        prefix: str = "",
        suffix: str = "",
    ) -> None:
        """
        Stand on words of the latest revision that an editor names: by quote, by offsets or both.

        Raises ValidationError on `quote`, NotAllowed, Refused when the claim stands there already,
        Locked for other words under a standing verdict, Stale.
        """
        require(by, Scope.CLAIMS_WRITE)
        self._lock()
        place = self.anchor_values(
            self.article.latest_revision, quote, start=start, end=end, prefix=prefix, suffix=suffix
        )
        self._stand_on(place, by=by, at=moment(at))

    def anchor_ahead(self) -> Any:
        """Its anchor in the latest revision, where the claim itself stands on an earlier one."""
        later = self.anchors.filter(revision__number__gt=self.revision.number)
        return later.select_related("revision").order_by("-revision__number").first()

    def words_ahead(self) -> dict[str, Any]:
        """The place of the same words in the latest revision; empty where it stands there."""
        if self.anchor_state not in SAME_WORDS:
            return {}
        anchor = self.anchor_ahead()
        return {} if anchor is None else anchor.place

    def follow(self, *, by: Any, at: datetime) -> None:
        """
        Go to where the same words stand in the latest revision.

        For the transaction that publishes: a document is written against the latest text.
        """
        place = self.words_ahead()
        if not place:
            return
        self.refresh_from_db(fields=["version", "revision", *PLACE])
        before = {name: getattr(self, name) for name in place}
        ClaimAnchor.keep([self])
        self._swap(place)
        for name, value in place.items():
            setattr(self, name, value)
        told = {name: place[name] for name in ("revision", "start", "end")}
        Change.note(self, differences_between(before, told), by=by, at=at)

    def _stand_on(self, place: dict[str, Any], *, by: Any, at: datetime) -> None:
        stands = self._is_at(place)
        if stands and self.anchor_state not in UNSETTLED:
            raise Refused("The claim stands on these words already.", code="no_change")
        same_words = place["quote"] == self.quote
        if self.has_standing_verdict():
            if not same_words or place["revision"].pk == self.revision_id:
                raise Locked(OTHER_WORDS)
            self._settle_beside(place, by=by, at=at)
            return
        version = self.version + 1
        parts = (
            []
            if same_words
            else self._replace_quantities(None, place["quote"], self.question, version=version)
        )
        self._apply(place | {"anchor_state": AnchorState.EXACT}, by=by, at=at, parts=parts)
        if not same_words:
            self.verdicts.have_read_again()

    def _settle_beside(self, place: dict[str, Any], *, by: Any, at: datetime) -> None:
        """Readers' document stays; the anchor of the latest revision says where its words are."""
        self.anchors.get(revision=place["revision"]).decide(place, by=by, at=at)
        state = AnchorState.EXACT if place["start"] == self.start else AnchorState.MOVED
        self._write({"anchor_state": state}, by=by, at=at)

    def _is_at(self, place: dict[str, Any]) -> bool:
        """Whether this is where the claim is known to stand in the latest revision."""
        anchor = self.anchor_ahead() or self
        known = (anchor.revision_id, anchor.start, anchor.end)
        return known == (place["revision"].pk, place["start"], place["end"])
