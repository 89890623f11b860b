"""A search for a frequent word is met along the list: the same pages as by gathering all of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any, NamedTuple

import pytest
from django.db import connection

from claims.models import FactCheckPeriod
from claims.record.renewal import renew
from factcheck.index import meeting, postgresql, sqlite_queries
from factcheck.rest.cursors import Cursor
from factcheck.rest.turns import Turn
from publishing.api.answers import listing
from publishing.api.answers.listing import BY_PLACE, Listing
from tests import newsroom
from tests.kept import kept_rows
from tests.plans import planned

pytestmark = pytest.mark.django_db

LIST = "/api/v1/factchecks/"
NOON = datetime(2024, 10, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
THINGS = ["bridge", "ferry", "school roof", "bridge and ferry", "road"]
NEWEST, OLDEST = "-published_at", "published_at"

SEARCHES = [["bridge"], ["bri"], ["bridge euros "], ["“ferry costs”"], ["school", "ferry"], ["eur"]]
FILTERS = [
    {},
    {"rating": ["false"]},
    {"rating": ["false", "disputed"], "language": ["en"]},
    {"source": ["office"]},
    {"source": ["office"], "rating": ["true"]},
    {"source": ["office", "council"]},
    {"published_before": [9]},
]


class Record(NamedTuple):
    """The public ids of its sources by a short name, and the ledger's numbers to look back to."""

    sources: dict[str, str]
    instants: list[int | None]


@pytest.fixture(scope="module")
def kept_record(django_db_setup: None, django_db_blocker: Any) -> Iterator[Record]:
    with kept_rows(django_db_blocker):
        yield make_record()


@pytest.fixture
def record(kept_record: Record, db: None) -> Record:
    return kept_record


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> list[list[int] | None]:
    """Every word is frequent, and windows are small. What was met, page by page."""
    monkeypatch.setattr(postgresql, "FEW", 0)
    monkeypatch.setattr(sqlite_queries, "FEW", 0)
    monkeypatch.setattr(sqlite_queries, "NEAR", 2)
    monkeypatch.setattr(meeting, "WINDOWS", ((0, 4), (4, 9), (9, 1_000)))
    told: list[list[int] | None] = []
    first_met = listing.first_met

    def telling(*asked: Any) -> list[int] | None:
        told.append(first_met(*asked))
        return told[-1]

    monkeypatch.setattr(listing, "first_met", telling)
    return told


def make_record() -> Record:
    """Twenty checks; some were corrected, retracted or renewed after a source was renamed."""
    sources = {name: newsroom.make_source(name.title()) for name in ("office", "council")}
    claims = []
    for number in range(20):
        statement = f"The {THINGS[number % len(THINGS)]} costs {number} million euros."
        claim = newsroom.make_claim(
            statement=statement,
            attributions=[{"source": sources["office" if number % 3 else "council"]}],
            at=NOON - HOUR,
        )
        publish(claim, rating=["false", "true", "disputed"][number % 4 % 3], hours=number)
        claims.append(claim)
    publish(claims[5], rating="true", hours=30, notice="It is so.")
    claims[6].verdicts.standing().get().retract(
        by=newsroom.the("reviewer"), reason="Of another bridge.", at=NOON + 31 * HOUR
    )
    sources["office"].edit(by=newsroom.the("reviewer"), name="Roads agency")
    # Their periods are new, and their places old.
    for claim in (claims[2], claims[10]):
        renew(claim, by=newsroom.the("reviewer"), at=NOON + 32 * HOUR)
    return Record({name: each.public_id for name, each in sources.items()}, [None, 12, 21])


def publish(claim: Any, *, rating: str, hours: int, notice: str = "") -> None:
    given = newsroom.make_rating(rating)
    newsroom.make_published(claim=claim, rating=given, at=NOON + hours * HOUR, notice=notice)


def pages(asked: Listing) -> list[list[int]]:
    """The places of page after page, up to the list's end, and back to its beginning."""
    read = []
    for backwards in (False, True):
        cursor: Cursor | None = Cursor(asked.cursor.ordering, backwards, asked.cursor.key)
        while cursor is not None:
            at_cursor = asked._replace(cursor=cursor)
            turn = Turn(cursor, BY_PLACE, asked.size)
            found, around = turn.page(at_cursor.rows(), lambda each: each, lambda row: row[:1])  # type: ignore[arg-type,return-value]
            read.append([place for place, _ in found])
            cursor = around.previous if backwards else around.next  # type: ignore[assignment]
    return read


@pytest.mark.slow
@pytest.mark.parametrize("filters", FILTERS, ids=str)
@pytest.mark.parametrize("searches", SEARCHES, ids=str)
def test_every_page_is_the_same_both_ways(record, request, searches, filters):
    named = {
        name: [record.sources[each] for each in values] if name == "source" else values
        for name, values in filters.items()
    }
    lists = [
        (named | {"q": searches}, instant, Cursor(ordering, False, None), size)
        for ordering, instant, size in product((NEWEST, OLDEST), record.instants, (1, 3, 50))
    ]
    gathered = [pages(Listing.of(*each)) for each in lists]
    told = request.getfixturevalue("small")

    met = [pages(Listing.of(*each)) for each in lists]

    assert met == gathered
    assert (None in told) == (connection.vendor == "postgresql")


def test_the_page_that_is_met_has_the_documents(record, api, small):
    page = api.get(f"{LIST}?q=bridge&page_size=3").json()

    statements = [row["claim"]["statement"] for row in page["results"]]
    assert len(statements) == 3
    assert all("bridge" in each for each in statements)
    assert page["next"]
    assert not page["previous"]
    if connection.vendor == "sqlite":
        assert [len(met or ()) for met in small] == [4]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL gathers these few rows.")
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_the_list_is_walked_along_an_index(record, small, filters):
    asked = Listing(filters | {"q": ["bridge "]}, None, Cursor(NEWEST, False, [15]), 2)

    with planned() as plans:
        asked.rows()

    assert [step for plan in plans for step in plan.offences(may_sort=False)] == []


def test_what_nobody_said_is_met_nowhere(record, api, small):
    assert api.get(f"{LIST}?q=tunnel").json()["results"] == []


def test_what_was_retracted_meanwhile_is_not_shown(record, small, monkeypatch):
    asked = Listing({"q": ["bridge"]}, None, Cursor(NEWEST, False, None), 2)
    newest, *others = [place for place, _ in asked.rows()]

    def late(*asked: Any) -> list[int]:
        FactCheckPeriod.objects.filter(place=newest).update(to_sequence=99)
        standing = FactCheckPeriod.objects.filter(place__in=[newest, *others])
        return list(standing.values_list("pk", flat=True))

    monkeypatch.setattr(listing, "first_met", late)

    assert newest not in [place for place, _ in asked.rows()]
