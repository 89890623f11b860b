"""Source: anyone or anything that says or publishes something, and the names it goes by."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models.functions import Lower

from accounts.access import ReadableQuerySet, require, require_author
from accounts.scopes import Scope
from factcheck.index.finding import found
from factcheck.index.likeness import Alike, likeness
from factcheck.index.relevance import best_first
from factcheck.records.change import Difference
from factcheck.records.clock import moment
from factcheck.records.record import Record, RecordManager
from factcheck.records.slugs import free_slug


class SourceQuerySet(ReadableQuerySet):
    """What the newsroom asks about sources."""

    def called(self, name: str) -> Self:
        """Sources of this slug, name or alias, whatever the case."""
        own = SourceAlias.objects.filter(source=models.OuterRef("pk"), name__iexact=name)
        # No index knows of case, so it is looked at among those that are written much like it.
        alike = set(Source.objects.alike(name).values_list("pk", flat=True))
        return self.filter(models.Q(slug=name.lower()) | models.Q(pk__in=alike)).filter(
            models.Q(slug=name.lower()) | models.Q(name__iexact=name) | models.Exists(own)
        )

    def alike(self, name: str, *, aliases: Iterable[str] = ()) -> Self:
        """
        Sources that go by this name, or a name of their own by one of these aliases.

        Whatever case, spacing, diacritics and punctuation; for a database first who has it as an
        alias, as no database enters two indexes through a subquery.
        """
        key = likeness(name)
        also = SourceAlias.objects.filter(likeness=key).order_by().values_list("source", flat=True)
        keys = {key, *map(likeness, aliases)}
        return self.filter(models.Q(likeness__in=keys) | models.Q(pk__in=set(also)))

    def matching(self, search: str) -> Self:
        """Sources in whose name and aliases a search finds its words."""
        return self.filter(found("sources", search))

    def best_first(self, searches: Sequence[str]) -> Self:
        """Those in which a search finds its words, with `relevance` to order them by."""
        return best_first(self, "sources", searches)


class SourceManager(RecordManager.from_queryset(SourceQuerySet)):  # type: ignore[misc]
    """Sources."""


class Source(Alike, Record):
    """A person, organisation, government, outlet, group or document that says something."""

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        ORGANISATION = "organisation", "Organisation"
        GOVERNMENT = "government", "Government"
        MEDIA = "media", "Media outlet"
        ANONYMOUS = "anonymous", "Anonymous group"
        DOCUMENT = "document", "Document"

    name = models.CharField(
        max_length=200, help_text="As you would name it in a text: “US intelligence”, “John Kirby”."
    )
    slug = models.SlugField(max_length=70, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=Kind)
    country = models.CharField(
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"\A[A-Z]{2}\Z", "Two capital letters, as in UA or US.")],
        help_text="Two letters (ISO 3166): UA, KR, US. Leave it empty when it has none.",
    )
    description = models.CharField(
        max_length=300, blank=True, help_text="Who this is, in a line: office, employer, field."
    )
    speaks_for = models.ForeignKey(
        "self",
        verbose_name="speaks on behalf of",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="speakers",
        help_text="A spokesperson and their office count as one source when figures are compared.",
    )
    public_since = models.DateTimeField(null=True, editable=False)

    objects = SourceManager()

    class Meta:
        indexes = [
            # Each ends in an order of the lists, so that none is sorted: decision 0019.
            models.Index(fields=["created_at", "public_id"], name="sources_by_creation"),
            models.Index(fields=["name", "public_id"], name="sources_by_name"),
            models.Index(
                fields=["created_at", "public_id"],
                name="sources_public_by_creation",
                condition=models.Q(public_since__isnull=False),
            ),
            models.Index(
                fields=["kind", "created_at", "public_id"],
                name="sources_by_kind_creation",
            ),
            models.Index(
                fields=["country", "created_at", "public_id"],
                name="sources_by_country_creation",
            ),
            models.Index(
                fields=["speaks_for", "created_at", "public_id"],
                name="sources_by_office_creation",
            ),
            models.Index(
                fields=["name", "public_id"],
                name="sources_public_by_name",
                condition=models.Q(public_since__isnull=False),
            ),
            models.Index(
                fields=["kind", "name", "public_id"],
                name="sources_by_kind",
            ),
            models.Index(
                fields=["country", "name", "public_id"],
                name="sources_by_country",
            ),
            models.Index(
                fields=["speaks_for", "name", "public_id"],
                name="sources_by_office",
            ),
            models.Index(fields=["likeness"], name="sources_by_likeness"),
        ]
        constraints = [
            models.CheckConstraint(
                name="sources_source_name_not_blank",
                condition=~models.Q(name=""),
                violation_error_message="A source needs a name.",
            ),
            models.CheckConstraint(
                name="sources_source_does_not_speak_for_itself",
                condition=models.Q(speaks_for__isnull=True) | ~models.Q(speaks_for=models.F("id")),
                violation_error_message="A source cannot speak on behalf of itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Nobody speaks, through others, on behalf of themselves."""
        speaker, seen = self.speaks_for, set()
        while speaker is not None and speaker.pk not in seen:
            if self.pk and speaker.pk == self.pk:
                raise ValidationError(
                    {"speaks_for": f"{self.speaks_for} already speaks on behalf of {self.name}."}
                )
            seen.add(speaker.pk)
            speaker = speaker.speaks_for

    @classmethod
    @transaction.atomic
    def add(
        cls, *, by: Any, at: datetime | None = None, aliases: Sequence[str] = (), **fields: Any
    ) -> "Source":
        """A new source. Raises ValidationError by field, NotAllowed."""
        require(by, Scope.SOURCES_WRITE)
        source = cls(**fields)
        source.slug = source.slug or free_slug(cls, source.name, source.public_id)
        source._insert(by=by, at=moment(at))
        source._replace_aliases(aliases)
        return source

    @transaction.atomic
    def edit(
        self,
        *,
        by: Any,
        at: datetime | None = None,
        aliases: Sequence[str] | None = None,
        **fields: Any,
    ) -> None:
        """Change the named fields; `aliases` replaces the list. Raises ValidationError, Stale."""
        require(by, Scope.SOURCES_WRITE)
        parts = [] if aliases is None else self._replace_aliases(aliases)
        self._edit(fields, by=by, at=moment(at), parts=parts)

    @transaction.atomic
    def remove(self, *, by: Any, at: datetime | None = None) -> None:
        """Delete a source that nothing refers to. Raises ProtectedError, NotAllowed, Stale."""
        require(by, Scope.SOURCES_WRITE)
        require_author(by, self)
        self._remove(by=by, at=moment(at))

    def alike(self) -> SourceQuerySet:
        """Other sources that go by this one's name, however it is written: decision 0022."""
        names = self.aliases.values_list("name", flat=True)
        return Source.objects.alike(self.name, aliases=names).exclude(pk=self.pk)

    def _replace_aliases(self, names: Sequence[str]) -> list[Difference]:
        wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
        before = sorted(self.aliases.values_list("name", flat=True))
        if sorted(wanted) == before:
            return []
        self.aliases.exclude(name__in=wanted).delete()
        for name in wanted:
            if name not in before:
                alias = SourceAlias(source=self, name=name)
                try:
                    alias.full_clean()
                except ValidationError as error:
                    raise ValidationError({"aliases": error.messages}) from error
                alias.save()
        return [Difference("aliases", before, sorted(wanted))]


class SourceAliasManager(models.Manager["SourceAlias"]):
    """Finds an alias by its source and text, for fixtures."""

    def get_by_natural_key(self, source: str, name: str) -> "SourceAlias":
        return self.get(source__public_id=source, name=name)


class SourceAlias(Alike):
    """Another name of a source: “GUR” for the Main Intelligence Directorate of Ukraine."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField("alias", max_length=200)

    objects = SourceAliasManager()

    class Meta:
        verbose_name_plural = "aliases"
        indexes = [models.Index(fields=["likeness"], name="sources_alias_by_likeness")]
        constraints = [
            models.UniqueConstraint(
                "source",
                Lower("name"),
                name="sources_alias_once_per_source",
                violation_error_message="This source already has that alias.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return self.source.public_id, self.name

    natural_key.dependencies = ["sources.source"]  # type: ignore[attr-defined]
