"""What a page of the desk costs does not grow with what it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from tests.desk.editor import Editor
from tests.newsroom import (
    make_article,
    make_claim,
    make_draft,
    make_published,
    make_question,
    make_source,
    make_submitted,
)

pytestmark = pytest.mark.django_db

CEILINGS = {
    "/admin/": 22,
    "/admin/claims/claim/": 16,
    "/admin/claims/claim/?q=bridge&status=unchecked": 16,
    "/admin/claims/verdict/": 10,
    "/admin/claims/article/": 12,
    "/admin/claims/question/": 8,
    "/admin/sources/source/": 8,
}


def fill(first: int, last: int) -> None:
    """A row for each of these numbers of everything that lists show."""
    for each in range(first, last + 1):
        office = make_source(f"Office {each}")
        claim = make_claim(
            question=make_question(f"What does bridge {each} cost?"),
            attributions=[{"source": office, "stance": "asserts"}],
        )
        claim.edit(by=claim.created_by, assignee=claim.created_by)
        for make in (make_draft, make_submitted, make_published):
            make(claim=make_claim(attributions=[{"source": office, "stance": "asserts"}]))
        make_article(f"Bridge {each}", publisher=office)


def cost(editor: Editor, page: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert editor.client.get(page).status_code == 200
    return len(queries)


@pytest.mark.slow
def test_no_list_costs_more_for_ten_rows_than_for_one(rey: Editor):
    fill(1, 1)
    costs(rey)
    for_one = costs(rey)

    fill(2, 10)

    assert costs(rey) == for_one


def test_no_list_costs_more_than_its_ceiling(rey: Editor):
    fill(1, 1)
    costs(rey)

    above = {page: number for page, number in costs(rey).items() if number > CEILINGS[page]}

    assert not above


def costs(editor: Editor) -> dict[str, int]:
    return {page: cost(editor, page) for page in CEILINGS}


def test_a_claims_page_costs_the_same_for_one_source_and_for_ten(ann: Editor):
    def claim_by(number: int) -> Claim:
        sources = [make_source(f"{number}: office {each}") for each in range(number)]
        return make_claim(attributions=[{"source": source} for source in sources])

    few, many = claim_by(1), claim_by(10)
    cost(ann, f"/admin/claims/claim/{few.public_id}/change/")

    assert cost(ann, f"/admin/claims/claim/{many.public_id}/change/") == cost(
        ann, f"/admin/claims/claim/{few.public_id}/change/"
    )


def test_an_articles_page_costs_the_same_for_one_claim_and_for_three(ann: Editor):
    few, many = make_article("One"), make_article("Three")
    make_claim(article=few)
    for quote in ("4.2 million euros", "3.1 million euros", "18 months"):
        make_claim(quote, article=many)
    cost(ann, f"/admin/claims/article/{few.public_id}/change/")

    assert cost(ann, f"/admin/claims/article/{many.public_id}/change/") == cost(
        ann, f"/admin/claims/article/{few.public_id}/change/"
    )
