"""A public record to make feeds of: checks that were published, corrected, retracted, withheld."""

from datetime import UTC, datetime, timedelta
from typing import Any

from claims.models import Claim, FactCheckVersion
from claims.record.withholding import withhold
from tests import newsroom

NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def published(quote: str = "4.2 million euros", at: datetime = NOON, **fields: Any) -> Claim:
    said = {name: fields.pop(name) for name in ("rating", "summary") if name in fields}
    claim = newsroom.make_claim(quote, at=at - HOUR, **fields)
    newsroom.make_published(claim=claim, at=at, **said)
    return claim


def correct(claim: Claim, at: datetime, notice: str = "It is so.") -> None:
    rating = newsroom.make_rating("true")
    newsroom.make_published(claim=claim, rating=rating, notice=notice, at=at)


def retract(claim: Claim, at: datetime, reason: str = "It was another bridge.") -> None:
    verdict = claim.verdicts.standing().get()
    verdict.retract(by=newsroom.the("reviewer"), reason=reason, at=at)


def withheld(claim: Claim, version: int = 1) -> None:
    row = FactCheckVersion.objects.get(fact_check__public_id=claim.public_id, version=version)
    withhold(row, by=newsroom.the("administrator"), reason="A court ruled so.")
