"""On SQLite, what takes long to count is counted again only when the index has grown."""

import pytest
from django.db import connection

from factcheck.index import sqlite_counts
from factcheck.index.engines import engine_of
from factcheck.index.kinds import kind_named
from tests.newsroom import make_source

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps these counts"),
]


@pytest.fixture
def offices(monkeypatch):
    """Four sources whose names have one word in common, of which two rows are many."""
    monkeypatch.setattr(sqlite_counts, "_counted", {})
    monkeypatch.setattr(sqlite_counts, "MANY", 2)
    monkeypatch.setattr(sqlite_counts, "HARDLY", 2)
    return [make_source(f"Bridge {name}") for name in ("office", "watch", "union", "fund")]


def rows_of(*stems):
    return engine_of(connection).frequencies(connection, kind_named("sources"), stems)


def test_many_are_counted_once_while_the_index_hardly_grows(offices):
    assert rows_of("bridg", "fund") == {"bridg": 4, "fund": 1}

    make_source("Bridge fund")

    assert rows_of("bridg", "fund") == {"bridg": 4, "fund": 2}


def test_an_index_that_has_grown_is_counted_anew(offices, monkeypatch):
    monkeypatch.setattr(sqlite_counts, "HARDLY", 10**9)
    assert rows_of("bridg") == {"bridg": 4}

    make_source("Bridge board")

    assert rows_of("bridg") == {"bridg": 5}


def test_all_rows_are_counted_like_the_rows_of_a_word(offices):
    size, kind = engine_of(connection).size, kind_named("sources")
    assert size(connection, kind) == 4

    make_source("Harbour")

    assert size(connection, kind) == 4
    sqlite_counts._counted.clear()
    assert size(connection, kind) == 5
