"""
Withholding a version: for a court's order or a ruling on somebody's privacy, and nothing else.

The one exception to “nothing published is deleted”. The body goes, its digest stays, and the act
is itself a row of the ledger, so the chain still verifies and everybody can see that it was done.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.access import require
from accounts.scopes import Scope
from claims.models.fact_check import FactCheckPeriod
from claims.models.published_version import Document, FactCheckVersion, Kind
from claims.record import ledger
from claims.record.periods import close_period
from factcheck.records.refusals import Missing, Refused


@transaction.atomic
def withhold(
    version: FactCheckVersion, *, by: Any, reason: str, at: datetime | None = None
) -> list[FactCheckVersion]:
    """
    Take this version's document from readers, who get the reason instead; returns the new rows.

    A retraction repeats the document that it takes back, so the one after this version goes too.
    If the version stands, its verdict is retracted with the same reason, by this person. Raises
    NotAllowed for anybody but administrators, Missing without a reason, Refused if it is withheld
    already.
    """
    require(by, Scope.DESK_MANAGE)
    if not reason.strip():
        raise Missing("Say why it is withheld; readers see the reason.", field="reason")
    claim = version.fact_check
    claim._lock()
    versions = FactCheckVersion.objects.filter(fact_check__public_id=claim.public_id)
    if version.kind == Kind.WITHHELD or is_withheld(version):
        raise Refused("This version is withheld already.", code="withheld")
    now = ledger.take_turn(at)
    stands = FactCheckPeriod.objects.standing().filter(fact_check__public_id=claim.public_id)
    if stands.filter(version=version.version).exists():
        claim.verdicts.standing().get().end(by=by, at=now, reason=reason.strip())
    repeated = versions.filter(version=version.version + 1, kind=Kind.RETRACTED)
    going = [version, *(each for each in repeated if not is_withheld(each))]
    return [_take_away(each, reason.strip(), now) for each in going]


def notice_of_withholding(version: FactCheckVersion) -> str | None:
    """Why readers do not get this version; None where they do."""
    rows = FactCheckVersion.objects.filter(digest=version.digest, kind=Kind.WITHHELD)
    return rows.values_list("notice", flat=True).first()


def is_withheld(version: FactCheckVersion) -> bool:
    """Whether readers get a reason in place of this version."""
    return notice_of_withholding(version) is not None


def _take_away(version: FactCheckVersion, reason: str, at: datetime) -> FactCheckVersion:
    last = FactCheckVersion.objects.filter(fact_check__public_id=version.fact_check_id).order_by(
        "-version"
    )[0]
    row = ledger.append(
        version.fact_check_id,
        version=last.version + 1,
        kind=Kind.WITHHELD,
        at=at,
        digest=version.digest,
        notice=reason,
    )
    shown = FactCheckPeriod.objects.filter(
        fact_check__public_id=version.fact_check_id, version=version.version
    )
    if shown.standing().exists():
        close_period(version.fact_check_id, row.sequence)
    # What lists know of it are its words, too.
    shown.delete()
    Document.objects.filter(digest=version.digest).update(body=None)
    return row
