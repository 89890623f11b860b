"""The OpenAPI document is true of everything in the demo."""

import pytest

from accounts.endpoints import ANYONE, ENDPOINTS
from accounts.models import User
from claims.models import Claim
from factcheck.api import router
from tests.api.document import Document
from tests.api.rows import path_of, template_of
from tests.newsroom import ApiClient, client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

LISTS = [
    prefix
    for prefix, view, _ in router.registry
    if hasattr(view, "retrieve") and ENDPOINTS[prefix]["GET"] is ANYONE
]


@pytest.fixture(scope="module")
def document():
    return Document()


@pytest.mark.parametrize(
    "reader", ["anonymous", pytest.param("administrator", marks=pytest.mark.slow)]
)
def test_every_row_is_what_the_document_says(reader, document):
    client = ApiClient()
    if reader != "anonymous":
        client = client_of(User.objects.get(username=reader))

    for kind in LISTS:
        page = client.get(f"/api/v1/{kind}/?count=true&page_size=100")
        rows = page.json()["results"]

        assert rows
        assert document.problems_with(page) == []
        for row in rows:
            detail = client.get(f"/api/v1/{kind}/{row['id']}/")
            assert document.problems_with(detail) == []
            assert detail.json() == row


@pytest.mark.slow
def test_every_history_and_comparison_is_what_the_document_says(document):
    client = client_of(User.objects.get(username="administrator"))
    what = {
        path
        for endpoint in ENDPOINTS
        if "GET" in ENDPOINTS[endpoint] and endpoint.count("/") == 2
        for row in client.get(path_of(endpoint.partition("/")[0])).json()["results"]
        for path in [template_of(endpoint).replace("{id}", row["id"])]
    }

    for path in what:
        assert document.problems_with(client.get(path)) == [], path

    assert len(what) > Claim.objects.count()


@pytest.mark.parametrize("kind", ["claims", "verdicts"])
def test_every_retracted_or_hidden_row_is_a_problem_that_the_document_knows(kind, document, api):
    desk = client_of(User.objects.get(username="administrator"))
    rows = desk.get(f"/api/v1/{kind}/?page_size=100").json()["results"]

    answers = [api.get(f"/api/v1/{kind}/{row['id']}/") for row in rows]

    assert {200, 404} <= {answer.status_code for answer in answers}
    for answer in answers:
        assert document.problems_with(answer) == []
