"""Rating: one step of the desk's scale."""

from types import MappingProxyType
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from accounts.access import require
from accounts.scopes import Scope
from claims.models.status import RESERVED
from factcheck.records.clock import moment
from factcheck.records.record import Record

BEST, WORST = 5, 1


class RatingManager(models.Manager["Rating"]):
    """Finds a rating by its slug, for fixtures."""

    def get_by_natural_key(self, slug: str) -> "Rating":
        return self.get(slug=slug)

    def for_reader(self, user: Any) -> models.QuerySet["Rating"]:
        """What this user may see: everybody the whole scale."""
        return self.all()

    def on_the_scale(self) -> models.QuerySet["Rating"]:
        """All of them, in the desk's order."""
        return self.order_by("order", "pk")


class Rating(Record):
    """One step of the scale: what a verdict can say."""

    slug = models.SlugField(
        max_length=40, unique=True, help_text="Its name for programs; it does not change."
    )
    name = models.CharField(max_length=60)
    definition = models.CharField(
        max_length=300, help_text="When the desk gives it, for readers as much as for editors."
    )
    value = models.SmallIntegerField(
        null=True,
        blank=True,
        help_text=f"From {WORST} (false) to {BEST} (true); empty for one outside that scale.",
    )
    colour = models.CharField(
        max_length=7, validators=[RegexValidator(r"\A#[0-9A-Fa-f]{6}\Z", "A colour as #1F4E9E.")]
    )
    order = models.PositiveSmallIntegerField(
        unique=True, help_text="Its place in lists, and its key on the annotation screen."
    )

    objects = RatingManager()
    fixed = MappingProxyType({"slug": "A rating keeps its slug: addresses and filters use it."})

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="claims_rating_value_on_the_scale",
                condition=Q(value__isnull=True) | Q(value__gte=WORST, value__lte=BEST),
                violation_error_message=f"A value lies between {WORST} and {BEST}.",
            ),
            models.CheckConstraint(
                name="claims_rating_slug_not_reserved",
                condition=~Q(slug__in=RESERVED),
                violation_error_message="This word already names a state of a claim.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, ...]:
        return (self.slug,)

    @classmethod
    def add(cls, *, by: Any, at: Any = None, **fields: Any) -> "Rating":
        """A new step of the scale. Raises ValidationError by field, NotAllowed."""
        require(by, Scope.DESK_MANAGE)
        return cls(**fields)._insert(by=by, at=moment(at))

    def edit(self, *, by: Any, at: Any = None, **fields: Any) -> None:
        """Change the named fields, but not the slug. Raises ValidationError, NotAllowed, Stale."""
        require(by, Scope.DESK_MANAGE)
        self._edit(fields, by=by, at=moment(at))

    def remove(self, *, by: Any, at: Any = None) -> None:
        """Delete a step that no verdict uses. Raises ProtectedError, NotAllowed, Stale."""
        require(by, Scope.DESK_MANAGE)
        self._remove(by=by, at=moment(at))
