"""How lists of working records are read: along an index, whatever they are asked for."""

from typing import Any

import pytest
from django.test import Client

from accounts.scopes import Role
from factcheck.records import few
from factcheck.rest.cursors import Cursor
from tests.asked import LISTS, Asker, List, Query
from tests.desk.editor import Editor
from tests.newsroom import (
    make_article,
    make_claim,
    make_draft,
    make_published,
    make_question,
    make_source,
    make_submitted,
    the,
)
from tests.plans import large_tables, planned

pytestmark = pytest.mark.django_db

# What has few rows by its nature, or finds them by their words, may sort them: decision 0019.
SORTED = {"article", "question", "claim", "url", "name", "q"}


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every source said much, and every range held many rows."""
    monkeypatch.setattr(few, "FEW", 0)
    office = make_source(country="FI", speaks_for=make_source("Ministry"))
    question = make_question()
    for make in (make_draft, make_submitted, make_published):
        claim = make_claim(
            article=make_article(publisher=office, published_at="2024-10-23"),
            question=question,
            attributions=[{"source": office, "stance": "asserts"}],
        )
        claim.edit(by=claim.created_by, assignee=the(Role.ANNOTATOR), due_at=claim.created_at)
        make(claim=claim)
    large_tables()


def name_of(each: List) -> str:
    return f"{each.name}-{'desk' if each.desk else 'reader'}"


def offences(each: List, *, together: int) -> list[str]:
    client, asker = Client(), Asker()
    if each.desk:
        client, asker = Editor(the(Role.REVIEWER)).client, Asker(the(Role.REVIEWER))
    queries = list(each.queries(asker, together=together))
    assert queries or together, "There is a list without orderings."
    return [step for query in queries for step in _offences(client, each, query)]


def _offences(client: Any, each: List, query: Query) -> list[str]:
    """Of the first page, of the last, and of the one beyond a row in between."""
    may_sort = any(name in SORTED for name, _ in query)
    addresses = [each.at((*query, ("page_size", "1")))]
    ordering = dict(query)["ordering"]
    addresses.append(each.at((*query, ("cursor", Cursor(ordering, True, None).text()))))
    wrong = []
    while addresses:
        address = addresses.pop()
        with planned() as plans:
            answer = client.get(address, headers={"accept": "application/json"})
        assert answer.status_code == 200, (address, answer.content)
        if "cursor" not in address and answer.json()["next"]:
            addresses.append(answer.json()["next"])
        for plan in plans:
            wrong += [f"{address}: {step}" for step in plan.offences(may_sort=may_sort)]
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("each", LISTS, ids=name_of)
def test_every_ordering_is_read_along_an_index(each: List):
    wrong = offences(each, together=0)

    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("together", [1, 2])
@pytest.mark.parametrize("each", LISTS, ids=name_of)
def test_every_filter_with_every_ordering_and_every_two_filters_too(each: List, together: int):
    wrong = offences(each, together=together)

    assert not wrong, "\n".join(wrong)
