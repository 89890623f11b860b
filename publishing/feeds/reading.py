"""Reading the public record in the ways that feeds need."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.models import Document, FactCheckPeriod, FactCheckVersion
from claims.models.published_version import STANDS, Kind

# Long before anything was published; what lies further back is no date.
MOST_DAYS = 36_500

_later = FactCheckVersion.objects.filter(
    fact_check=OuterRef("fact_check"), version__gt=OuterRef("version")
)
_stands = FactCheckPeriod.objects.standing().filter(fact_check=OuterRef("fact_check"))


def last_changes(after: int) -> QuerySet[Any, Any]:
    """
    Of each fact check the last row of the ledger, if it lies behind this one, in their order.

    `body` is what stands since; it is null where nothing does.
    """
    rows = FactCheckVersion.objects.after(after).filter(~Exists(_later))
    return rows.annotate(body=Subquery(_stands.values("document__body")[:1])).values(
        "sequence", "fact_check_id", "at", "body"
    )


def news() -> QuerySet[Any, Any]:
    """
    Each fact check once, where it was last news: published, corrected or taken back.

    `body` is what stands, or the document of the retraction.
    """
    published = _stands.filter(place=OuterRef("sequence"))
    retraction = Document.objects.filter(digest=OuterRef("digest"), body__isnull=False)
    taken_back = Q(Exists(retraction), ~Exists(_later.filter(kind__in=STANDS)), kind=Kind.RETRACTED)
    rows = FactCheckVersion.objects.filter(Exists(published) | taken_back)
    body = Coalesce(
        Subquery(published.values("document__body")[:1]), Subquery(retraction.values("body")[:1])
    )
    return rows.annotate(body=body).values("sequence", "body")


def in_language(language: str) -> Q:
    """Rows in this language, whatever the region."""
    return Q(language=language) | Q(language__startswith=f"{language}-")


def days_ago(days: int) -> datetime:
    """The instant so many days before now."""
    return timezone.now() - timedelta(days=min(days, MOST_DAYS))
