"""Reading the public record: which version answers, at which instant, and what became of each."""

from collections.abc import Iterable
from datetime import datetime
from itertools import zip_longest
from typing import Any

from django.http import Http404
from django.utils import timezone

from claims.models import FactCheckPeriod, FactCheckVersion
from claims.models.fact_check import PeriodQuerySet
from claims.models.published_version import Kind
from factcheck.records.public_id import is_public_id
from factcheck.rest.exceptions import QueryError

STANDING, SUPERSEDED, RETRACTED, WITHHELD = "standing", "superseded", "retracted", "withheld"
STATES = (STANDING, SUPERSEDED, RETRACTED, WITHHELD)


def sequence_at(instant: datetime) -> int:
    """The number of the ledger's last row at this instant. Raises QueryError for a future one."""
    if instant > timezone.now():
        raise QueryError({"as_of": "That is in the future."})
    return FactCheckVersion.objects.up_to(instant).values_list("sequence", flat=True).first() or 0


def shown(sequence: int | None = None) -> PeriodQuerySet:
    """What readers are shown now, or were when this was the ledger's last row."""
    if sequence is None:
        return FactCheckPeriod.objects.standing()
    return FactCheckPeriod.objects.as_of(sequence)


def id_in(name: str) -> str:
    """
    The fact check's id in what a path names: the id alone, or with the slug behind it.

    Raises Http404 for what is no id.
    """
    fact_check, _, _ = name.partition("-")
    if not is_public_id(fact_check):
        raise Http404
    return fact_check


def states_of(fact_check: str) -> dict[int, str]:
    """Each version's state by its number; empty for what was never published."""
    rows = list(
        FactCheckVersion.objects.filter(fact_check__public_id=fact_check)
        .order_by("version")
        .values_list("version", "kind", "digest")
    )
    withheld = {digest for _, kind, digest in rows if kind == Kind.WITHHELD}
    acts = [row for row in rows if row[1] != Kind.WITHHELD]
    states = {number: WITHHELD for number, _, digest in rows if digest in withheld}
    for (number, kind, _), following in zip_longest(acts, acts[1:]):
        if kind == Kind.RETRACTED or (following is not None and following[1] == Kind.RETRACTED):
            states.setdefault(number, RETRACTED)
        else:
            states.setdefault(number, STANDING if following is None else SUPERSEDED)
    return dict(sorted(states.items()))


def joined(bodies: Iterable[Any]) -> bytes:
    """Documents as the inside of a JSON array."""
    return b",".join(map(bytes, bodies))
