"""How a claim is written, whichever verb does it: one at a time, with its place and its parts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist

from claims.models import attribution
from claims.models.anchor import ANCHOR_INPUT
from claims.models.claim_anchor import PLACE, AnchorState, ClaimAnchor
from claims.models.figures import answer_of, as_edited, read_again, settle_answer
from claims.models.figures import write as write_figures
from claims.models.positions import settle_conflict, take_turns
from claims.models.question import Question
from factcheck.records.change import Difference
from factcheck.records.parts import replace_parts
from factcheck.records.refusals import Stale

# What moves an anchor when it differs; prefix and suffix only help to find it.
SPAN = ("quote", "start", "end")
# What somebody else's verb may have moved since this instance was read.
LIFE = (
    "question",
    "closed_at",
    "closed_by",
    "close_reason",
    "verification_status",
    "work",
    "anchor_state",
)


class ClaimWriting:
    """What the claim's verbs share: the lock, and changes as they are stored."""

    if TYPE_CHECKING:
        # The row itself: Claim's fields and what Record gives.
        objects: Any
        statement: Any

        def __init__(self, **fields: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...

    def _lock(self, next_question: Any = None) -> None:
        """
        One act at a time on a claim and on its questions, and where it stands is read anew.

        Row locks serve PostgreSQL; SQLite takes turns anyway. Raises Stale for a deleted claim.
        """
        row = type(self).objects.select_for_update(no_key=True)
        try:
            self.refresh_from_db(fields=LIFE, from_queryset=row)
        except ObjectDoesNotExist as error:
            raise Stale("Somebody has deleted this claim since you opened it.") from error
        take_turns(self.question_id, getattr(next_question, "pk", None))

    def _resolve(self, changes: Mapping[str, Any]) -> tuple[dict[str, Any], list[Difference]]:
        """These changes as values of fields, the anchor's among them, and replaced parts."""
        values = dict(changes)
        attributions = values.pop("attributions", None)
        quantities = values.pop("quantities", None)
        anchor = {name: values.pop(name) for name in list(values) if name in ANCHOR_INPUT}
        self._require_editable(values)
        values |= self._moved(anchor)
        parts: list[Difference] = []
        if attributions is not None:
            parts += self._replace_attributions(attributions, version=self.version + 1)
        quote = values.get("quote", self.quote)
        if quantities is not None or quote != self.quote:
            question = values.get("question", self.question)
            parts += self._replace_quantities(quantities, quote, question, version=self.version + 1)
        return values, parts

    def _moved(self, anchor: Mapping[str, Any]) -> dict[str, Any]:
        """The fields that move the anchor; none where these words are where it stands."""
        given = {name: value for name, value in anchor.items() if value is not None}
        as_it_stands = all(
            given.get(name, getattr(self, name)) == getattr(self, name) for name in SPAN
        )
        by_offsets = {"start", "end"} <= given.keys()
        # Offsets alone are those of the latest revision, where they may hold other words.
        if not given or (as_it_stands and ("quote" in given or not by_offsets)):
            return {}
        if not by_offsets:
            given.setdefault("quote", self.quote)
        place = self.anchor_values(self.article.latest_revision, **given)
        if as_it_stands and place["revision"].pk == self.revision_id:
            return {}
        return place | {"anchor_state": AnchorState.EXACT}

    def _apply(self, values: dict[str, Any], **written: Any) -> None:
        """Write, and settle what follows from the place, the question and the figures."""
        before = self.question_id
        if "revision" in values:
            ClaimAnchor.keep([self])
        if self._write(values, **written):
            if "revision" in values:
                self._decide_anchor(by=written["by"], at=written["at"])
            settle_answer(self, picked=answer_of(self))
            settle_conflict(before, self.question_id)

    def _decide_anchor(self, *, by: Any, at: datetime) -> None:
        """The claim has been put where it stands now: its anchor there says so."""
        anchor = self.anchors.filter(revision=self.revision_id).first()
        if anchor is not None:
            anchor.decide({name: getattr(self, name) for name in PLACE}, by=by, at=at)

    def _replace_attributions(
        self, items: Sequence[Mapping[str, Any]], *, version: int
    ) -> list[Difference]:
        return replace_parts(self, "attributions", items, attribution.FIELDS, version=version)

    def _replace_quantities(
        self,
        items: Sequence[Mapping[str, Any]] | None,
        quote: str,
        question: Question | None,
        *,
        version: int,
    ) -> list[Difference]:
        """The figures as an editor lists them, else as the quote says them."""
        figures = read_again(self, quote) if items is None else as_edited(self, items, question)
        return write_figures(self, figures, version=version)
