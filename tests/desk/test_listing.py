"""Lists count no further than anybody pages, and say so."""

import pytest
from django.urls import reverse

from accounts.scopes import Role
from factcheck.desk import listing
from tests.desk.editor import Editor
from tests.newsroom import make_source, the

pytestmark = pytest.mark.django_db
LIST = reverse("admin:sources_source_changelist")


@pytest.fixture
def page(monkeypatch):
    """A list of sources that counts to three, as it shows so many."""
    monkeypatch.setattr(listing, "MOST_ROWS", 3)

    def shown(count):
        for _ in range(count):
            make_source()
        return Editor(the(Role.ANNOTATOR)).client.get(LIST).content.decode()

    return shown


def test_a_list_that_is_counted_to_its_end_says_how_many_there_are(page):
    shown = page(2)

    assert "2 found" in shown
    assert "2 sources" in shown


def test_a_list_that_is_not_says_that_there_may_be_more(page):
    shown = page(5)

    assert "3+ found" in shown
    assert "3+ sources" in shown


def test_where_nobody_knows_how_many_all_are_nobody_can_choose_all(page, monkeypatch):
    monkeypatch.setattr(listing.DeskList, "list_per_page", 1)

    assert 'class="question hidden"' in page(2)
    assert 'class="question hidden"' not in page(3)
