"""What lists cost: as many queries for one row as for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.scopes import Role
from tests import newsroom
from tests.newsroom import evidence, the

pytestmark = pytest.mark.django_db


def a_full_claim(number):
    """A published claim with people, sources, question and evidence of its own."""
    source, witness, via = (
        newsroom.make_source(f"{name} {number}", aliases=[f"{name[:2]}{number}"])
        for name in ("Source", "Witness", "Radio")
    )
    claim = newsroom.make_claim(
        article=newsroom.make_article(f"Article {number}", publisher=via),
        question=newsroom.make_question(f"Question {number}?"),
        attributions=[{"source": source, "via": via}],
        assignee=newsroom.make_person(username=f"person-{number}"),
        repeats=newsroom.make_claim("18 months"),
    )
    newsroom.make_published(
        claim=claim, evidence=[evidence(source=witness)], published_by=the(Role.REVIEWER)
    )
    newsroom.make_draft(claim=claim, by=claim.assignee)


def costs(client):
    """List → how many queries it took, and how many rows it has."""
    counted = {}
    for kind in ("claims", "verdicts", "articles", "sources", "questions"):
        with CaptureQueriesContext(connection) as queries:
            rows = client.get(f"/api/v1/{kind}/?page_size=100").json()["results"]
        counted[kind] = (len(queries), len(rows))
    return counted


@pytest.mark.slow
def test_lists_cost_the_same_for_one_row_and_for_many(api, as_annotator):
    a_full_claim(0)
    as_annotator.get("/api/v1/claims/")
    few = {client: costs(client) for client in (api, as_annotator)}
    for number in range(1, 17):
        a_full_claim(number)

    for client, cheap in few.items():
        for kind, (queries, rows) in costs(client).items():
            assert rows > cheap[kind][1] * 10
            assert queries == cheap[kind][0], kind


def test_history_costs_the_same_for_a_short_and_a_long_one(as_annotator):
    claim = newsroom.make_claim()
    path = f"/api/v1/claims/{claim.public_id}/history/"

    def cost():
        with CaptureQueriesContext(connection) as queries:
            rows = as_annotator.get(path).json()["results"]
        return len(queries), len(rows)

    as_annotator.get(path)
    short, few = cost()
    for number in range(50):
        claim.edit(by=the(Role.ANNOTATOR), note=f"Note {number}")
    long, many = cost()

    assert (few, many) == (1, 50)
    assert short == long
