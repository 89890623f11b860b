"""
Bringing published checks up to date with what they name: a source renamed, a headline mended.

Working records may be edited while documents carry their old words. Readers then see the old ones
until somebody says, here, that the checks are to follow: each gets a version of the kind `updated`.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.access import require
from accounts.scopes import Scope
from claims.models.published_version import Document, FactCheckVersion, Kind
from claims.record import ledger
from claims.record.document import content_of, document_of
from claims.record.publication import edition_of, last_period, record_update
from factcheck.records.refusals import Refused


def naming(claims: Any, **what: Any) -> QuerySet[Any]:
    """
    The published ones of these claims whose document names this `source`, `article`, `question`
    or `rating`; all published ones where none is given.
    """
    published = claims.published()
    if "source" in what:
        source = what["source"]
        evidence = Q(verdicts__state="published", verdicts__evidence__source=source)
        stands = Q(attributions__source=source) | Q(attributions__via=source)
        published = published.filter(Q(article__publisher=source) | stands | evidence).distinct()
    if "article" in what:
        published = published.filter(article=what["article"])
    if "question" in what:
        published = published.filter(question=what["question"])
    if "rating" in what:
        published = published.with_status(what["rating"].slug)
    return published


@transaction.atomic
def renew(
    claim: Any, *, by: Any, at: datetime | None = None, notice: str = ""
) -> FactCheckVersion | None:
    """
    Publish what the claim's document names as it is called now; None where it says so already.

    Raises NotAllowed, Refused where nothing stands.
    """
    require(by, Scope.VERDICTS_PUBLISH)
    claim._lock()
    verdict = claim.verdicts.standing().first()
    if verdict is None:
        raise Refused("Nothing is published here, so nothing can be updated.", code="not_published")
    if is_up_to_date(claim, verdict):
        return None
    now = ledger.take_turn(at)
    claim.open_to_readers(now, cited=verdict.cited_sources())
    return record_update(verdict, at=now, notice=notice.strip())


def is_up_to_date(claim: Any, verdict: Any) -> bool:
    """Whether the standing document says of the claim what it would say if written now."""
    shown = last_period(claim)
    if shown is None:
        return False
    edition = edition_of(claim, Kind.UPDATED, at=shown.published_at, notice="", shown=shown)
    now = document_of(claim, verdict, edition)
    stored = Document.objects.values_list("body", flat=True).get(pk=shown.document_id)
    return content_of(ledger.parsed(stored)) == content_of(now)


def renew_all(claims: QuerySet[Any], *, by: Any, notice: str = "") -> Iterator[bool]:
    """Renew one after the other, each in its own transaction; says of each whether it changed."""
    for key in list(claims.order_by("pk").values_list("pk", flat=True)):
        claim = claims.model.objects.get(pk=key)
        try:
            yield renew(claim, by=by, notice=notice) is not None
        except Refused:
            # Retracted since the list was made.
            yield False
