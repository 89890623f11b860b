"""Nothing that a client can send is a 5xx, and every refusal is a problem."""

import json
from urllib.parse import urlencode

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core import NOT_SET

from accounts.endpoints import ENDPOINTS
from factcheck.api import router
from tests.api import nasty
from tests.api.document import Document
from tests.api.rows import ROWS, a_body, a_row, path_of, template_of
from tests.newsroom import ApiClient, make_published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ROOT = "/api/v1/"
EXAMPLES = 8
VIEWS = {prefix: view for prefix, view, _ in router.registry}
LISTS = [prefix for prefix, view in VIEWS.items() if hasattr(view, "list")]
RECORDS = [
    endpoint for endpoint in ROWS if endpoint.endswith("{id}") and "PATCH" in ENDPOINTS[endpoint]
]
WRITES = [
    (endpoint, method)
    for endpoint, methods in ENDPOINTS.items()
    for method in methods
    if method not in ("GET", "DELETE")
]


@pytest.fixture
def clients(administrator, as_administrator):
    """An administrator's program, and a reader; what they do is answered, not raised."""
    for client in (everyone := [as_administrator, ApiClient()]):
        client.raise_request_exception = False
    return everyone


def tried(client, method, path, body=b"", kind="application/json", **extra):
    """The answer to a request, whatever came of it undone; no 5xx, and a problem if refused."""
    extra = {"HTTP_IF_MATCH": "*"} | extra
    with transaction.atomic():
        response = client.generic(method, path, body, kind, **extra)
        transaction.set_rollback(True)
    what = f"{method} {path[:200]} {body[:200]!r} {kind} {str(extra)[:200]}"
    assert response.status_code < 500, what
    if response.status_code >= 400 and method != "HEAD":
        assert response.headers["Content-Type"] == "application/problem+json", what
        assert response.json()["status"] == response.status_code, what
    return response


# --- By hand ------------------------------------------------------------------------------------


@pytest.mark.parametrize("endpoint", RECORDS)
def test_every_field_takes_or_refuses_every_kind_of_value(endpoint, clients, administrator):
    path = path_of(endpoint, ROWS[endpoint](administrator))
    fields = VIEWS[endpoint.partition("/")[0]].serializer_class().fields

    for name, field in fields.items():
        within = getattr(getattr(field, "child", None), "fields", {})
        for value in nasty.VALUES:
            bodies = [
                {name: value},
                *({name: [{each: value}]} for each in within if value != nasty.LONG),
            ]
            for body in bodies:
                tried(clients[0], "PATCH", path, json.dumps(body).encode())


@pytest.mark.parametrize(("endpoint", "method"), WRITES)
def test_a_body_that_is_none_is_refused(endpoint, method, clients, administrator):
    path = path_of(endpoint, a_row(endpoint, administrator))

    for body in nasty.BODIES:
        tried(clients[0], method, path, body)


@pytest.mark.parametrize(("endpoint", "method"), WRITES)
def test_a_body_of_another_kind_is_refused(endpoint, method, clients, administrator):
    row = a_row(endpoint, administrator)
    body = a_body(endpoint, method, row, administrator)

    for kind in nasty.CONTENT_TYPES:
        tried(clients[0], method, path_of(endpoint, row), json.dumps(body).encode(), kind)


@pytest.mark.parametrize("kind", LISTS)
def test_every_parameter_takes_or_refuses_every_text(kind, clients):
    make_published()
    filters = VIEWS[kind].filterset_class
    of_lists = ["cursor", "ordering", "page_size", "count", "fields", "format"]
    names = [*(filters.base_filters if filters else ()), *of_lists, "%FF", "%00", "a[b]", ""]

    for name in names:
        for value in nasty.QUERY_VALUES:
            query = f"{name}={value.replace('{name}', name)}"
            tried(clients[0], "GET", f"{ROOT}{kind}/", QUERY_STRING=query)


@pytest.mark.parametrize("kind", LISTS)
def test_every_word_is_a_cursor_or_refused(kind, clients):
    make_published()

    for ordering in VIEWS[kind].orderings:
        for word in nasty.cursors(ordering):
            query = f"ordering={ordering}&cursor={word}"
            tried(clients[0], "GET", f"{ROOT}{kind}/", QUERY_STRING=query)


@pytest.mark.parametrize("endpoint", [endpoint for endpoint in ENDPOINTS if "{id}" in endpoint])
def test_what_names_no_row_is_a_404(endpoint, clients):
    for name in nasty.IDS:
        path = f"{ROOT}{endpoint.replace('{id}', name)}/"
        for method in ENDPOINTS[endpoint]:
            response = tried(clients[0], method, path, b"{}")

            assert response.status_code in (400, 404)


@pytest.mark.parametrize(
    ("header", "values"), nasty.HEADERS, ids=[name for name, _ in nasty.HEADERS]
)
def test_a_header_may_hold_anything(header, values, clients):
    row = make_published().claim
    paths = [f"{ROOT}claims/", f"{ROOT}claims/{row.public_id}/", f"{ROOT}nowhere/", ROOT]

    for client in clients:
        for value in values:
            for path in paths:
                tried(client, "GET", path, **{header: value})
            tried(client, "PATCH", paths[1], b'{"note": "x"}', **{header: value})
            tried(client, "POST", f"{ROOT}questions/", b'{"text": "Why?"}', **{header: value})


@pytest.mark.parametrize(
    "method", ["TRACE", "CONNECT", "PROPFIND", "get", "GET ", "\xff", "", "X" * 9_000]
)
def test_a_method_may_be_anything(method, clients):
    for path in (ROOT, f"{ROOT}claims/", f"{ROOT}claims/0000000000/", f"{ROOT}nowhere/"):
        tried(clients[0], method, path)


# --- From the document --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def operations():
    """Path and method → what the OpenAPI document says may be sent there."""
    found = schemathesis.openapi.from_dict(json.loads(json.dumps(Document().raw, default=str)))
    return {
        (operation.ok().path, operation.ok().method.upper()): operation.ok()
        for operation in found.get_all_operations()
    }


@pytest.mark.parametrize(
    ("endpoint", "method"),
    [(endpoint, method) for endpoint, methods in ENDPOINTS.items() for method in methods],
)
def test_whatever_the_document_suggests_is_answered(
    endpoint, method, operations, clients, administrator
):
    operation = operations[template_of(endpoint), method]
    path = path_of(endpoint, a_row(endpoint, administrator))

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    def send(case):
        body = b"" if case.body is NOT_SET else json.dumps(case.body).encode()
        query = urlencode(case.query or {}, doseq=True)
        for client in clients:
            tried(client, method, path, body, QUERY_STRING=query)

    send()
