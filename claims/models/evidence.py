"""Evidence: what a verdict rests on."""

from typing import Any

from django.db import models
from django.db.models import Q

from factcheck.records.parts import Part
from factcheck.records.record import RecordManager
from sources.models import Source

# What a piece says itself; then with the row that it names.
SAID = (
    "stance",
    "url",
    "title",
    "excerpt",
    "archived_url",
    "retrieved_at",
    "record",
    "protected",
)
FIELDS = ("source", *SAID)
# What readers do not get of a piece whose source is protected.
GIVES_AWAY = ("source", "url", "archived_url", "record")


def without_protected_source(piece: dict[str, Any]) -> dict[str, Any]:
    """The piece, with the keys FIELDS at least, as readers get it."""
    return piece | dict.fromkeys(GIVES_AWAY) if piece["protected"] else piece


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """What publishing asks about evidence."""

    def followable(self) -> "EvidenceQuerySet":
        """Evidence that a reader can follow, or is told why not."""
        return self.exclude(url="", record="", protected="")


class Evidence(Part):
    """
    One thing that a verdict rests on.

    It can be followed when it has a URL (with the date on which it was retrieved), a described
    record, or the reason why its source is protected. Readers never see a protected source.
    """

    class Stance(models.TextChoices):
        SUPPORTS = "supports", "Supports the claim"
        REFUTES = "refutes", "Refutes the claim"
        CONTEXT = "context", "Gives context"

    verdict = models.ForeignKey("claims.Verdict", on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        help_text="Who published or said it.",
    )
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.CONTEXT)
    url = models.URLField("URL", max_length=2000, blank=True)
    title = models.CharField(max_length=300, blank=True)
    excerpt = models.TextField(blank=True, help_text="The words that matter, quoted exactly.")
    archived_url = models.URLField(
        "archive copy", max_length=2000, blank=True, help_text="A copy that will not change."
    )
    retrieved_at = models.DateField(
        "retrieved on", null=True, blank=True, help_text="Today, unless you say otherwise."
    )
    record = models.TextField(
        "described record",
        blank=True,
        help_text="Without a URL: who said or showed what, to whom, when, and where it is kept.",
    )
    protected = models.TextField(
        "why the source is protected",
        blank=True,
        help_text="Readers see this reason in place of the source.",
    )

    objects = RecordManager.from_queryset(EvidenceQuerySet)()

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                name="claims_evidence_stance_known",
                condition=Q(stance__in=["supports", "refutes", "context"]),
            ),
            models.CheckConstraint(
                name="claims_evidence_url_with_retrieved_at",
                condition=Q(url="", retrieved_at__isnull=True)
                | (~Q(url="") & Q(retrieved_at__isnull=False)),
                violation_error_message="A URL and the date it was retrieved go together.",
            ),
            models.CheckConstraint(
                name="claims_evidence_protected_has_no_address",
                condition=Q(protected="") | Q(url="", archived_url=""),
                violation_error_message="A protected source has no URL: it would give it away.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or self.record[:60] or self.protected[:60] or "Evidence"
