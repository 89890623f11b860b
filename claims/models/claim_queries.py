"""The newsroom's questions about claims."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access import may
from accounts.scopes import Scope
from claims.models.attribution import Attribution
from claims.models.claim_anchor import ClaimAnchor
from claims.models.quantity import Quantity
from claims.models.status import CLOSED, RESERVED, WAITING
from claims.quantities.scale_of_units import kept_scales
from factcheck.index.finding import found
from factcheck.index.relevance import best_first
from factcheck.records.few import are_few
from factcheck.records.record import RecordManager


class ClaimQuerySet(QuerySet[Any]):
    """Claims, narrowed to what somebody asks or may see."""

    def published(self) -> Self:
        """Claims that have a standing verdict."""
        return self.exclude(verification_status__in=RESERVED)

    def taken_back(self) -> Self:
        """Claims that readers saw checked, until the verdict was retracted."""
        published = self.model.verdicts.rel.related_model.objects.ever_published()
        shown_before = published.filter(claim=OuterRef("pk"))
        return self.filter(Exists(shown_before), verification_status__in=RESERVED)

    def for_reader(self, user: Any) -> Self:
        """What this user may see: the desk everything, everyone else what is published."""
        return self if may(user, Scope.READ) else self.published()

    def with_status(self, *statuses: str) -> Self:
        """Claims that show one of these verification statuses."""
        return self.filter(verification_status__in=statuses)

    def on_words(self, article: Any, revision: Any, start: int, end: int) -> Self:
        """Claims on exactly these words of an article's revision, or known to stand there too."""
        anchored = ClaimAnchor.objects.filter(revision=revision, start=start, end=end)
        also = anchored.values_list("claim", flat=True)
        # The keys, as no database enters two indexes through a subquery.
        here = Q(revision=revision, start=start, end=end) | Q(pk__in=set(also))
        return self.filter(here, article=article)

    def attributed_to(self, *sources: Any, stance: tuple[str, ...] = ()) -> Self:
        """Claims on which one of these sources takes a stand, or one of these stands."""
        attributions = Attribution.objects.all()
        if stance:
            attributions = attributions.filter(stance__in=stance)
        if not sources:
            return self._having(attributions)
        attributions = attributions.filter(source__in=sources)
        return self._having(attributions, few=are_few(attributions))

    def claimed_by(self, *sources: Any) -> Self:
        """Claims whose claimant, the first that asserts, is one of these sources."""
        earlier = Attribution.objects.filter(
            claim=OuterRef("claim"), stance="asserts", position__lt=OuterRef("position")
        )
        asserted = Attribution.objects.filter(stance="asserts", source__in=sources)
        return self._having(asserted.filter(~Exists(earlier)), few=are_few(asserted))

    def with_figure(
        self,
        units: Sequence[str] = (),
        at_least: Decimal | None = None,
        at_most: Decimal | None = None,
    ) -> Self:
        """
        Claims with an accepted figure, in one of these units, that may lie in this interval.

        The figure's hard interval decides: “more than 13,000” may be 20,000. Bounds are in the
        unit asked for, and figures in units that convert to it are converted.
        """
        if not units:
            return self._having(
                _accepted_figures(_may_lie_within("low", "high", at_least, at_most))
            )
        fitting, dimensions = Q(pk__in=[]), set()
        for factor, names in _kept_by_factor(units):
            within = _may_lie_within("base_low", "base_high", at_least, at_most, factor)
            fitting |= Q(dimension__in=names) & within
            dimensions |= names
        measured = Quantity.objects.filter(dimension__in=sorted(dimensions))
        return self._having(_accepted_figures(fitting), few=are_few(measured))

    def without_figure(self) -> Self:
        """Claims without any accepted figure."""
        return self.filter(~Exists(_accepted_figures().filter(claim=OuterRef("pk"))))

    def _having(self, parts: QuerySet[Any], *, few: bool = False) -> Self:
        """Claims with one of these parts; where they are few the parts lead to them."""
        if few:
            return self.filter(pk__in=parts.values("claim"))
        return self.filter(Exists(parts.filter(claim=OuterRef("pk"))))

    def matching(self, search: str) -> Self:
        """Claims in whose statement or quote a search finds its words."""
        return self.filter(found("claims", search))

    def best_first(self, searches: Sequence[str]) -> Self:
        """Those in which a search finds its words, with `relevance` to order them by."""
        return best_first(self, "claims", searches)

    def anchored(self, *states: str) -> Self:
        """Claims whose words fare so in the latest revision of their article."""
        return self.filter(anchor_state__in=states)

    def waiting(self) -> Self:
        """Claims that the desk has still to decide on."""
        return self.filter(verification_status__in=WAITING)

    def open(self) -> Self:
        """Claims in the queue's reach: all but the closed ones."""
        return self.exclude(verification_status=CLOSED)


def _accepted_figures(fitting: Q | None = None) -> QuerySet[Any]:
    return Quantity.objects.accepted().filter(fitting or Q())


def _kept_by_factor(units: Sequence[str]) -> list[tuple[Decimal, set[str]]]:
    """The dimensions under which figures in these units are kept, by what bounds are times."""
    names: dict[Decimal, set[str]] = {}
    for unit in units:
        for scale in kept_scales(unit):
            names.setdefault(scale.factor, set()).add(scale.dimension)
    return list(names.items())


def _may_lie_within(
    low: str, high: str, at_least: Decimal | None, at_most: Decimal | None, factor: Any = 1
) -> Q:
    """Figures whose interval meets the one from `at_least` to `at_most`; ends may be open."""
    meets = Q()
    if at_least is not None:
        bound = at_least * factor
        reaches = Q(**{f"{high}__gt": bound}) | Q(**{high: bound, "high_open": False})
        meets &= Q(**{f"{high}__isnull": True}) | reaches
    if at_most is not None:
        bound = at_most * factor
        reaches = Q(**{f"{low}__lt": bound}) | Q(**{low: bound, "low_open": False})
        meets &= Q(**{f"{low}__isnull": True}) | reaches
    return meets


class ClaimManager(RecordManager.from_queryset(ClaimQuerySet)):  # type: ignore[misc]
    """Claims."""
