"""An annotation of anybody's, or a set of them, as it was sent."""

from datetime import datetime
from typing import Any, Self

import orjson
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from factcheck.annotation_protocol.checking import listed, require_annotation
from factcheck.annotation_protocol.sets import is_set, require_set
from factcheck.records.clock import moment
from factcheck.records.public_id import new_public_id
from factcheck.records.refusals import Refused, Stale

LONGEST_NAME = 60
NAME = RegexValidator(r"\A[A-Za-z0-9][A-Za-z0-9_-]*\Z", "Letters, digits, hyphens.")
LARGEST = 64 * 1024
# What the Model wants kept for ever once it is there.
FIXED = ("canonical", "via")


class OpenAnnotationQuerySet(models.QuerySet["OpenAnnotation"]):
    """What a container asks."""

    def here(self) -> Self:
        """
        The annotations that nobody has deleted, in the order in which they came.

        Sets are not among them: what a container lists are annotations (Model 5.2).
        """
        return self.filter(deleted_at__isnull=True, is_set=False).order_by("pk")


class OpenAnnotation(models.Model):
    """
    One annotation, collection or page. Its address ends in `name`, which is never given again.

    `said` is the JSON that was sent, without `id`; it goes when the annotation is deleted.
    """

    name = models.CharField(max_length=LONGEST_NAME, unique=True, validators=[NAME])
    said = models.TextField()
    is_set = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(db_index=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = OpenAnnotationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="openannotations_words_go_with_the_annotation",
                condition=Q(deleted_at__isnull=True) & ~Q(said="")
                | Q(deleted_at__isnull=False, said=""),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, sent: dict[str, Any], *, slug: str = "", at: datetime | None = None) -> Self:
        """
        Keep an annotation or a set, under the name `slug` if that is free. What it was called
        elsewhere becomes `via`. Raises ValidationError, by JSON path.
        """
        is_set = _required(sent)
        said = {name: value for name, value in sent.items() if name != "id"}
        if "id" in sent:
            said["via"] = _with(listed(sent.get("via")), sent["id"])
        for name in (slug, new_public_id()):
            row = cls(name=name, said=_as_text(said), is_set=is_set, changed_at=moment(at))
            if row._is_free():
                try:
                    with transaction.atomic():
                        row.save(force_insert=True)
                except IntegrityError:
                    continue
                return row
        raise Refused("No name was free. Try again.")

    def replace(self, sent: dict[str, Any], *, at: datetime | None = None) -> None:
        """
        Say this instead of all that was said. Raises ValidationError by JSON path, Refused where
        it changes `canonical` or `via`, Stale.
        """
        is_set = _required(sent)
        before = self.told()
        said = {name: value for name, value in sent.items() if name != "id"}
        for name in FIXED:
            if name in before and said.setdefault(name, before[name]) != before[name]:
                raise Refused(f"{name} stays what it was: {before[name]}.", code="fixed")
        self._write(said=_as_text(said), is_set=is_set, changed_at=moment(at))

    def remove(self, *, at: datetime | None = None) -> None:
        """Forget what was said; the name stays taken. Raises Stale."""
        self._write(said="", changed_at=moment(at), deleted_at=moment(at))

    def told(self) -> dict[str, Any]:
        """What was said, as values."""
        said: dict[str, Any] = orjson.loads(self.said)
        return said

    def _is_free(self) -> bool:
        try:
            self.full_clean()
        except ValidationError:
            return False
        return True

    def _write(self, **values: Any) -> None:
        rows = type(self).objects.filter(pk=self.pk, version=self.version, deleted_at__isnull=True)
        if not rows.update(version=F("version") + 1, **values):
            raise Stale
        self.refresh_from_db()


def _required(sent: dict[str, Any]) -> bool:
    """Whether this is a set. Raises ValidationError, by JSON path, for what is neither."""
    if is_set(sent):
        require_set(sent)
        return True
    require_annotation(sent)
    return False


def _with(via: list[Any], iri: str) -> Any:
    """Where it came from: one IRI or object, or several, and this IRI among them."""
    known = via if iri in via else [*via, iri]
    return known if len(known) > 1 else known[0]


def _as_text(said: dict[str, Any]) -> str:
    text = orjson.dumps(said).decode()
    if len(text) > LARGEST:
        raise ValidationError(f"An annotation has {LARGEST // 1024} KiB at most.")
    return text
