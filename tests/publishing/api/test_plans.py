"""How the databases look the public record up: by an index, never through the whole table."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from claims.models import FactCheckPeriod, FactCheckVersion
from claims.record.addresses import key_of
from publishing.record import shown

pytestmark = pytest.mark.django_db

PAGE = 51
ADDRESS = key_of("https://courier.example/bridge")

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
    "by address": (
        lambda: shown().filter(address=ADDRESS).order_by("start"),
        "claims_period_by_address",
    ),
    "one that stands": (
        lambda: FactCheckPeriod.objects.standing().filter(fact_check__public_id="0000000000"),
        "claims_period_one",
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
