"""Intake: how what was read of other desks' checks is kept, whichever door it comes through."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, OperationalError, transaction
from django.db.models import F

from accounts.access import require
from accounts.scopes import Scope
from factcheck.records.change import Change, Difference, differences_between
from factcheck.records.clock import moment
from publishing.models.imported_review import ImportedReview, digest_of
from publishing.models.review_label import Readings
from publishing.reviews import Found, Review
from publishing.reviews.labels import key_of

# Items that are kept together: all of them, or each by itself if the database refuses one.
BATCH = 200
ACCEPTED, CHANGED, UNCHANGED, REFUSED = "accepted", "changed", "unchanged", "refused"
OUTCOMES = (ACCEPTED, CHANGED, UNCHANGED, REFUSED)
_SAID = [field.name for field in fields(Review)]


class Outcome(NamedTuple):
    """What became of one item; `reason` says why it was refused."""

    place: str
    outcome: str
    reason: str = ""


class _Item(NamedTuple):
    """An item with what its row is known by and holds."""

    found: Found
    identity: str
    values: dict[str, Any]


def take_in(found: Iterable[Found], *, by: Any, at: datetime | None = None) -> Iterator[Outcome]:
    """
    Keep what was found, batch by batch, and say of each item in its order what became of it.

    An import that was cut off may be run again, as often as one likes: what is there already and
    says the same is unchanged. Raises NotAllowed.
    """
    require(by, Scope.VERDICTS_PUBLISH)
    return _batches(iter(found), by, moment(at))


def _batches(found: Iterator[Found], by: Any, at: datetime) -> Iterator[Outcome]:
    readings = Readings()
    with closing(_Seen()) as seen:
        while batch := list(islice(found, BATCH)):
            read = [_read(each, readings, seen) for each in batch]
            kept = _kept([each for each in read if isinstance(each, _Item)], by, at, readings)
            for each in read:
                yield next(kept) if isinstance(each, _Item) else each


def _read(found: Found, readings: Readings, seen: "_Seen") -> _Item | Outcome:
    review = found.review
    if review is None:
        return Outcome(found.place, REFUSED, found.reason)
    if settings.PUBLIC_URL and review.url.startswith(f"{settings.PUBLIC_URL}/"):
        return Outcome(found.place, REFUSED, "It is our own check, which is here already.")
    values = {name: getattr(review, name) for name in _SAID}
    key = key_of(review.label)
    values |= {
        "claim_digest": digest_of(review.claim),
        "label_key": key,
        "rating_id": readings.of(review.site, key),
    }
    identity = digest_of(review.url, review.claim, review.organisation)
    earlier = seen.place_of(identity, found.place, digest_of(repr(values)))
    if earlier is None:
        return _Item(found, identity, values)
    place, says_the_same = earlier
    if says_the_same:
        return Outcome(found.place, UNCHANGED)
    where = f" ({place})" if place else ""
    return Outcome(found.place, REFUSED, f"The same review stands further up{where}, otherwise.")


def _kept(items: list[_Item], by: Any, at: datetime, readings: Readings) -> Iterator[Outcome]:
    """The outcomes of a batch; one by one where the database refuses it as a whole."""
    if not items:
        return
    try:
        yield from _store(items, by, at, readings)
        return
    except OperationalError:
        # The database is away: whoever runs the import again finds it where it stopped.
        raise
    except DatabaseError:
        pass
    for item in items:
        try:
            yield from _store([item], by, at, readings)
        except OperationalError:
            raise
        except DatabaseError as error:
            reason = f"The database refuses it: {str(error).splitlines()[0]}"
            yield Outcome(item.found.place, REFUSED, reason)


@transaction.atomic
def _store(items: list[_Item], by: Any, at: datetime, readings: Readings) -> list[Outcome]:
    rows = ImportedReview.objects.filter(identity__in=[each.identity for each in items])
    there = {row.identity: row for row in rows.select_for_update(no_key=True)}
    news, changes, outcomes = [], [], []
    for item in items:
        row = there.get(item.identity)
        if row is None:
            made = {"identity": item.identity, "created_by": by, "created_at": at}
            row = ImportedReview(**item.values, **made)
            news.append(row)
            changes.append((row, [Difference("", None, str(row))]))
            outcomes.append(Outcome(item.found.place, ACCEPTED))
        elif differences := _change(row, item.values, at, readings):
            changes.append((row, differences))
            outcomes.append(Outcome(item.found.place, CHANGED))
        else:
            outcomes.append(Outcome(item.found.place, UNCHANGED))
    ImportedReview.objects.bulk_create(news)
    ImportedReview.objects.suspect_templates({row.claim_digest for row in news})
    Change.note_all(changes, by=by, at=at)
    return outcomes


def _change(
    row: ImportedReview, values: dict[str, Any], at: datetime, readings: Readings
) -> list[Difference]:
    """Have the row say what the item says now; the differences, if there are any."""
    before = {name: getattr(row, name) for name in values}
    differences = differences_between(before, values)
    if not differences:
        return []
    kept = {**values, "last_changed_at": at, "version": F("version") + 1}
    ImportedReview.objects.filter(pk=row.pk).update(**kept)
    row.version += 1
    return [
        Difference("rating", readings.slugs.get(each.old), readings.slugs.get(each.new))
        if each.field == "rating_id"
        else each
        for each in differences
        if each.field not in ("claim_digest", "label_key")
    ]


class _Seen:
    """The items of one import so far, in a temporary file: memory does not grow with them."""

    def __init__(self) -> None:
        self.rows = sqlite3.connect("", isolation_level=None)
        self.rows.execute("PRAGMA synchronous = OFF")
        self.rows.execute("PRAGMA journal_mode = OFF")
        self.rows.execute(
            "CREATE TABLE seen (identity TEXT PRIMARY KEY, place TEXT, said TEXT) WITHOUT ROWID"
        )

    def place_of(self, identity: str, place: str, said: str) -> tuple[str, bool] | None:
        """
        Where the item stood before, and whether it said the same; None, and noted, if nowhere.
        """
        noted = self.rows.execute(
            "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", (identity, place[:200], said)
        )
        if noted.rowcount:
            return None
        earlier, before = self.rows.execute(
            "SELECT place, said FROM seen WHERE identity = ?", (identity,)
        ).fetchone()
        return earlier, before == said

    def close(self) -> None:
        self.rows.close()
