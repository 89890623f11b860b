"""The OpenAPI document is true: it is valid, and every answer is what it says."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from drf_spectacular.validation import validate_schema

from accounts.endpoints import ANYONE, ENDPOINTS
from tests import newsroom
from tests.api.document import Document
from tests.api.rows import a_body, a_row, path_of, template_of
from tests.newsroom import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document():
    return Document()


def test_it_is_valid_and_made_without_a_warning():
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=StringIO())


def test_it_tells_of_every_endpoint_and_method_of_the_permission_table(document):
    validate_schema(document.raw)
    told = {
        path: {method.upper() for method in operations}
        for path, operations in document.raw["paths"].items()
    }

    assert told == {template_of(endpoint): set(methods) for endpoint, methods in ENDPOINTS.items()}


def test_no_key_of_an_answer_is_ever_missing(document):
    schemas = document.raw["components"]["schemas"]

    for name, schema in schemas.items():
        if name.endswith("Output"):
            assert set(schema["required"]) == set(schema["properties"]), name


def test_it_says_where_nobody_needs_a_token(document):
    told = {
        (path, method.upper()): {} in operation["security"]
        for path, operations in document.raw["paths"].items()
        for method, operation in operations.items()
    }

    assert told == {
        (template_of(endpoint), method): scope is ANYONE
        for endpoint, methods in ENDPOINTS.items()
        for method, scope in methods.items()
    }


def test_it_names_every_parameter_that_a_read_of_its_own_takes(document):
    def named(endpoint):
        return {
            each["name"]
            for each in document.raw["paths"][template_of(endpoint)]["get"]["parameters"]
        }

    assert "width" in named("questions/{id}/chart.svg")
    assert {"url", "as_of"} <= named("lookup")
    assert {"after", "page_size"} <= named("changes")
    assert "as_of" in named("factchecks/{id}")


@pytest.mark.parametrize(
    "endpoint", [endpoint for endpoint, methods in ENDPOINTS.items() if "GET" in methods]
)
def test_every_read_is_answered_as_the_document_says(
    endpoint, document, administrator, as_administrator
):
    row = a_row(endpoint, administrator)

    answer = as_administrator.get(path_of(endpoint, row))

    assert answer.status_code == 200
    assert document.problems_with(answer) == []


@pytest.mark.parametrize(
    "endpoint", [endpoint for endpoint, methods in ENDPOINTS.items() if "GET" in methods]
)
def test_every_read_in_a_form_that_it_has_not_is_a_406_as_the_document_says(
    endpoint, document, administrator, as_administrator, api
):
    path = path_of(endpoint, a_row(endpoint, administrator))

    for client in (as_administrator, api):
        answer = client.get(path, HTTP_ACCEPT="image/x-unheard-of")

        assert answer.status_code == 406
        assert document.problems_with(answer) == []


def test_only_reads_are_said_to_have_forms(document):
    told = {
        method
        for operations in document.raw["paths"].values()
        for method, operation in operations.items()
        if "406" in operation["responses"]
    }

    assert told == {"get"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("endpoint", "method"),
    [
        (endpoint, method)
        for endpoint, methods in ENDPOINTS.items()
        for method in methods
        if method != "GET"
    ],
)
def test_every_write_and_every_refusal_of_it_is_answered_as_the_document_says(
    endpoint, method, document, administrator, as_administrator, api
):
    row = a_row(endpoint, administrator)
    path, body = path_of(endpoint, row), a_body(endpoint, method, row, administrator)
    as_outsider = client_of(newsroom.make_person(None))

    def send(client, what=body, **headers):
        return client.generic(method, path, data(what), "application/json", **headers)

    answers = [
        send(api, HTTP_IF_MATCH="*"),
        send(as_outsider, HTTP_IF_MATCH="*"),
        send(as_administrator),
        send(as_administrator, HTTP_IF_MATCH='"0-x"'),
        send(as_administrator, {"ghost": 1}, HTTP_IF_MATCH="*"),
        as_administrator.generic(method, path, "{", "application/json", HTTP_IF_MATCH="*"),
        as_administrator.generic(method, path, "a=1", "text/plain", HTTP_IF_MATCH="*"),
        send(as_administrator, {"ghost": 1}, HTTP_IF_MATCH="*", HTTP_ACCEPT="image/x-unheard-of"),
        send(as_administrator, HTTP_IF_MATCH="*"),
        send(as_administrator, HTTP_IF_MATCH="*"),
    ]

    assert any(answer.status_code < 300 for answer in answers)
    assert [document.problems_with(answer) for answer in answers] == [[]] * len(answers)


def data(body):

    return "" if body is None else json.dumps(body)
