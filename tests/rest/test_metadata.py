"""OPTIONS tells what a resource can be asked."""

from tests.rest.conftest import URL, make_sources


def test_a_list_tells_its_filters_and_orderings(reader):
    body = reader.options(URL).json()

    assert body["name"] == "Toy List"
    assert body["description"] == "Who says things."
    assert {"GET", "POST"} <= set(body["methods"])
    filters = {each["name"]: each for each in body["filters"]}
    assert filters["kind"]["help"] == "Kind of source"
    assert "government" in filters["kind"]["choices"]
    assert filters["kind"]["repeatable"] is True
    assert filters["q"]["aliases"] == ["search"]
    assert {"name", "-name", "created_at", "-created_at"} <= set(body["orderings"])
    assert body["default_ordering"] == "-created_at"


def test_the_desk_s_filters_are_told_to_the_desk(reader, editor):
    def told(client):
        return {each["name"] for each in client.options(URL).json()["filters"]}

    assert told(editor) - told(reader) == {"public"}


def test_a_row_has_neither(reader):
    (source,) = make_sources("Ana")

    body = reader.options(f"{URL}{source.public_id}/").json()

    assert "filters" not in body
    assert "orderings" not in body
    assert {"GET", "PATCH", "DELETE"} <= set(body["methods"])
