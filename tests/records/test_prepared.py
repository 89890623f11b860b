"""Statements that are compiled once give what the queryset gives, whatever the values."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import Q

from claims.models import Rating
from factcheck.records.prepared import MOST, Prepared
from tests.newsroom import make_rating

pytestmark = pytest.mark.django_db

SLUGS = ("false", "true", "disputed")


@pytest.fixture
def ratings() -> None:
    for number, slug in enumerate(SLUGS):
        make_rating(slug, order=100 + number)


def test_it_gives_the_rows_for_other_values_too(ratings):
    named = Prepared(lambda shape, texts: Rating.objects.filter(slug=texts[0]).values_list("slug"))

    found = [named(None, [slug]) for slug in ("false", "true", "nonsense", "'; --", "%s")]

    assert found == [[("false",)], [("true",)], [], [], []]


def test_the_orm_writes_each_statement_once(ratings):
    built = []

    def build(shape: Any, texts: Any) -> Any:
        built.append(shape)
        return Rating.objects.filter(slug__in=texts).values_list("slug")

    named = Prepared(build)
    for slugs in (["false"], ["true"], ["false", "true"], ["true", "disputed"]):
        named(len(slugs), slugs)

    assert built == [1, 2]


def test_a_value_may_stand_in_several_places(ratings):
    def build(shape: Any, values: Any) -> Any:
        text, version = values
        either = Q(slug=text) | Q(name=text) | Q(version__gt=version)
        return Rating.objects.filter(either).order_by("order").values_list("slug")

    named = Prepared(build)

    assert named(None, ["false", 1]) == [("false",)]
    assert named(None, ["false", 0]) == [("false",), ("true",), ("disputed",)]


def test_a_value_that_the_column_writes_otherwise_is_noticed(ratings):
    upper = Prepared(
        lambda shape, texts: Rating.objects.filter(slug=texts[0].upper() + "!").values_list("slug")
    )

    with pytest.raises(TypeError, match="value 0"):
        upper(None, ["false"])


def test_more_shapes_than_are_kept_are_answered_all_the_same(ratings):
    limited = Prepared(
        lambda shape, _: Rating.objects.order_by("order").values_list("slug")[:shape]
    )

    for size in range(1, MOST + 3):
        limited(size)

    assert limited(1) == [("false",)]
    assert len(limited(MOST + 10)) == 3


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps nothing apart.")
def test_only_what_is_looked_up_by_a_key_is_kept_on_the_server(ratings):
    def build(shape: Any, texts: Any) -> Any:
        return Rating.objects.filter(slug=texts[0]).values_list("slug", "order")[: shape + 1]

    by_key, otherwise = Prepared(build, planned_once=True), Prepared(build)

    found = [by_key(shape, [slug]) for shape in (1, 1, 2) for slug in SLUGS]
    others = [otherwise(shape, [slug]) for shape in (3, 3) for slug in SLUGS]

    assert found[:3] == others[:3] == [[("false", 100)], [("true", 101)], [("disputed", 102)]]
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        kept = [sql for (sql,) in cursor.fetchall()]
    assert sorted(sql.rpartition("LIMIT ")[2] for sql in kept) == ["2", "3"]
