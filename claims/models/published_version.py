"""What readers were shown, version by version: documents, and the ledger that binds them."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

HASH = 64
NOTHING_BEFORE = "0" * HASH


class Kind(models.TextChoices):
    """Why a version came to be."""

    PUBLISHED = "published", "Published"
    CORRECTED = "corrected", "Corrected"
    UPDATED = "updated", "Updated"
    RETRACTED = "retracted", "Retracted"
    WITHHELD = "withheld", "Withheld"


# The kinds whose document readers see as the fact check, until the next version.
STANDS = (Kind.PUBLISHED, Kind.CORRECTED, Kind.UPDATED)


class DocumentManager(models.Manager["Document"]):
    """Finds a document by its digest, for fixtures."""

    def get_by_natural_key(self, digest: str) -> "Document":
        return self.get(digest=digest)


class Document(models.Model):
    """
    The bytes that readers get for one version: JSON in the canonical form of RFC 8785.

    Triggers keep a row as it was written. Only the body can go, once a ledger row of the kind
    `withheld` names the digest.
    """

    digest = models.CharField(max_length=HASH, unique=True, help_text="SHA-256, hexadecimal.")
    body = models.BinaryField(null=True)

    objects = DocumentManager()

    def __str__(self) -> str:
        return self.digest

    def natural_key(self) -> tuple[str]:
        return (self.digest,)


# In words of SQL: SQLite uses a partial index only where a query repeats its condition literally.
# And by what it is not: told which kinds it is, SQLite goes by those and sorts what it finds.
TOLD_READERS = RawSQL(
    """NOT ("claims_factcheckversion"."notice" = '')"""
    """ AND NOT ("claims_factcheckversion"."kind" IN ('published', 'withheld'))""",
    (),
    output_field=models.BooleanField(),
)


class VersionQuerySet(models.QuerySet["FactCheckVersion"]):
    """What readers and the ledger's keepers ask."""

    def after(self, sequence: int) -> "VersionQuerySet":
        """The rows behind this one, in the ledger's order."""
        return self.filter(sequence__gt=sequence).order_by("sequence")

    def up_to(self, at: Any) -> "VersionQuerySet":
        """The rows that were there at this instant, latest first."""
        return self.filter(at__lte=at).order_by("-at", "-sequence")

    def first_since(self, at: Any) -> int | None:
        """The number of the first row from this instant on; None if none has come since."""
        rows = self.filter(at__gte=at).order_by("at", "sequence")
        return rows.values_list("sequence", flat=True).first()

    def with_notice(self) -> "VersionQuerySet":
        """The versions that told readers what was wrong: corrections, amendments, retractions."""
        return self.filter(TOLD_READERS)


class FactCheckVersion(models.Model):
    """
    A row of the ledger: append-only, each row bound to the one before it by `previous`.

    `row_hash` is the SHA-256 of the row's other values in the canonical form of RFC 8785; see
    claims.record.ledger. A fact check has its claim's id; its versions count from 1. A row of the
    kind `withheld` carries the digest of the document whose body has gone.
    """

    Kind = Kind

    sequence = models.PositiveBigIntegerField(primary_key=True)
    fact_check = models.ForeignKey(
        "claims.Claim",
        to_field="public_id",
        on_delete=models.PROTECT,
        related_name="versions",
        db_index=False,
    )
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    notice = models.TextField(blank=True)
    at = models.DateTimeField()
    digest = models.CharField(max_length=HASH)
    # Whether a second person published it; empty where nobody has to.
    four_eyes = models.BooleanField(null=True)
    previous = models.CharField(max_length=HASH)
    row_hash = models.CharField(max_length=HASH, unique=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "published version"
        indexes = [
            models.Index(fields=["at", "sequence"], name="claims_version_by_time"),
            models.Index(fields=["digest"], name="claims_version_by_digest"),
            models.Index(fields=["kind", "sequence"], name="claims_version_by_kind"),
            models.Index(
                fields=["sequence"],
                condition=~Q(notice="") & ~Q(kind__in=["published", "withheld"]),
                name="claims_version_corrections",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["fact_check", "version"], name="claims_version_once_per_fact_check"
            ),
            models.CheckConstraint(
                name="claims_version_kind_known", condition=Q(kind__in=Kind.values)
            ),
            models.CheckConstraint(
                name="claims_version_first_is_published",
                condition=Q(version=1, kind=Kind.PUBLISHED)
                | (Q(version__gt=1) & ~Q(kind=Kind.PUBLISHED)),
            ),
            models.CheckConstraint(
                name="claims_version_says_why",
                condition=Q(kind__in=[Kind.PUBLISHED, Kind.UPDATED]) | ~Q(notice=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.kind} {self.fact_check_id} version {self.version}"


class LedgerHead(models.Model):
    """
    The ledger's last row, in the one row of this table.

    Who appends locks it, so numbers and times are given one after the other, and a reader who has
    seen number N will never find a smaller one later. Readers' ETags follow from it.
    """

    ONLY = 1

    sequence = models.PositiveBigIntegerField(default=0)
    row_hash = models.CharField(max_length=HASH, default=NOTHING_BEFORE)
    at = models.DateTimeField(null=True)

    objects: models.Manager["LedgerHead"] = models.Manager()

    class Meta:
        constraints = [models.CheckConstraint(name="claims_ledger_has_one_head", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.row_hash}"
