"""Which published checks carry old words: of a source, article, question or rating edited since."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from claims.models.fact_check import FactCheckPeriod
from claims.models.published_version import FactCheckVersion
from claims.record.renewal import naming
from factcheck.records.change import Change

# What documents carry of each, by its kind.
CARRIED = {
    "source": ("name", "kind", "country"),
    "article": ("headline", "url", "publisher", "published_at", "language"),
    "question": ("text", "unit"),
    "rating": ("name", "definition", "value", "colour"),
}


def outdated(claims: Any, record: Any) -> QuerySet[Any]:
    """
    The published claims whose document names this record and is older than its last change.

    Found by dates in three cheap queries; whether a document really says other words is for
    `renew` to find out.
    """
    kind = record._meta.model_name
    changed = (
        Change.objects.about(record)
        .filter(field__in=CARRIED[kind])
        .order_by("-at")
        .values_list("at", flat=True)
        .first()
    )
    if changed is None:
        return claims.none()
    first = FactCheckVersion.objects.first_since(changed)
    shown = FactCheckPeriod.objects.standing().filter(fact_check=OuterRef("public_id"))
    older = shown if first is None else shown.filter(from_sequence__lt=first)
    return naming(claims, **{kind: record}).filter(Exists(older))
