"""Attribution: who stands where on a claim."""

from django.db import models
from django.db.models import F, Q

from factcheck.records.parts import Part
from factcheck.records.record import RecordManager
from sources.models import Source

FIELDS = ("source", "stance", "via", "at")


class Attribution(Part):
    """A source's stance on a claim. The first that asserts is the claimant."""

    class Stance(models.TextChoices):
        ASSERTS = "asserts", "Asserts"
        DENIES = "denies", "Denies"
        DOUBTS = "doubts", "Doubts"

    claim = models.ForeignKey("claims.Claim", on_delete=models.CASCADE, related_name="attributions")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attributions")
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.ASSERTS)
    via = models.ForeignKey(
        Source,
        verbose_name="reported by",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="relayed_attributions",
        help_text="Who passed it on, if the source was not heard directly.",
    )
    at = models.DateField(
        "said on", null=True, blank=True, help_text="When the source said so, if known."
    )

    objects = RecordManager()

    class Meta:
        indexes = [models.Index(fields=["source", "stance"], name="claims_attribution_by_source")]
        constraints = [
            models.UniqueConstraint(
                name="claims_attribution_source_once_per_claim",
                fields=["claim", "source"],
                violation_error_message="This source is named twice on the claim.",
            ),
            models.CheckConstraint(
                name="claims_attribution_stance_known",
                condition=Q(stance__in=["asserts", "denies", "doubts"]),
            ),
            models.CheckConstraint(
                name="claims_attribution_not_via_itself",
                condition=Q(via__isnull=True) | ~Q(via=F("source")),
                violation_error_message="A source does not report itself; leave this empty.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.stance}"
