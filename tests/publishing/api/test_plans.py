"""How the databases look the public record up: by an index, never through the whole table."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from claims.models import FactCheckPeriod, FactCheckVersion
from claims.models.fact_check import PLACE_OF_SOURCE, PeriodQuerySet
from claims.record.addresses import key_of
from factcheck.rest.cursors import Cursor
from publishing.api.answers.listing import Listing
from publishing.api.filters import RATING, SOURCE
from publishing.record import shown

pytestmark = pytest.mark.django_db

PAGE = 51
ADDRESS = key_of("https://courier.example/bridge")


def of_source(*source: str, **ratings: list[str]) -> PeriodQuerySet:
    return shown().of_source(*source, **ratings).order_by(f"-{PLACE_OF_SOURCE}")[:PAGE]


# What is asked, and the index that answers it.
LOOKED_UP = {
    "the list": (lambda: shown().order_by("-place")[:PAGE], "claims_period_by_place"),
    "as of an instant": (lambda: shown(7).order_by("-place")[:PAGE], "claims_period_by_place"),
    "by rating": (
        lambda: shown().filter(rating="false").order_by("-place")[:PAGE],
        "claims_period_by_rating",
    ),
    "by question": (
        lambda: shown().filter(question="0000000000").order_by("-place")[:PAGE],
        "claims_period_by_question",
    ),
    "by source": (
        lambda: of_source("0000000000"),
        "claims_period_by_source",
    ),
    "by source and rating": (
        lambda: of_source("0000000000", ratings=["false"]),
        "claims_period_by_both",
    ),
    "by address": (
        lambda: shown().filter(address=ADDRESS).order_by("start"),
        "claims_period_by_address",
    ),
    "one that stands": (
        lambda: FactCheckPeriod.objects.standing().filter(fact_check__public_id="0000000000"),
        # Either way: one_standing, or once_per_version.
        "claims_period_on",
    ),
    "the ledger's row at an instant": (
        lambda: FactCheckVersion.objects.up_to(datetime(2024, 10, 24, tzinfo=UTC))[:1],
        "claims_version_by_time",
    ),
    "the ledger behind a number": (
        lambda: FactCheckVersion.objects.after(7)[:PAGE],
        "",
    ),
    "corrections": (
        lambda: FactCheckVersion.objects.with_notice().order_by("-sequence")[:PAGE],
        "claims_version_corrections",
    ),
}


@pytest.fixture
def as_in_a_large_table():
    """PostgreSQL reads a small table whole, whatever indexes it has."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")


@pytest.mark.usefixtures("as_in_a_large_table")
@pytest.mark.parametrize("asked", LOOKED_UP)
def test_it_is_looked_up_by_an_index(asked):
    rows, index = LOOKED_UP[asked]

    plan = rows().explain()

    assert index in plan, plan
    assert "SEARCH" in plan or "SCAN" in plan or "Index" in plan
    assert "Seq Scan" not in plan, plan
    assert "TEMP B-TREE" not in plan, plan


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no plans apart.")
@pytest.mark.parametrize(
    ("values", "index"),
    [
        ({}, "claims_period_by_place"),
        ({SOURCE: "0000000000"}, "claims_period_by_source"),
        ({SOURCE: "0000000000", RATING: "false"}, "claims_period_by_both"),
    ],
    ids=["the list", "a source’s", "a source’s by rating"],
)
@pytest.mark.usefixtures("as_in_a_large_table")
def test_a_list_whose_index_no_value_changes_is_planned_once(values, index):
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    filters = {name: [value] for name, value in values.items()}

    for place in (900, 7, 3):
        Listing(filters, None, Cursor("-published_at", False, [place]), PAGE - 1).rows()

    with connection.cursor() as cursor:
        cursor.execute("SELECT name, generic_plans FROM pg_prepared_statements")
        ((name, planned),) = cursor.fetchall()
        assert planned == 3
        arguments = ", ".join(f"'{each}'" for each in [*values.values(), 5])
        cursor.execute(f"EXPLAIN EXECUTE {name}({arguments})")
        plan = "\n".join(row for (row,) in cursor.fetchall())
    assert index in plan, plan
    assert "Seq Scan" not in plan, plan


@pytest.mark.skipif(connection.vendor != "postgresql", reason="A file is not compressed.")
def test_documents_are_compressed_by_what_unpacks_fastest():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attcompression FROM pg_attribute "
            "WHERE attrelid = 'claims_document'::regclass AND attname = 'body'"
        )

        assert cursor.fetchone() == ("l",)
