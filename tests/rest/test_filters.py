"""Filters say no to what they do not know, and either to what is given twice."""

from typing import Any

import pytest
from django.utils import timezone

from factcheck.rest import filters
from sources.models import Source
from tests.rest.conftest import URL, make_sources, names, rows


@pytest.fixture
def people(db: None) -> list[Source]:
    """A person in Ukraine, an outlet in the US, and a secret voice."""
    return [
        *make_sources("Ana", country="UA"),
        *make_sources("Bee", kind="media", country="US", public_since=timezone.now()),
        *make_sources("Cat", kind="anonymous"),
    ]


def named(response: Any) -> str:
    """The parameter that a 400 names."""
    assert response.status_code == 400, response.content
    return response.json()["errors"][0]["parameter"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=person", ["Ana"]),
        ("kind=person&kind=media", ["Ana", "Bee"]),
        ("kind=person&kind=person", ["Ana"]),
        ("country=ua", ["Ana"]),
        ("country=ua&country=us", ["Ana", "Bee"]),
        ("kind=person&country=us", []),
        ("q=an", ["Ana"]),
        ("q=an&q=bee", ["Ana", "Bee"]),
        ("search=an", ["Ana"]),
        ("search=an&q=bee", ["Ana", "Bee"]),
        ("q=", ["Ana", "Bee"]),
        ("q=&kind=media", ["Bee"]),
        ("chosen=ana&chosen=bee", ["Ana", "Bee"]),
        ("created_after=2024-10-23T12:00:00Z", ["Ana", "Bee"]),
        ("created_after=2024-10-23T14:00:00%2B02:00", ["Ana", "Bee"]),
        ("created_after=2024-10-23T14:00:00+02:00", ["Ana", "Bee"]),
        ("created_after=2024-10-23t12:00:00.000z", ["Ana", "Bee"]),
        ("created_after=2024-10-23T12:00:00.123456789Z", []),
        ("created_after=2024-10-24", []),
        ("created_before=2024-10-23", []),
        ("created_before=2024-10-23T12:00:00Z", []),
        ("created_before=2024-10-24&created_before=1999-01-01", ["Ana", "Bee"]),
        ("created_on=2024-10-23", ["Ana", "Bee"]),
        ("created_on=2024-10-24T01:00:00%2B02:00", ["Ana", "Bee"]),
        ("created_on=2024-10-24", []),
        ("version=1", ["Ana", "Bee"]),
        ("version=1.0&version=7", ["Ana", "Bee"]),
        ("version=-1.5", []),
        ("version=99999999999999999999", []),
    ],
)
def test_a_filter_narrows_the_list(reader, people, query, found):
    response = reader.get(URL, QUERY_STRING=f"{query}&ordering=name")

    assert names(response) == found


def test_an_identity_is_an_id_or_a_slug(reader, people):
    ana = people[0]
    make_sources("Her office", speaks_for=ana)

    assert names(reader.get(URL, {"speaks_for": ana.public_id})) == ["Her office"]
    assert names(reader.get(URL, {"speaks_for": "ana"})) == ["Her office"]


def test_a_slug_that_looks_like_another_row_s_id_does_not_take_its_place(reader, people):
    ana = people[0]
    make_sources("Impostor", slug=ana.public_id)

    assert names(reader.get(URL, {"chosen": ana.public_id})) == ["Ana"]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("kind=robot", "kind"),
        ("kind=", "kind"),
        ("kind=person&kind=robot", "kind"),
        ("speaks_for=nobody", "speaks_for"),
        ("speaks_for=", "speaks_for"),
        ("chosen=ana&chosen=nobody", "chosen"),
        ("created_after=yesterday", "created_after"),
        ("created_after=2024-10-23T12:00:00", "created_after"),
        ("created_after=2024-13-01", "created_after"),
        ("created_after=20241023", "created_after"),
        ("created_after=2024-W43-3", "created_after"),
        ("created_after=2024-10-23T25:00:00Z", "created_after"),
        ("created_on=today", "created_on"),
        ("version=", "version"),
        ("version=many", "version"),
        ("version=1e3", "version"),
        ("version=NaN", "version"),
        ("version=%D9%A3", "version"),
        ("country=", "country"),
        ("nosuch=1", "nosuch"),
        ("kind__in=person", "kind__in"),
        ("q=%00", "q"),
    ],
)
def test_what_cannot_be_followed_is_named(reader, people, query, parameter):
    assert named(reader.get(URL, QUERY_STRING=query)) == parameter


