"""What stands as a fact check, and stood: each version's period, and what lists of them go by."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q

from claims.models.published_version import Document
from factcheck.index.finding import found
from factcheck.records.public_id import LENGTH

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
