"""Pages by cursor: every row once, whatever is tied or missing; bad parameters named."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from factcheck.records.public_id import public_id_from
from factcheck.rest.paging import CursorPaging
from sources.models import Source
from tests.rest.conftest import START, URL, make_sources, names, rows

ORDERINGS = {
    "name": ("name", "public_id"),
    "public_since": ("public_since", "public_id"),
    "country": ("country", "public_since", "public_id"),
    "speaker": ("speaks_for__name", "public_id"),
}


class View:
    orderings = ORDERINGS
    default_ordering = "name"


def page_at(address: str, queryset: Any) -> tuple[list[Any], str | None, str | None]:
    """The rows at this address, and the addresses beside it."""
    parts = urlsplit(address)
    request = Request(APIRequestFactory().get(parts.path, QUERY_STRING=parts.query))
    paging = CursorPaging()
    found = paging.paginate_queryset(queryset, request, View())
    body = paging.get_paginated_response(found).data
    return body["results"], body["next"], body["previous"]


def walk(address: str, queryset: Any, *, forwards: bool) -> list[list[Any]]:
    """The pages from here on, in the order in which they were met."""
    pages = []
    following: str | None = address
    while following is not None:
        found, after, before = page_at(following, queryset)
        pages.append(found)
        following = after if forwards else before
        assert len(pages) < 100
    return pages


MOMENTS = st.none() | st.integers(0, 2).map(lambda days: START + timedelta(days=days))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "b", "Ä"]), st.sampled_from(["", "UA"]), MOMENTS, st.booleans()
    ),
    max_size=12,
)


def store(described: list[Any]) -> None:
    Source.objects.filter(speaks_for__isnull=False).delete()
    Source.objects.all().delete()
    office = Source.objects.create(
        public_id="0ffce0ffce", name="Office", slug="office", kind="person", created_at=START
    )
    Source.objects.bulk_create(
        Source(
            public_id=public_id_from(f"row {number}"),
            name=name,
            slug=f"row-{number}",
            kind="person",
            country=country,
            public_since=public_since,
            speaks_for=office if speaks else None,
            created_at=START,
        )
        for number, (name, country, public_since, speaks) in enumerate(described)
    )


@pytest.mark.parametrize("as_values", [True, False], ids=["values", "instances"])
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)
@given(
    described=ROWS,
    ordering=st.sampled_from([f"{sign}{name}" for name in ORDERINGS for sign in ("", "-")]),
    size=st.integers(1, 5),
)
def test_walking_meets_every_row_once_there_and_back(db, described, ordering, size, as_values):
    store(described)
    queryset = Source.objects.select_related("speaks_for")
    if as_values:
        columns = {column for columns in ORDERINGS.values() for column in columns}
        queryset = queryset.values(*columns)
    id_of = (lambda row: row["public_id"]) if as_values else (lambda row: row.public_id)
    start = f"{URL}?page_size={size}&ordering={ordering}"

    there = walk(start, queryset, forwards=True)
    met = [id_of(row) for page in there for row in page]

    assert sorted(met) == sorted(Source.objects.values_list("public_id", flat=True))
    last = start
    while (after := page_at(last, queryset)[1]) is not None:
        last = after
    back = walk(last, queryset, forwards=False)
    assert [id_of(row) for page in reversed(back) for row in page] == met


@pytest.mark.parametrize("sign", ["", "-"])
def test_rows_without_a_value_stand_last_in_both_directions(reader, sign):
    make_sources("Never")
    Source.objects.bulk_create(
        Source(name=name, slug=name, kind="person", created_at=START, public_since=START + after)
        for name, after in (("early", timedelta(0)), ("late", timedelta(1)))
    )

    found = names(reader.get(URL, {"ordering": f"{sign}public_since"}))

    assert found == (["early", "late", "Never"] if not sign else ["late", "early", "Never"])


def test_a_page_has_fifty_rows_unless_asked(reader):
    rows(51)

    assert len(names(reader.get(URL))) == 50


def test_a_page_leads_on_in_body_and_link_header(reader):
    rows(3)

    response = reader.get(URL, {"page_size": 1})
    second = reader.get(response.json()["next"])

    assert response["Link"] == f'<{response.json()["next"]}>; rel="next"'
    assert response.json()["previous"] is None
    assert second["Link"] == (
        f'<{second.json()["next"]}>; rel="next", <{second.json()["previous"]}>; rel="prev"'
    )


def test_the_only_page_leads_nowhere(reader):
    rows(2)

    response = reader.get(URL)

    assert (response.json()["next"], response.json()["previous"]) == (None, None)
    assert not response.has_header("Link")


def test_the_way_on_keeps_the_other_parameters(reader):
    rows(3)

    following = reader.get(URL, {"page_size": 1, "kind": ["person", "media"]}).json()["next"]

    query = parse_qs(urlsplit(following).query)
    assert query["kind"] == ["person", "media"]
    assert query["page_size"] == ["1"]


def test_addresses_stand_on_the_request_s_host(reader):
    rows(2)

    following = reader.get(URL, {"page_size": 1}, HTTP_HOST="localhost:9000").json()["next"]

    assert following.startswith(f"http://localhost:9000{URL}?")


def test_addresses_stand_under_the_public_url_where_there_is_one(reader, settings):
    settings.PUBLIC_URL = "https://facts.example"
    rows(2)

    following = reader.get(URL, {"page_size": 1}).json()["next"]

    assert following.startswith(f"https://facts.example{URL}?")


def test_counting_is_asked_for(reader):
    rows(3)

    assert reader.get(URL, {"count": "true", "page_size": 2}).json()["count"] == 3
    assert "count" not in reader.get(URL, {"count": "false"}).json()
    assert "count" not in reader.get(URL).json()


def test_a_list_costs_one_query(reader, django_assert_num_queries):
    rows(3)

    with django_assert_num_queries(1):
        reader.get(URL, {"page_size": 2})


def test_rows_that_come_while_one_reads_do_not_shift_the_pages(reader):
    rows(4)
    first = reader.get(URL, {"page_size": 2, "ordering": "-created_at"})
    Source.add(by=None, name="Newest", kind="person", at=START + timedelta(days=1))

    second = reader.get(first.json()["next"])

    assert [*names(first), *names(second)] == [f"Source {n:03}" for n in (3, 2, 1, 0)]


def test_a_reader_whose_rows_have_gone_is_led_back(reader):
    rows(3)
    second = reader.get(URL, {"page_size": 2, "ordering": "name"}).json()["next"]
    Source.objects.filter(name="Source 002").delete()

    response = reader.get(second)

    assert names(response) == []
    assert names(reader.get(response.json()["previous"])) == ["Source 000", "Source 001"]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("page_size", "0"),
        ("page_size", "101"),
        ("page_size", "-1"),
        ("page_size", "ten"),
        ("page_size", ""),
        ("page_size", "٣"),
        ("page_size", "1e1"),
        ("count", "yes"),
        ("count", ""),
        ("cursor", ""),
        ("cursor", "x"),
        ("cursor", "é"),
        ("cursor", "W10"),
        ("cursor", "eyJhIjoxfQ"),
        ("cursor", "A" * 3000),
        ("ordering", "secret"),
        ("ordering", ""),
        ("ordering", "--name"),
    ],
)
def test_a_bad_parameter_is_named(reader, parameter, value):
    response = reader.get(URL, {parameter: value})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == parameter


@pytest.mark.parametrize("parameter", ["page_size", "count", "cursor", "ordering"])
def test_a_parameter_of_paging_comes_once(reader, parameter):
    response = reader.get(URL, {parameter: ["1", "2"]})

    assert response.json()["errors"][0]["parameter"] == parameter


def test_an_unknown_ordering_is_told_the_known_ones(reader):
    detail = reader.get(URL, {"ordering": "secret"}).json()["detail"]

    assert "-created_at" in detail
    assert "name" in detail


def test_to_a_reader_the_desk_s_ordering_is_unknown(reader, editor):
    hidden = reader.get(URL, {"ordering": "speaks_for"})

    assert hidden.status_code == 400
    assert "speaks_for" not in hidden.json()["detail"]
    assert "speaks_for" not in reader.options(URL).json()["orderings"]
    assert editor.get(URL, {"ordering": "speaks_for"}).status_code == 200
    assert "speaks_for" in editor.options(URL).json()["orderings"]


def test_a_cursor_belongs_to_its_ordering(reader):
    rows(3)
    following = reader.get(URL, {"page_size": 1, "ordering": "name"}).json()["next"]
    cursor = parse_qs(urlsplit(following).query)["cursor"][0]

    response = reader.get(URL, {"cursor": cursor, "ordering": "-name"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "cursor"


def test_a_cursor_tells_no_number_of_the_database(reader):
    from base64 import urlsafe_b64decode

    stored = rows(3)
    following = reader.get(URL, {"page_size": 1, "ordering": "name"}).json()["next"]
    cursor = parse_qs(urlsplit(following).query)["cursor"][0]

    said = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()

    assert said == f'["name",0,["Source 000","{stored[0].public_id}"]]'


@pytest.mark.parametrize(
    "key",
    [
        '["-created_at",0,["2024-10-23T12:00:00","x"]]',
        '["-created_at",0,["not a time","x"]]',
        '["-created_at",0,[1,"x"]]',
        '["-created_at",0,[["2024"],"x"]]',
        '["-created_at",0,[null,"x"]]',
        '["-created_at",0,["2024-10-23T12:00:00Z"]]',
        '["-created_at",0,["2024-10-23T12:00:00Z","x","y"]]',
        '["-created_at",0,["2024-10-23T12:00:00Z","\\u0000"]]',
        '["-created_at",2,["2024-10-23T12:00:00Z","x"]]',
        '["-created_at",0,"2024"]',
        '["-created_at",0,5]',
        '["-created_at",[],null]',
        '["-created_at",0]',
        '{"-created_at": 0}',
        "5",
    ],
)
def test_a_forged_cursor_is_refused(reader, key):
    from base64 import urlsafe_b64encode

    cursor = urlsafe_b64encode(key.encode()).decode().rstrip("=")

    response = reader.get(URL, {"cursor": cursor})

    assert response.status_code == 400, response.content
    assert response.json()["errors"][0]["parameter"] == "cursor"


def test_a_page_beyond_a_cursor_is_found_by_the_index(reader, django_assert_num_queries, db):
    from django.db import connection

    rows(60)
    following = reader.get(URL, {"page_size": 1}).json()["next"]

    with django_assert_num_queries(1) as queries:
        reader.get(following)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
            plan = " ".join(str(step) for step in cursor.fetchall())
        assert "sources_by_creation (created_at<" in plan
        assert "TEMP B-TREE" not in plan
