"""The OpenAPI document tells what the manners are."""

from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from tests.rest import toy


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return SchemaGenerator(patterns=toy.urlpatterns).get_schema(request=None, public=True)


def parameters(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in operation["parameters"]}


@pytest.fixture
def listing(document):
    return document["paths"]["/api/v1/sources/"]["get"]


@pytest.fixture
def row(document):
    return document["paths"]["/api/v1/sources/{public_id}/"]


def test_it_is_a_valid_document_of_its_version(document):
    validate_schema(document)

    assert document["openapi"] == "3.1.0"


def test_a_list_takes_its_filters_once_and_repeatable(listing):
    assert len(listing["parameters"]) == len(parameters(listing))
    kind = parameters(listing)["kind"]
    assert kind["schema"]["type"] == "array"
    assert "government" in kind["schema"]["items"]["enum"]
    assert kind["explode"] is True
    assert kind["description"] == "Kind of source."


def test_a_filter_s_other_names_and_limits_are_told(listing):
    assert parameters(listing)["q"]["description"] == "Words of the name. Also as `search`."
    assert parameters(listing)["public"]["description"].endswith("For the desk only.")


def test_a_list_takes_the_parameters_of_paging(listing):
    assert {"cursor", "page_size", "count", "ordering", "fields"} <= parameters(listing).keys()
    assert parameters(listing)["ordering"]["schema"]["default"] == "-created_at"
    assert "-name" in parameters(listing)["ordering"]["schema"]["enum"]


def test_a_list_is_a_page(document, listing):
    schema = listing["responses"]["200"]["content"]["application/json"]["schema"]
    name = schema["$ref"].rpartition("/")[2]

    page = document["components"]["schemas"][name]

    assert page["properties"].keys() == {"next", "previous", "results", "count"}


def test_a_row_takes_no_filters(row):
    assert parameters(row["get"]).keys() == {"public_id", "fields", "If-None-Match"}


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_a_write_names_the_version(row, method):
    assert parameters(row[method])["If-Match"]["required"] is True
    assert {"412", "428"} <= row[method]["responses"].keys()


def test_a_post_may_have_an_idempotency_key(document):
    post = document["paths"]["/api/v1/sources/"]["post"]

    assert "Idempotency-Key" in parameters(post)
    assert "If-Match" not in parameters(post)
    assert {"201", "400", "401", "403", "409", "422", "429"} <= post["responses"].keys()
    assert post["responses"]["201"]["headers"].keys() == {"ETag", "Location"}


def test_problems_are_one_component(document, row):
    content = row["get"]["responses"]["404"]["content"]

    assert content == {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
    }
    assert document["components"]["schemas"]["Problem"]["required"] == [
        "type",
        "title",
        "status",
        "detail",
        "code",
    ]
