"""What a search meets along a list's order is what it finds, whatever the order and the words."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Question
from factcheck.index import meeting, sqlite_expressions, sqlite_queries
from factcheck.index.engines import engine_of
from factcheck.index.finding import few_found, found
from factcheck.index.kinds import kind_named
from factcheck.index.meeting import first_met
from factcheck.index.sqlite_expressions import in_full
from factcheck.index.sqlite_queries import NEAR, runs
from factcheck.index.words import read
from tests.kept import kept_rows
from tests.newsroom import make_question

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor == "postgresql", reason="PostgreSQL chooses by itself what to gather."
    ),
]

# Stems that begin alike, one that is stemmed again (“eas”), figures, diacritics, no spaces.
WORDS = (
    *("euro", "euros", "Europe", "ease", "easing", "east", "agency", "agencies", "agent"),
    *("intelligence", "bridge", "bridges", "12", "120", "café", "cafeteria", "朝鲜士兵", "士兵"),
)
# Of these nobody knows the tokenizer's stem.
UNKNOWN = ("sœur", "sœurs")


@pytest.fixture(scope="module")
def kept_questions(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    chance = Random(1)
    with kept_rows(django_db_blocker):
        for number in range(60):
            words = chance.sample(WORDS + UNKNOWN, 4)
            make_question(f"{' '.join(words)} {number}?")
        yield


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every search is frequent, and windows are small."""
    monkeypatch.setattr(sqlite_queries, "FEW", 0)
    monkeypatch.setattr(sqlite_queries, "NEAR", 3)
    monkeypatch.setattr(meeting, "WINDOWS", ((0, 5), (5, 15), (15, 1_000)))


@pytest.fixture
def questions(kept_questions: None, db: None, small: None) -> None:
    """Sixty questions of four words each, of which any is frequent."""


def met(searches: list[str], rows: Any, most: int) -> list[int] | None:
    keys = rows.values_list("pk", flat=True)
    return first_met("questions", searches, lambda begin, end: list(keys[begin:end]), most)


def gathered(searches: list[str], rows: Any) -> list[int]:
    conditions = found("questions", searches[0])
    for search in searches[1:]:
        conditions |= found("questions", search)
    return list(rows.filter(conditions).values_list("pk", flat=True))


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2)
endings = st.sampled_from(["", " "])
searches = st.lists(
    st.builds(lambda some, cut, end: " ".join(some)[:cut] + end, words, st.integers(1, 12), endings)
    | st.builds(lambda some: f"“{' '.join(some)}”", words),
    min_size=1,
    max_size=2,
)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(searches, st.sampled_from(["slug", "-slug", "pk", "-pk"]), st.integers(1, 70))
def test_what_is_met_is_what_is_found(questions, searches, ordering, most):
    rows = Question.objects.order_by(ordering)

    first = met(searches, rows, most)

    assert first is None or first == gathered(searches, rows)[:most]


@pytest.mark.parametrize(
    "search",
    ["euro", "eu", "eas", "ease", "agenc", "intelligenc", "bridge 12", "12", "士兵", "朝鲜士兵"],
)
def test_a_frequent_word_is_met(questions, search):
    rows = Question.objects.order_by("-slug")

    first = met([search], rows, 5)

    assert first
    assert first == gathered([search], rows)[:5]


def test_a_list_that_is_narrowed_otherwise_is_met_to_its_end(questions):
    rows = Question.objects.filter(slug__contains="bridge").order_by("slug")

    assert met(["cafe"], rows, 100) == gathered(["cafe"], rows)


def test_few_rows_are_gathered(questions, monkeypatch):
    rows = Question.objects.order_by("pk")
    asked = few_found("questions", ["bridge", "café "])

    monkeypatch.setattr(sqlite_queries, "FEW", 60)
    few = few_found("questions", ["bridge", "café "])

    assert asked is None
    assert sorted(few or []) == gathered(["bridge", "café "], rows)


def test_rows_far_apart_in_the_list_are_gathered(questions, monkeypatch):
    monkeypatch.setattr(meeting, "WINDOWS", ((0, 2),))

    assert met(["bridge"], Question.objects.order_by("pk"), 50) is None


@pytest.mark.parametrize("search", ["s", "café", "the mayor's"])
def test_the_beginning_of_words_that_cannot_be_written_stays(questions, search):
    assert in_full(connection, kind_named("questions"), read(search)) is None


@pytest.mark.parametrize("search", ["e", "s", "café", "the bridge 1"])
def test_a_beginning_that_stays_is_met_too(questions, monkeypatch, search):
    monkeypatch.setattr(sqlite_expressions, "MOST_TERMS", 2)
    rows = Question.objects.order_by("-slug")

    assert met([search], rows, 5) == gathered([search], rows)[:5]


def test_a_beginning_is_written_as_the_words_of_the_index(questions):
    (written,) = in_full(connection, kind_named("questions"), read("eu")) or [""]

    assert written == '("euro" OR "europ")'


def test_a_word_that_nothing_begins_with_is_not_found(questions):
    assert (
        engine_of(connection)
        .stretches(connection, kind_named("questions"), read("zebr"), ())
        .among(range(1, 100))
        == set()
    )


def test_ids_are_looked_at_in_runs():
    assert list(runs([], NEAR)) == []
    assert list(runs([5, 3, 4], NEAR)) == [(3, 5)]
    assert list(runs([1, 1 + NEAR, 2 + 2 * NEAR, 9_000], NEAR)) == [
        (1, 1 + NEAR),
        (2 + 2 * NEAR, 2 + 2 * NEAR),
        (9_000, 9_000),
    ]
