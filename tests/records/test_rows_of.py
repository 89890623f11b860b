"""Rows of a page's parts are those that the ORM gives, by a statement that is written once."""

from gc import collect
from typing import Any
from weakref import ref

import pytest
from django.db import connection
from django.db.models import F
from django.db.models.sql.compiler import SQLCompiler

from claims.models import ClaimAnchor, Quantity, Verdict
from factcheck.records.rows_of import RowsOf
from tests.newsroom import make_claim, make_doubtful_claim, make_draft, make_published

pytestmark = pytest.mark.django_db

# Of many kinds: texts, decimals, times, booleans, lists; own, joined and computed ones.
VERDICTS = Verdict.objects.order_by("pk").values(
    "claim", "rating__value", "published_at", "four_eyes", "summary", said=F("claim__statement")
)
FIGURES = Quantity.objects.order_by("-position", "pk").values("claim", "value", "is_answer", "unit")
COMPUTED_FIRST = VERDICTS.annotate(words=F("summary")).values("words", "claim", "rating__slug")
ANCHORS = ClaimAnchor.objects.order_by("pk").values("claim", "reasons", "quote_similarity")


@pytest.fixture
def claims() -> list[int]:
    """Keys of claims: published, being written, without a verdict, with other words."""
    made = [make_published().claim, make_draft().claim, make_claim(), make_doubtful_claim()]
    return [claim.pk for claim in made]


@pytest.mark.parametrize(
    "rows",
    [VERDICTS, COMPUTED_FIRST, FIGURES, ANCHORS],
    ids=["verdicts", "computed first", "figures", "places"],
)
def test_rows_are_those_of_the_orm_in_their_order(claims, rows):
    expected = list(rows.filter(claim__in=claims))

    found = RowsOf(rows, by="claim")(claims)

    assert found == expected != []
    assert [[type(value) for value in row.values()] for row in found] == [
        [type(value) for value in row.values()] for row in expected
    ]


def test_only_rows_of_the_keys_come(claims):
    of = RowsOf(VERDICTS, by="claim")

    assert [row["claim"] for row in of(claims)] == claims[:2]
    assert [row["claim"] for row in of([claims[1], claims[1]])] == [claims[1]]
    assert of([claims[2], 2**62]) == []


def test_nobody_has_no_rows_and_asks_nothing(claims, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert RowsOf(VERDICTS, by="claim")([None]) == RowsOf(VERDICTS, by="claim")([]) == []


def test_conditions_of_the_queryset_hold(claims):
    standing = RowsOf(VERDICTS.filter(state="published"), by="claim")
    percent = RowsOf(VERDICTS.filter(summary__contains="%s 5 %"), by="claim")

    assert [row["claim"] for row in standing(claims)] == claims[:1]
    assert percent(claims) == []


def test_the_orm_writes_the_statement_once(claims, monkeypatch):
    written: list[Any] = []
    compile_once = RowsOf._compile
    monkeypatch.setattr(
        RowsOf,
        "_compile",
        lambda self, connection: written.append(self) or compile_once(self, connection),
    )
    of = RowsOf(VERDICTS, by="claim")

    for some in (claims, claims[:1], claims[1:]):
        of(some)

    assert written == [of]


def test_how_values_are_converted_is_looked_up_once(claims, monkeypatch):
    of = RowsOf(VERDICTS, by="claim")
    before = of(claims)

    monkeypatch.setattr(SQLCompiler, "get_converters", None)

    assert of(claims) == before != []


def test_no_connection_is_kept_from_ending():
    of = RowsOf(VERDICTS, by="claim")
    a_threads_own = connection.copy()
    ended = ref(a_threads_own)

    statement = of._compile(a_threads_own)
    a_threads_own.close()
    del a_threads_own
    collect()

    assert statement.names[0] == "claim"
    assert ended() is None


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no plans apart.")
@pytest.mark.django_db(transaction=True)
def test_a_plan_is_made_anew_when_a_migration_has_changed_a_column():
    of, claims = RowsOf(FIGURES, by="claim"), [make_claim().pk]
    before = of(claims)
    migrating = connection.copy()
    alter = "ALTER TABLE claims_quantity ALTER COLUMN unit TYPE varchar({})"
    length = Quantity._meta.get_field("unit").max_length

    with migrating.cursor() as cursor:
        cursor.execute(alter.format(length + 1))
    try:
        assert of(claims) == before != []
    finally:
        with migrating.cursor() as cursor:
            cursor.execute(alter.format(length))
        migrating.close()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no plans apart.")
def test_one_plan_is_kept_whatever_the_keys(claims):
    of = RowsOf(VERDICTS.filter(state="published"), by="claim")

    for some in (claims, claims[:1], [2**40]):
        of(some)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%four_eyes%'"
        )
        ((kept,),) = cursor.fetchall()
    assert "'published'" in kept
    assert "$2" not in kept
