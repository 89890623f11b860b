"""
What each act of the newsroom leaves in the public record: a document, a ledger row, a period.

Called by the verbs that readers notice (publish, amend, retract) inside their transaction, after
they have written, so that the document says what is stored. Nothing else writes here, but renewal
and withholding beside it.
"""

from datetime import datetime
from typing import Any

from claims.models.fact_check import FactCheckPeriod
from claims.models.published_version import FactCheckVersion, Kind
from claims.record import ledger
from claims.record.document import Edition, Notice, document_of, slug_of
from claims.record.periods import close_period, open_period


def record_publication(verdict: Any, *, at: datetime, notice: str = "") -> FactCheckVersion:
    """The verdict stands: the claim's first version, or a correction once there was one."""
    kind = Kind.CORRECTED if _versions_of(verdict.claim).exists() else Kind.PUBLISHED
    return _record(verdict, kind, at=at, notice=notice, four_eyes=verdict.four_eyes)


def record_update(verdict: Any, *, at: datetime, notice: str = "") -> FactCheckVersion:
    """
    The same verdict stands, on a claim or with names that have changed.

    With a notice it is news, and takes its place among the latest; without one it keeps the date
    and the place of the version before.
    """
    return _record(verdict, Kind.UPDATED, at=at, notice=notice)


def record_retraction(verdict: Any, *, at: datetime, notice: str) -> FactCheckVersion:
    """Nothing stands any longer. The last document says so, with what was taken back."""
    return _record(verdict, Kind.RETRACTED, at=at, notice=notice)


def edition_of(
    claim: Any, kind: str, *, at: datetime, notice: str, shown: FactCheckPeriod | None
) -> Edition:
    """What the claim's next version says of itself; `shown` is the period before it."""
    past = list(_versions_of(claim).order_by("version"))
    version = past[-1].version + 1 if past else 1
    told = [Notice(each.version, each.kind, each.at, each.notice) for each in past if each.notice]
    if notice:
        told.append(Notice(version, kind, at, notice))
    is_news = kind in (Kind.PUBLISHED, Kind.CORRECTED) or (kind == Kind.UPDATED and notice)
    return Edition(
        version=version,
        kind=kind,
        slug=shown.slug if shown else slug_of(claim.statement),
        first_published_at=past[0].at if past else at,
        published_at=at if is_news or shown is None else shown.published_at,
        notices=told,
    )


def last_period(claim: Any) -> FactCheckPeriod | None:
    """The period of the version that stands, or stood last and may still be shown."""
    return (
        FactCheckPeriod.objects.filter(fact_check_id=claim.public_id).order_by("-version").first()
    )


def _record(
    verdict: Any, kind: str, *, at: datetime, notice: str, four_eyes: bool | None = None
) -> FactCheckVersion:
    claim, shown = verdict.claim, last_period(verdict.claim)
    edition = edition_of(claim, kind, at=at, notice=notice, shown=shown)
    said = document_of(claim, verdict, edition)
    document = ledger.keep(said)
    row = ledger.append(
        claim.public_id,
        version=edition.version,
        kind=kind,
        at=at,
        digest=document.digest,
        notice=notice,
        four_eyes=four_eyes,
    )
    if kind == Kind.RETRACTED:
        close_period(claim.public_id, row.sequence)
        return row
    keeps_its_place = kind == Kind.UPDATED and not notice and shown is not None
    place = shown.place if keeps_its_place and shown else row.sequence
    open_period(row, document, said, place)
    return row


def _versions_of(claim: Any) -> Any:
    return FactCheckVersion.objects.filter(fact_check_id=claim.public_id)
