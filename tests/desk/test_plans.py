"""How the admin's lists, the queue and its pages are read: along an index, whatever is asked."""

import pytest

from factcheck.records import few
from tests.desk.editor import Editor
from tests.desk.lists import LISTS, address_of, queries_of
from tests.desk.newsroom import make_newsroom
from tests.plans import large_tables, planned

pytestmark = pytest.mark.django_db

# What has few rows by its nature, or finds them by their words, may sort them: decision 0019.
SORTED = ("article=", "question=", "q=")
# One person's drafts, too.
OF_ONE_PERSON = '"claims_verdict"."created_by_id" = %s'
# What another desk's checks, and what is told to whom, are narrowed by is not the desk's own work.
DESKS = [label for label in LISTS if not label.startswith("publishing.")]


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every range held many rows."""
    make_newsroom()
    monkeypatch.setattr(few, "are_few", lambda rows: False)
    large_tables()


def offences(editor: Editor, address: str) -> list[str]:
    may_sort = any(name in address for name in SORTED)
    with planned() as plans:
        assert editor.client.get(address).status_code == 200
    steps = [
        step
        for plan in plans
        for step in plan.offences(may_sort=may_sort or OF_ONE_PERSON in plan.sql)
    ]
    return [f"{address}: {step}" for step in steps]


def offences_of(editor: Editor, label: str, *, together: int) -> list[str]:
    queries = queries_of(label, editor, together=together)
    return [step for query in queries for step in offences(editor, address_of(label) + query)]


@pytest.mark.slow
@pytest.mark.parametrize("label", DESKS)
def test_every_list_and_search_is_read_along_an_index(label: str, rey: Editor):
    wrong = offences(rey, address_of(label)) + offences(rey, f"{address_of(label)}?q=bridge")

    assert not wrong, "\n".join(wrong)


def test_the_queue_is_read_along_an_index(rey: Editor):
    wrong = offences(rey, "/admin/")

    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("together", [0, 1])
@pytest.mark.parametrize("label", DESKS)
def test_every_filter_with_every_column_too(label: str, together: int, rey: Editor):
    wrong = offences_of(rey, label, together=together)

    assert not wrong, "\n".join(wrong)
