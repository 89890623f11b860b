"""Claim: a checkable statement, anchored to an exact span of an article."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from claims.models.anchor import Anchored
from claims.models.anchor_verbs import AnchorVerbs
from claims.models.article import Article
from claims.models.claim_anchor import AnchorState
from claims.models.claim_queries import ClaimManager, ClaimQuerySet
from claims.models.claim_verbs import ClaimVerbs
from claims.models.question import Question
from claims.models.revision import ArticleRevision
from claims.models.status import CLOSED, RESERVED, UNCHECKED, CloseReason, Work
from factcheck.records.record import Record

# Names in indexes, with what lists of claims are narrowed by and the columns that they go by.
FILTERS = {
    "status": "verification_status",
    "work": "work",
    "assignee": "assignee",
    "anchor": "anchor_state",
}
ORDERS = {"": "created_at", "_due": "due_at", "_start": "start"}


class Claim(ClaimVerbs, AnchorVerbs, Anchored, Record):
    """A checkable statement in an article, who stands where on it, and what we found."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    revision = models.ForeignKey(
        ArticleRevision, on_delete=models.PROTECT, related_name="claims", editable=False
    )
    statement = models.CharField(
        max_length=500,
        help_text="One sentence that can be checked and stands alone, without the article.",
    )
    question = models.ForeignKey(
        Question,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="What it answers, with a figure or a stance; answers to one are compared.",
    )
    repeats = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="repeated_by",
        help_text="The same claim, marked before in another article.",
    )
    note = models.TextField(blank=True, help_text="For the desk only; readers never see it.")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_claims",
        help_text="Who works on it.",
    )
    due_at = models.DateTimeField("due", null=True, blank=True, help_text="When it is needed.")

    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    close_reason = models.CharField(max_length=20, choices=CloseReason, blank=True, editable=False)

    # What the verdicts and the closing add up to: standing_of() is the definition, and the verbs
    # store its answer so that lists filter on an index.
    verification_status = models.CharField(max_length=40, default=UNCHECKED, editable=False)
    work = models.CharField(max_length=10, choices=Work, default=Work.NONE, editable=False)

    # How its words fare in the latest revision. The claim itself stands on `revision` until it
    # moves; its anchors say where the words are in each.
    anchor_state = models.CharField(
        "in the latest text",
        max_length=12,
        choices=AnchorState,
        default=AnchorState.EXACT,
        editable=False,
    )

    objects = ClaimManager()
    fixed = MappingProxyType(
        {"article": "A claim stays in its article. Mark the words anew in the other one."}
    )

    class Meta:
        indexes = [
            # Each ends in an order of the lists, so that none is sorted: decision 0019.
            models.Index(fields=["created_at", "public_id"], name="claims_claim_by_creation"),
            models.Index(fields=["due_at", "public_id"], name="claims_claim_by_due"),
            models.Index(fields=["start", "public_id"], name="claims_claim_by_start"),
            models.Index(
                fields=["due_at", "created_at", "public_id"],
                name="claims_claim_without_due",
            ),
            # Of the few that are due, those due within a while are soon met in any order.
            *(
                models.Index(
                    fields=[order, "public_id"],
                    name=f"claims_claim_due_by_{name}",
                    condition=Q(due_at__isnull=False),
                )
                for name, order in (("creation", "created_at"), ("start", "start"))
            ),
            models.Index(
                fields=["created_at", "public_id"],
                name="claims_claim_public",
                condition=~Q(verification_status__in=RESERVED),
            ),
            models.Index(
                fields=["start", "public_id"],
                name="claims_claim_public_by_start",
                condition=~Q(verification_status__in=RESERVED),
            ),
            *(
                models.Index(
                    fields=[column, order, "public_id"], name=f"claims_claim_by_{name}{end}"
                )
                for name, column in FILTERS.items()
                for end, order in ORDERS.items()
            ),
            models.Index(
                fields=["article", "start", "public_id"],
                name="claims_claim_by_article_start",
            ),
            models.Index(
                fields=["question", "created_at", "public_id"],
                name="claims_claim_by_question",
            ),
            models.Index(
                fields=["question", "due_at", "public_id"], name="claims_claim_by_asked_due"
            ),
            models.Index(
                fields=["question", "start", "public_id"], name="claims_claim_by_asked_start"
            ),
            # For the queue: who holds how many that are not decided.
            models.Index(fields=["verification_status", "assignee"], name="claims_claim_held"),
            models.Index(fields=["work", "assignee"], name="claims_claim_held_at_work"),
        ]
        constraints = [
            models.CheckConstraint(
                name="claims_claim_statement_not_blank",
                condition=~Q(statement=""),
                violation_error_message="A claim needs a statement.",
            ),
            models.CheckConstraint(
                name="claims_claim_span_not_empty", condition=Q(start__lt=F("end"))
            ),
            models.CheckConstraint(
                name="claims_claim_quote_as_long_as_its_span",
                condition=Q(end=F("start") + Length("quote")),
            ),
            models.CheckConstraint(
                name="claims_claim_anchor_state_known",
                condition=Q(anchor_state__in=AnchorState.values),
            ),
            models.CheckConstraint(
                name="claims_claim_does_not_repeat_itself",
                condition=Q(repeats__isnull=True) | ~Q(repeats=F("id")),
                violation_error_message="A claim does not repeat itself.",
            ),
            models.CheckConstraint(
                name="claims_claim_closed_at_with_closed_by_and_reason",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, close_reason="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(close_reason="")),
            ),
            models.CheckConstraint(
                name="claims_claim_closed_when_it_says_so",
                condition=Q(closed_at__isnull=True) & ~Q(verification_status=CLOSED)
                | Q(closed_at__isnull=False, verification_status=CLOSED, work=Work.NONE),
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def alike(self) -> ClaimQuerySet:
        """Other claims on the same words: decision 0022."""
        there = Claim.objects.on_words(self.article_id, self.revision_id, self.start, self.end)
        return there.exclude(pk=self.pk)
