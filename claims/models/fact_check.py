"""What readers are shown: documents, the ledger of their versions, and when each of them stood."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from factcheck.index.finding import found
from factcheck.records.public_id import LENGTH

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


PLACE_OF_SOURCE = "place_of_source"


def one_of(column: str, values: Sequence[Any]) -> Q:
    """Rows with one of the values in this column; with a single one an index stays in order."""
    return Q(**{column: values[0]}) if len(values) == 1 else Q(**{f"{column}__in": values})


class PeriodQuerySet(models.QuerySet["FactCheckPeriod"]):
    """What readers ask of the fact checks that stand, or stood."""

    def standing(self) -> "PeriodQuerySet":
        """What readers are shown now."""
        return self.filter(to_sequence__isnull=True)

    def matching(self, search: str) -> "PeriodQuerySet":
        """What a search finds in claims, findings and who says so."""
        return self.filter(found("factchecks", search))

    def of_source(self, source: str, *, ratings: Sequence[str] = ()) -> "PeriodQuerySet":
        """
        Those in which this source (its public id) takes a stand; rated one of these, if any.

        PLACE_OF_SOURCE is each one's place, once more: order by that, and the rows are read off
        the source's own index in order, whether it has taken a stand on ten checks or a million.
        """
        entry = Q(sources__source=source)
        if ratings:
            entry &= one_of("sources__rating", ratings)
        return self.filter(entry).alias(**{PLACE_OF_SOURCE: models.F("sources__place")})

    def as_of(self, sequence: int) -> "PeriodQuerySet":
        """What readers were shown when this was the ledger's last row."""
        return self.filter(
            Q(to_sequence__isnull=True) | Q(to_sequence__gt=sequence),
            from_sequence__lte=sequence,
            # Says nothing new, but an index on the list's order can be entered with it.
            place__lte=sequence,
        )


class FactCheckPeriodManager(models.Manager["FactCheckPeriod"]):
    """Finds a period by the version that it shows, for fixtures."""

    def get_by_natural_key(self, fact_check: str, version: int) -> "FactCheckPeriod":
        return self.get(fact_check__public_id=fact_check, version=version)


class FactCheckPeriod(models.Model):
    """
    From when to when a version stood, and what lists of fact checks filter and order by.

    A read model: everything in it follows from the ledger and the documents, and
    `manage.py rebuild_periods` makes it anew. It stood from the ledger's row `from_sequence` until
    just before `to_sequence`, which is empty while it stands.
    """

    fact_check = models.ForeignKey(
        "claims.Claim",
        to_field="public_id",
        on_delete=models.PROTECT,
        related_name="periods",
        db_index=False,
    )
    version = models.PositiveIntegerField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="periods")
    from_sequence = models.PositiveBigIntegerField()
    to_sequence = models.PositiveBigIntegerField(null=True)
    # Where it stands in lists, newest first: the row that editors last published it with. A
    # version that only follows a renamed source keeps the place of the one before.
    place = models.PositiveBigIntegerField()
    published_at = models.DateTimeField()
    slug = models.CharField(max_length=70)
    rating = models.CharField(max_length=40)
    language = models.CharField(max_length=35)
    article = models.CharField(max_length=LENGTH)
    # claims.record.addresses.key_of the article's URL.
    address = models.CharField(max_length=32, null=True)
    start = models.PositiveIntegerField()
    question = models.CharField(max_length=LENGTH, null=True)
    words = models.TextField(help_text="What a search looks through.")
    said = models.TextField(help_text="Statement and quote: what a match is looked for in.")

    objects = FactCheckPeriodManager.from_queryset(PeriodQuerySet)()

    class Meta:
        indexes = [
            models.Index(fields=["place"], name="claims_period_by_place"),
            models.Index(fields=["rating", "place"], name="claims_period_by_rating"),
            models.Index(fields=["language", "place"], name="claims_period_by_language"),
            models.Index(fields=["question", "place"], name="claims_period_by_question"),
            models.Index(fields=["article", "start"], name="claims_period_by_article"),
            models.Index(fields=["address", "start"], name="claims_period_by_address"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["fact_check"],
                condition=Q(to_sequence__isnull=True),
                name="claims_period_one_standing",
            ),
            models.UniqueConstraint(
                fields=["fact_check", "version"], name="claims_period_once_per_version"
            ),
            models.CheckConstraint(
                name="claims_period_ends_after_it_begins",
                condition=Q(to_sequence__isnull=True)
                | Q(to_sequence__gt=models.F("from_sequence")),
            ),
            models.CheckConstraint(
                name="claims_period_place_is_no_later",
                condition=Q(place__lte=models.F("from_sequence")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact_check_id} version {self.version}"

    def natural_key(self) -> tuple[str, int]:
        return self.fact_check_id, self.version

    natural_key.dependencies = ["claims.claim"]  # type: ignore[attr-defined]


class SourceInPeriodQuerySet(models.QuerySet["SourceInPeriod"]):
    """What readers ask of one source."""

    def standing(self) -> "SourceInPeriodQuerySet":
        """Where readers are shown it now."""
        return self.filter(to_sequence__isnull=True)

    def of(self, source: str, *, ratings: Sequence[str] = ()) -> "SourceInPeriodQuerySet":
        """Where this source (its public id) takes a stand; rated one of these, if any."""
        entries = self.filter(source=source)
        return entries.filter(one_of("rating", ratings)) if ratings else entries


class SourceInPeriodManager(models.Manager["SourceInPeriod"]):
    """Finds an entry by its period and source, for fixtures."""

    def get_by_natural_key(self, fact_check: str, version: int, source: str) -> "SourceInPeriod":
        return self.get(
            period__fact_check__public_id=fact_check, period__version=version, source=source
        )


class SourceInPeriod(models.Model):
    """
    A source's stance in a period's document, with what lists by source filter and order by.

    Its `rating`, `place`, `to_sequence` and `document` are the period's, so that such a list is
    read off one index and leads to the documents at once, however many checks the source stands in.
    """

    period = models.ForeignKey(FactCheckPeriod, on_delete=models.CASCADE, related_name="sources")
    source = models.CharField(max_length=LENGTH)
    stance = models.CharField(max_length=10)
    rating = models.CharField(max_length=40)
    place = models.PositiveBigIntegerField()
    to_sequence = models.PositiveBigIntegerField(null=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    objects = SourceInPeriodManager.from_queryset(SourceInPeriodQuerySet)()

    class Meta:
        # What a list asks for stands in the index, so that no entry has to be looked up.
        indexes = [
            models.Index(
                fields=["source", "place", "to_sequence", "document"],
                name="claims_period_by_source",
            ),
            models.Index(
                fields=["source", "rating", "place", "to_sequence", "document"],
                name="claims_period_by_both",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["period", "source"], name="claims_period_source_once")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.stance} {self.period}"

    def natural_key(self) -> tuple[str, int, str]:
        return *self.period.natural_key(), self.source

    natural_key.dependencies = ["claims.factcheckperiod"]  # type: ignore[attr-defined]