def test_every_wrong_parameter_is_told_at_once(reader, people):
    errors = reader.get(URL, {"kind": "robot", "created_on": "today"}).json()["errors"]

    assert {error["parameter"] for error in errors} == {"kind", "created_on"}


def test_an_unknown_parameter_is_told_the_known_ones(reader, db):
    body = reader.get(URL, {"nosuch": "1"}).json()

    assert body["code"] == "unknown_parameter"
    for known in ("q", "search", "kind", "speaks_for", "cursor", "fields", "format"):
        assert known in body["detail"]
    assert "public" not in body["detail"].replace("public_", "")


def test_an_unknown_choice_is_told_the_known_ones(reader, db):
    assert "government" in reader.get(URL, {"kind": "robot"}).json()["detail"]


def test_to_a_reader_the_desk_s_filter_is_unknown(reader, editor, people):
    assert named(reader.get(URL, {"public": "true"})) == "public"
    assert names(editor.get(URL, {"public": "true"})) == ["Bee"]
    assert "public" in editor.get(URL, {"nosuch": "1"}).json()["detail"]


@pytest.mark.parametrize("value", ["1", "yes", "True", ""])
def test_yes_or_no_is_true_or_false(editor, value):
    assert named(editor.get(URL, {"public": value})) == "public"


@pytest.mark.parametrize("parameter", ["chosen", "speaks_for"])
def test_a_row_one_may_not_see_is_as_unknown_as_one_that_is_not(reader, editor, people, parameter):
    cat = people[2]

    hidden = reader.get(URL, {parameter: cat.public_id})
    absent = reader.get(URL, {parameter: "0000000000"})

    assert hidden.status_code == absent.status_code == 400
    assert hidden.content == absent.content.replace(b"0000000000", cat.public_id.encode())
    assert editor.get(URL, {parameter: cat.public_id}).status_code == 200


@pytest.mark.parametrize("parameter", ["q", "kind", "page_size", "nosuch"])
def test_a_single_row_takes_no_filters(reader, people, parameter):
    response = reader.get(f"{URL}{people[0].public_id}/", {parameter: "1"})

    assert named(response) == parameter


@pytest.mark.parametrize("parameter", ["fields", "kind", "nosuch"])
def test_a_write_takes_no_parameters_and_is_not_done(editor, parameter):
    response = editor.post(f"{URL}?{parameter}=name", {"name": "Ana"}, format="json")

    assert named(response) == parameter
    assert not Source.objects.exists()


def test_an_unfiltered_list_builds_no_filters(reader, people, monkeypatch):
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("built")

    monkeypatch.setattr(filters.StrictFilterSet, "__init__", refuse)

    assert sorted(names(reader.get(URL))) == ["Ana", "Bee"]


def test_a_filtered_list_builds_the_named_filters_only(people, rf):
    from django.http import QueryDict

    from tests.rest.toy import ToyFilters

    filterset = ToyFilters(QueryDict("kind=person"), Source.objects.all(), request=None)

    assert list(filterset.filters) == ["kind"]
    assert list(filterset.form.fields) == ["kind"]
    assert filterset.form.is_valid()
    assert filterset.form.cleaned_data == {"kind": ["person"]}


class TestFields:
    def test_a_list_keeps_the_named_keys_of_each_row(self, reader, people):
        body = reader.get(URL, {"fields": "id,name"}).json()

        assert [row.keys() for row in body["results"]] == [{"id", "name"}] * 2
        assert body.keys() == {"next", "previous", "results"}

    def test_a_row_keeps_the_named_keys(self, reader, people):
        response = reader.get(f"{URL}{people[0].public_id}/", {"fields": "name, country"})

        assert response.json() == {"name": "Ana", "country": "UA"}

    def test_given_twice_it_means_both(self, reader, people):
        response = reader.get(f"{URL}{people[0].public_id}/", {"fields": ["name", "kind"]})

        assert response.json().keys() == {"name", "kind"}

    @pytest.mark.parametrize("path", ["", "one"])
    def test_an_unknown_key_is_told_the_known_ones(self, reader, people, path):
        path = f"{people[0].public_id}/" if path else ""

        response = reader.get(f"{URL}{path}", {"fields": "name,secret"})

        assert named(response) == "fields"
        assert "secret" in response.json()["detail"]
        assert "country" in response.json()["detail"]

    def test_it_needs_a_name(self, reader, people):
        assert named(reader.get(URL, {"fields": ","})) == "fields"


def test_rows_cost_one_query_more_per_identity(reader, django_assert_num_queries):
    rows(3)

    with django_assert_num_queries(2):
        reader.get(URL, {"speaks_for": ["source-1", "source-2"]})
