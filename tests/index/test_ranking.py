"""The rows that share most of what one text is about."""

import pytest

from claims.models import FactCheckPeriod
from factcheck.index import sqlite
from factcheck.index.ranking import Ranking
from tests.newsroom import make_claim, make_published

pytestmark = pytest.mark.django_db


def best(text):
    said = dict(FactCheckPeriod.objects.values_list("pk", "said"))
    hits = Ranking("statements", [text]).best(text, 5)
    return [said[hit.row].partition("\n")[0] for hit in hits]


@pytest.fixture(params=["few rows", "many rows"])
def ranked_as(request, monkeypatch):
    """SQLite ranks few rows and many in two ways."""
    if request.param == "many rows":
        monkeypatch.setattr(sqlite, "SMALL", 0)


def test_words_are_found_whose_stems_have_another_stem(ranked_as):
    make_published(claim=make_claim(statement="Nobody raises the price of houses in Lublin."))
    make_published(claim=make_claim(statement="The Oder bridge carries heavy lorries."))

    assert best("raise houses") == ["Nobody raises the price of houses in Lublin."]
