"""What a town's verdicts leave in the public record: documents, ledger rows and periods."""

from types import SimpleNamespace as Row
from typing import NamedTuple

from claims.models.published_version import NOTHING_BEFORE, Kind
from claims.record.canonical import canonical_row, digest_of
from claims.record.document import Edition, Notice, slug_of, written
from claims.record.ledger import hash_of
from claims.record.periods import columns_of

MOST_SOURCES = 2


class Recorded(NamedTuple):
    """A town's part of the record."""

    documents: list[Row]
    versions: list[Row]
    periods: list[Row]
    sources: list[Row]


class Ledger:
    """The ledger that grows: its last row, which the next one is bound to."""

    def __init__(self) -> None:
        self.sequence, self.row_hash = 0, NOTHING_BEFORE
        self.at = None

    def record(self, verdicts: list[Row]) -> Recorded:
        """Write down these verdicts, which were published in this order."""
        town = Recorded([], [], [], [])
        shown: dict[str, Row] = {}
        for verdict in verdicts:
            self._record(verdict, shown, town)
        return town

    def _record(self, verdict: Row, shown: dict[str, Row], town: Recorded) -> None:
        claim = verdict.claim
        before = shown.get(claim.public_id)
        version = before.version + 1 if before else 1
        said = written(
            claim,
            verdict,
            _edition(verdict, version, before),
            attributions=claim.attributions,
            quantities=claim.quantities,
            evidence=verdict.evidence,
        )
        # No key and no text of ours needs more care than this (canonical() is ten times slower).
        body = canonical_row(said)
        row = self._append(verdict, version, digest_of(body))
        period = Row(
            id=row.sequence,
            fact_check_id=claim.public_id,
            version=version,
            document_id=row.sequence,
            from_sequence=row.sequence,
            to_sequence=None,
            place=row.sequence,
            first_at=before.first_at if before else row.at,
            **columns_of(said),
        )
        if before:
            before.to_sequence = row.sequence
            for each in before.sources:
                each.to_sequence = row.sequence
        period.sources = [
            Row(
                id=row.sequence * MOST_SOURCES + number,
                period_id=period.id,
                source=each.source.public_id,
                stance=each.stance,
                rating=period.rating,
                place=period.place,
                to_sequence=None,
                document_id=period.document_id,
            )
            for number, each in enumerate(claim.attributions)
        ]
        shown[claim.public_id] = period
        town.documents.append(Row(id=row.sequence, digest=row.digest, body=body))
        town.versions.append(row)
        town.periods.append(period)
        town.sources.extend(period.sources)

    def _append(self, verdict: Row, version: int, digest: str) -> Row:
        row = Row(
            sequence=self.sequence + 1,
            fact_check_id=verdict.claim.public_id,
            version=version,
            kind=verdict.act,
            notice=verdict.notice,
            at=verdict.published_at,
            digest=digest,
            four_eyes=verdict.four_eyes,
            previous=self.row_hash,
        )
        row.row_hash = hash_of(vars(row))
        self.sequence, self.row_hash, self.at = row.sequence, row.row_hash, row.at
        return row


def _edition(verdict: Row, version: int, before: Row | None) -> Edition:
    """What the version says of itself."""
    notices = []
    if verdict.act == Kind.CORRECTED:
        notices = [Notice(version, verdict.act, verdict.published_at, verdict.notice)]
    return Edition(
        version=version,
        kind=verdict.act,
        slug=before.slug if before else slug_of(verdict.claim.statement),
        first_published_at=before.first_at if before else verdict.published_at,
        published_at=verdict.published_at,
        notices=notices,
    )
