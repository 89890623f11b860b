"""A claim whose article has a new version: its words before and after, and what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from accounts.access import may
from accounts.scopes import Scope
from claims.admin.status import is_public, status_badge, with_status_names
from claims.models import AnchorState, ClaimAnchor
from claims.models.claim_anchor import UNSETTLED
from claims.models.places import with_places
from factcheck.desk.word_diff import Run, word_diff

# What an editor looks at first.
URGENT_FIRST = ("needs_review", "lost", "changed", "moved", "exact")


@dataclass
class Card:
    """
    One claim on the page of two versions; `old` and `new` are its words there, if any.

    `is_open`: an editor has still to decide, here, in the latest version.
    """

    claim: Any
    state: str
    label: str
    old: Any
    new: Any
    is_open: bool
    is_public: bool
    may_amend: bool
    badge: Any
    reasons: list[str]
    decision: str
    # What was refused, why, and what had been typed.
    refused: str = ""
    error: str = ""
    typed: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> list[Run]:
        """The old words and the new ones in one."""
        return word_diff(self.old.quote if self.old else "", self.new.quote if self.new else "")

    @property
    def same_words(self) -> bool:
        return bool(self.old and self.new and self.old.quote == self.new.quote)

    @property
    def is_locked(self) -> bool:
        """Readers see the claim, and these are not its words: that takes an amendment."""
        return self.is_public and not self.same_words

    @property
    def public_id(self) -> str:
        return str(self.claim.public_id)


def cards_of(article: Any, revision: Any, user: Any, *, latest: bool) -> list[Card]:
    """Every claim that was looked for in this revision, the urgent ones first."""
    reviewer = may(user, Scope.VERDICTS_PUBLISH)
    claims = {each.pk: each for each in with_status_names(article.claims.all())}
    origins = _origins_of(claims.values(), revision)
    anchors = ClaimAnchor.objects.filter(revision=revision).order_by("start", "pk")
    cards = []
    for anchor in anchors.select_related("decided_by"):
        claim, old = claims[anchor.claim_id], origins.get(anchor.claim_id)
        if old is None:
            # It was kept only because the claim left this revision later.
            continue
        undecided = not anchor.decision and claim.anchor_state in UNSETTLED
        cards.append(
            Card(
                claim=claim,
                state=anchor.state,
                label=AnchorState(anchor.state).label,
                old=old,
                new=anchor if anchor.start is not None else None,
                is_open=latest and undecided and claim.closed_at is None,
                is_public=is_public(claim),
                may_amend=is_public(claim) and reviewer,
                badge=status_badge(claim),
                reasons=anchor.reasons,
                decision=_decision_on(anchor, claim),
            )
        )
    return sorted(cards, key=lambda card: URGENT_FIRST.index(card.state))


def where_they_stand(claims: Iterable[Any]) -> list[Any]:
    """
    These claims, loaded with their revision, to be shown on the latest text, in its order.

    One whose words are there (`is_here`) has their `start` and `end` in it, though readers' claims
    may themselves stand on an earlier text; of the others `unsettled` says why they have none.
    """
    placed = []
    for claim, place in with_places(claims):
        claim.is_here = place.state not in UNSETTLED
        claim.unsettled = "" if claim.is_here else claim.get_anchor_state_display()
        if claim.is_here:
            claim.start, claim.end = place.start, place.end
        placed.append(claim)
    return sorted(placed, key=lambda each: (each.start, each.end))


def changed_words(claim: Any) -> dict[str, Any]:
    """What a page says above a claim whose words the article has changed; else nothing."""
    if claim.anchor_state not in UNSETTLED:
        return {}
    anchor = claim.anchor_ahead()
    if anchor is None:
        return {}
    address = versions_address(claim.article, anchor.revision.number)
    return {
        "label": claim.get_anchor_state_display(),
        "reasons": anchor.reasons,
        "runs": word_diff(claim.quote, anchor.quote),
        "address": f"{address}#claim-{claim.public_id}",
    }


def versions_address(article: Any, number: int) -> str:
    return address_of_version(article.public_id, number)


def address_of_version(article_id: str, number: int) -> str:
    """The page that shows this version of an article's text beside the one before."""
    return reverse("admin:claims_article_versions", args=[article_id, number])


def _origins_of(claims: Iterable[Any], revision: Any) -> dict[int, Any]:
    """The words with which each claim came to this revision: its latest place before it."""
    claims = list(claims)
    before = ClaimAnchor.objects.filter(
        claim__in=claims, revision__number__lt=revision.number, start__isnull=False
    )
    origins = {
        anchor.claim_id: anchor
        for anchor in before.order_by("revision__number")
        if anchor.is_settled
    }
    numbers = dict(revision.article.revisions.values_list("pk", "number"))
    own = {each.pk: each for each in claims if numbers[each.revision_id] < revision.number}
    return own | origins


def _decision_on(anchor: Any, claim: Any) -> str:
    """What has been decided, and by whom."""
    if anchor.decision:
        who = anchor.decided_by.display_name if anchor.decided_by else "a command"
        return f"{anchor.get_decision_display()} by {who}"
    return f"Closed: {claim.get_close_reason_display().lower()}" if claim.closed_at else ""
