"""ClaimAnchor: where a claim's words stand in one revision of its article, and who said so."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from claims.anchoring import Anchor, State
from claims.models.anchor import CONTEXT, place_in

SURE_TO = 4


class AnchorState(models.TextChoices):
    """What became of a claim's words in the latest revision of its article."""

    EXACT = State.EXACT.value, "Same place"
    MOVED = State.MOVED.value, "Moved"
    CHANGED = State.CHANGED.value, "Reworded"
    NEEDS_REVIEW = State.NEEDS_REVIEW.value, "Check the new wording"
    LOST = State.LOST.value, "Words no longer in the article"


# The same words: a claim that readers do not see yet follows them silently.
SAME_WORDS = (AnchorState.EXACT, AnchorState.MOVED)
# An editor decides whether the claim goes there.
UNSETTLED = (AnchorState.CHANGED, AnchorState.NEEDS_REVIEW, AnchorState.LOST)
# What puts a claim on a place.
PLACE = ("quote", "prefix", "suffix", "start", "end")


class Decision(models.TextChoices):
    """What an editor made of words that were not the same."""

    ACCEPTED = "accepted", "Accepted"
    MARKED = "marked", "Marked by hand"


class ClaimAnchorQuerySet(models.QuerySet[Any]):
    """What the newsroom asks about places."""

    def in_latest_revisions(self) -> Self:
        """
        Where claims stand in the latest revision that knows of them, later ones last.

        None of a claim that was marked in the latest revision: it stands where it says.
        """
        later = Q(revision__number__gte=F("claim__revision__number"))
        return self.filter(later).order_by("claim", "revision__number")


class ClaimAnchorManager(models.Manager.from_queryset(ClaimAnchorQuerySet)):  # type: ignore[misc]
    """Finds a place by claim and revision, for fixtures."""

    def get_by_natural_key(self, claim: str, article: str, number: int) -> "ClaimAnchor":
        return self.get(
            claim__public_id=claim, revision__article__public_id=article, revision__number=number
        )


class ClaimAnchor(models.Model):
    """
    A claim's words in one revision: the same, others, or none (lost, without a place).

    `state` and the similarities say what was found when the revision came. `decision` says that an
    editor accepted the place, or marked the one that is kept here.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.CASCADE, related_name="anchors")
    revision = models.ForeignKey(
        "claims.ArticleRevision", on_delete=models.PROTECT, related_name="anchors"
    )
    state = models.CharField(max_length=12, choices=AnchorState)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    prefix = models.CharField(max_length=CONTEXT, blank=True)
    suffix = models.CharField(max_length=CONTEXT, blank=True)
    quote_similarity = models.FloatField()
    context_similarity = models.FloatField()
    reasons = models.JSONField(default=list)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_at = models.DateTimeField(null=True)
    # Empty where a command decided.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ClaimAnchorManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="claims_anchor_once_per_revision", fields=["claim", "revision"]
            ),
            models.CheckConstraint(
                name="claims_anchor_state_known", condition=Q(state__in=AnchorState.values)
            ),
            models.CheckConstraint(
                name="claims_anchor_place_whole_or_absent",
                condition=Q(start__isnull=True, end__isnull=True, quote="")
                | Q(start__lt=F("end"), end=F("start") + Length("quote")),
            ),
            models.CheckConstraint(
                name="claims_anchor_without_place_only_when_lost",
                condition=Q(start__isnull=True, state=AnchorState.LOST, decision="")
                | Q(start__isnull=False) & (~Q(state=AnchorState.LOST) | ~Q(decision="")),
            ),
            models.CheckConstraint(
                name="claims_anchor_similarities_from_0_to_1",
                condition=Q(quote_similarity__range=(0, 1), context_similarity__range=(0, 1)),
            ),
            models.CheckConstraint(
                name="claims_anchor_decided_at_with_decided_by_and_decision",
                condition=Q(decision="", decided_at__isnull=True, decided_by__isnull=True)
                | Q(decision__in=Decision.values, decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim}, in revision {self.revision.number}: {self.get_state_display()}"

    def natural_key(self) -> tuple[str, str, int]:
        return self.claim.public_id, *self.revision.natural_key()

    natural_key.dependencies = ["claims.claim", "claims.articlerevision"]  # type: ignore[attr-defined]

    @classmethod
    def found(cls, claim: Any, revision: Any, anchor: Anchor) -> "ClaimAnchor":
        """What re-anchoring found in this revision, not stored yet."""
        place = {} if anchor.start is None else place_in(revision.text, anchor.start, anchor.end)
        return cls(
            claim=claim,
            revision=revision,
            state=anchor.state.value,
            quote_similarity=round(anchor.quote_similarity, SURE_TO),
            context_similarity=round(anchor.context_similarity, SURE_TO),
            reasons=[reason.value for reason in anchor.reasons],
            **place,
        )

    @classmethod
    def keep(cls, claims: Iterable[Any]) -> None:
        """Write down where these claims stand, before they leave the revision."""
        cls.objects.bulk_create(
            (
                cls(
                    claim=claim,
                    revision_id=claim.revision_id,
                    state=AnchorState.EXACT,
                    quote_similarity=1,
                    context_similarity=1,
                    **{name: getattr(claim, name) for name in PLACE},
                )
                for claim in claims
            ),
            ignore_conflicts=True,
        )

    def decide(self, place: dict[str, Any], *, by: Any, at: datetime) -> None:
        """An editor says that the words stand here; nothing where they were found here anyway."""
        is_found = (self.start, self.end) == (place["start"], place["end"])
        if is_found and self.state in SAME_WORDS:
            return
        for name in PLACE:
            setattr(self, name, place[name])
        self.decision = Decision.ACCEPTED if is_found else Decision.MARKED
        self.decided_at, self.decided_by = at, by
        self.save(update_fields=[*PLACE, "decision", "decided_at", "decided_by"])

    @property
    def place(self) -> dict[str, Any]:
        """The fields that put a claim here."""
        return {"revision": self.revision} | {name: getattr(self, name) for name in PLACE}

    @property
    def is_settled(self) -> bool:
        """Whether the claim's words are known to stand here."""
        return self.state in SAME_WORDS or self.decision != ""
