"""Claims due within a while, in another order than that of their due dates."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from claims.models import Claim
from factcheck.records import few
from factcheck.records.few import within
from tests.newsroom import make_claim
from tests.plans import large_tables

pytestmark = pytest.mark.django_db

NOW = datetime(2030, 5, 1, 12, tzinfo=UTC)
ORDERS = {"start": "claims_claim_due_by_start", "created_at": "claims_claim_due_by_creation"}


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if very many were due."""
    monkeypatch.setattr(few, "FEW", 0)


@pytest.mark.parametrize("order", ORDERS)
def test_they_are_met_among_those_that_are_due_at_all(order):
    make_claim(due_at=NOW - timedelta(days=1))
    large_tables()

    plan = within(Claim.objects.all(), "due_at", lt=NOW).order_by(order, "public_id")[:50].explain()

    if connection.vendor == "sqlite":
        assert ORDERS[order] in plan, plan
        assert "TEMP B-TREE" not in plan, plan
    else:
        # PostgreSQL knows how many are due, and may gather them.
        assert ORDERS[order] in plan or "claims_claim_by_due" in plan, plan


@pytest.mark.parametrize("order", ORDERS)
def test_they_are_the_ones_in_the_range_whatever_the_order(order):
    due = [make_claim(due_at=at) for at in (NOW, None, NOW + timedelta(days=1))]

    found = within(Claim.objects.all(), "due_at", lte=NOW).order_by(order, "public_id")

    assert list(found) == due[:1]
