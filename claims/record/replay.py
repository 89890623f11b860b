"""Replaying the ledger: what stood from when to when, from its rows alone."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from claims.models.published_version import STANDS, Kind


class Stood(NamedTuple):
    """A version that readers were shown from one row of the ledger until just before another."""

    fact_check: str
    version: int
    digest: str
    from_sequence: int
    to_sequence: int | None
    place: int


def stood(rows: Iterable[Mapping[str, Any]]) -> Iterator[Stood]:
    """
    Everything that stood or stands, from ledger rows (`ledger.COLUMNS`) in their order.

    Versions come as they end, then those that stand. One that is withheld has no period: its
    words are gone from lists as well.
    """
    standing: dict[str, Stood] = {}
    withheld: set[str] = set()
    ended: list[Stood] = []
    for row in rows:
        fact_check, sequence, kind = row["fact_check_id"], row["sequence"], row["kind"]
        if kind == Kind.WITHHELD:
            withheld.add(row["digest"])
        last = standing.get(fact_check)
        if last is not None and (kind != Kind.WITHHELD or last.digest == row["digest"]):
            del standing[fact_check]
            ended.append(last._replace(to_sequence=sequence))
        if kind in STANDS:
            standing[fact_check] = Stood(
                fact_check=fact_check,
                version=row["version"],
                digest=row["digest"],
                from_sequence=sequence,
                to_sequence=None,
                place=last.place if last and _is_silent(row) else sequence,
            )
    # Only the whole ledger says what was withheld later.
    yield from (each for each in ended if each.digest not in withheld)
    yield from standing.values()


def _is_silent(row: Mapping[str, Any]) -> bool:
    """A version without news, which stays where the one before it stood."""
    return row["kind"] == Kind.UPDATED and not row["notice"]
