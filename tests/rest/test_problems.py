"""Whatever goes wrong is told as problem details, and never as a 5xx if a client caused it."""

from typing import Any

import pytest
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.exceptions import ValidationError as ModelError
from django.db import DataError, IntegrityError
from django.http import Http404
from django.test import Client
from rest_framework import exceptions

from factcheck.records.refusals import Locked, Missing, NotAllowed, Refused, Stale
from factcheck.rest.problems import (
    Gone,
    PreconditionFailed,
    PreconditionRequired,
    QueryError,
)
from tests.rest.conftest import URL, make_sources

TROUBLE = f"{URL}trouble/"


def problem_of(response: Any) -> dict[str, Any]:
    """The problem's body, which every problem has in full."""
    assert response["Content-Type"] == "application/problem+json"
    body = response.json()
    assert {"type", "title", "status", "detail", "code"} <= body.keys()
    assert body["status"] == response.status_code
    return body


@pytest.mark.parametrize(
    ("exception", "status", "code"),
    [
        (exceptions.ParseError("Odd."), 400, "parse_error"),
        (exceptions.NotAuthenticated(), 401, "not_authenticated"),
        (exceptions.AuthenticationFailed(), 401, "authentication_failed"),
        (exceptions.PermissionDenied(), 403, "permission_denied"),
        (PermissionDenied(), 403, "permission_denied"),
        (NotAllowed("Not you."), 403, "not_allowed"),
        (exceptions.NotFound(), 404, "not_found"),
        (Http404(), 404, "not_found"),
        (exceptions.MethodNotAllowed("PUT"), 405, "method_not_allowed"),
        (exceptions.NotAcceptable(), 406, "not_acceptable"),
        (Refused("Not now."), 409, "conflict"),
        (Locked("Amend it instead."), 409, "locked"),
        (Missing("There is no evidence.", code="no_evidence"), 409, "no_evidence"),
        (IntegrityError("UNIQUE constraint failed"), 409, "conflict"),
        (Gone("Retracted."), 410, "gone"),
        (PreconditionFailed(), 412, "stale"),
        (Stale(), 412, "stale"),
        (RequestDataTooBig(), 413, "too_large"),
        (exceptions.UnsupportedMediaType("text/plain"), 415, "unsupported_media_type"),
        (PreconditionRequired(), 428, "precondition_required"),
        (exceptions.Throttled(wait=7), 429, "throttled"),
        (DataError("integer out of range"), 400, "bad_request"),
        (OverflowError("Python int too large"), 400, "bad_request"),
        (SuspiciousOperation("Too many fields."), 400, "unreadable"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_an_exception_has_its_status_and_code(reader, trouble, exception, status, code):
    trouble(exception)

    response = reader.get(TROUBLE)

    assert response.status_code == status
    assert problem_of(response)["code"] == code


def test_a_refusal_says_what_the_verb_said(reader, trouble):
    trouble(Locked("Readers can see this. Amend it."))

    assert problem_of(reader.get(TROUBLE))["detail"] == "Readers can see this. Amend it."


def test_the_database_s_words_stay_inside(reader, trouble):
    trouble(IntegrityError("UNIQUE constraint failed: sources_source.slug"))

    assert "sources_source" not in reader.get(TROUBLE).content.decode()


def test_missing_authentication_names_the_scheme(reader, trouble):
    trouble(exceptions.NotAuthenticated())

    assert reader.get(TROUBLE)["WWW-Authenticate"] == 'Bearer realm="toy"'


def test_a_throttled_caller_learns_when_to_come_back(reader, trouble):
    trouble(exceptions.Throttled(wait=6.2))

    assert reader.get(TROUBLE)["Retry-After"] == "7"


def test_a_wrong_method_is_told_the_right_ones(reader):
    response = reader.put(TROUBLE)

    assert problem_of(response)["status"] == 405
    assert response["Allow"] == "GET, POST, HEAD, OPTIONS"


@pytest.mark.parametrize(
    ("detail", "pointers"),
    [
        ({"quote": ["Gone."]}, ["/quote"]),
        ({"attributions": [{}, {"source": ["Unknown."]}]}, ["/attributions/1/source"]),
        ({"attributions": {"0": {"source": ["Unknown."]}}}, ["/attributions/0/source"]),
        ({"aliases": {2: ["Too long."]}}, ["/aliases/2"]),
        ({"non_field_errors": ["Odd."]}, [""]),
        ({"evidence": [{"non_field_errors": ["Odd."]}]}, ["/evidence/0"]),
        (["Odd."], [""]),
        ({"a": ["One.", "Two."], "b": ["Three."]}, ["/a", "/a", "/b"]),
        ({"a~b": ["Odd."]}, ["/a~0b"]),
        ({"a/b": ["Odd."]}, ["/a~1b"]),
        ({"~1/": [{"/": ["Odd."]}]}, ["/~01~1/0/~1"]),
        ({"": ["Odd."], "__all__": ["Odd."]}, ["/", "/__all__"]),
    ],
)
def test_a_validation_error_points_at_each_place(reader, trouble, detail, pointers):
    trouble(exceptions.ValidationError(detail))

    response = reader.post(TROUBLE, {}, format="json")

    assert response.status_code == 400
    assert [error["pointer"] for error in problem_of(response)["errors"]] == pointers


def test_a_verb_s_validation_error_points_with_its_paths(reader, trouble):
    trouble(
        ModelError(
            {
                "__all__": [ModelError("Odd.", code="odd")],
                "attributions/0/source": [ModelError("No %(what)s.", params={"what": "source"})],
            }
        )
    )

    errors = problem_of(reader.post(TROUBLE, {}, format="json"))["errors"]

    assert errors == [
        {"pointer": "", "code": "odd", "detail": "Odd."},
        {"pointer": "/attributions/0/source", "code": "invalid", "detail": "No source."},
    ]


def test_what_an_act_lacks_is_pointed_at(reader, trouble):
    trouble(Missing("Say what was wrong.", field="notice", code="notice_missing"))

    body = problem_of(reader.post(TROUBLE, {}, format="json"))

    assert body["errors"] == [
        {"pointer": "/notice", "code": "notice_missing", "detail": "Say what was wrong."}
    ]
    assert body["detail"] == "notice: Say what was wrong."


def test_a_query_error_names_the_parameter(reader, trouble):
    trouble(QueryError({"unit": ["There is no such unit."]}, code="unknown_unit"))

    body = problem_of(reader.get(TROUBLE))

    assert body["errors"] == [
        {"parameter": "unit", "code": "unknown_unit", "detail": "There is no such unit."}
    ]
    assert body["code"] == "unknown_unit"


def test_several_errors_are_counted_in_the_detail(reader, trouble):
    trouble(exceptions.ValidationError({"a": ["One."], "b": ["Two."], "c": ["Three."]}))

    assert problem_of(reader.get(TROUBLE))["detail"] == "a: One. (And 2 more.)"


def test_a_row_in_use_says_by_what(editor):
    (office,) = make_sources("Roads office")
    (speaker,) = make_sources("Its speaker", speaks_for=office)

    response = editor.delete(f"{URL}{office.public_id}/")

    assert response.status_code == 409
    assert problem_of(response)["code"] == "in_use"
    assert f"source {speaker.public_id} (Its speaker)" in problem_of(response)["detail"]


HOSTILE = [
    b"",
    b"{",
    b"[]",
    b'"text"',
    b"null",
    b"[" * 100_000,
    b'{"name":' * 400 + b"1" + b"}" * 400,
    b'{"name": "a\\u0000b"}',
    b'{"a\\u0000b": 1}',
    b'{"name": "\\ud800"}',
    b'{"name": "\xff"}',
    b'{"name": NaN}',
    b'{"name": 1e999}',
    b'{"name": ' + b"9" * 5000 + b"}",
    b'{"name": {"first": "A"}}',
    b'{"name": ["A"]}',
    b'{"name": "' + b"x" * 1000 + b'"}',
    b'{"name": "A", "aliases": "B"}',
    b'{"name": "A", "aliases": {"B": 1}}',
    b'{"name": "A", "aliases": [null]}',
    b'{"name": "A", "kind": []}',
    b'{"name": "A", "kind": {}}',
    b'{"name": "A", "kind": 99999999999999999999}',
    b'{"name": "A", "country": "not a country"}',
    b"\xef\xbb\xbf{}",
    b"name=A",
]


@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: repr(body[:30]))
@pytest.mark.parametrize("content_type", ["application/json", "application/merge-patch+json"])
def test_no_body_makes_us_stumble(editor, body, content_type):
    response = editor.generic("POST", URL, body, content_type=content_type)

    assert response.status_code == 400, response.content
    assert problem_of(response)["detail"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "x"])
def test_a_body_of_another_type_is_refused(editor, content_type):
    response = editor.generic("POST", URL, b"name=A", content_type=content_type)

    assert problem_of(response)["status"] == 415
    assert problem_of(response)["detail"].endswith("Send application/json.")


def test_a_body_may_come_as_a_merge_patch(editor):
    (source,) = make_sources("Roads office")

    response = editor.generic(
        "PATCH",
        f"{URL}{source.public_id}/",
        b'{"country": "IE"}',
        content_type="application/merge-patch+json; charset=utf-8",
        HTTP_IF_MATCH="*",
    )

    assert response.json()["country"] == "IE"


def test_an_escaped_backslash_before_u0000_is_text(editor):
    response = editor.generic(
        "POST", URL, rb'{"name": "C:\\u0000"}', content_type="application/json"
    )

    assert response.json()["name"] == r"C:\u0000"


def test_a_body_too_large_is_a_413(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    response = editor.post(URL, {"name": "Somebody with a name"}, format="json")

    assert problem_of(response)["status"] == 413


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "%zz=%zz",
        "q=%00",
        "%00=1",
        "q=%ff%fe",
        "q=%ed%a0%80",
        "kind=%00",
        "cursor=%00",
        "cursor=%ff",
        "page_size=%00",
        "page_size=" + "9" * 5000,
        "speaks_for=" + "9" * 500,
        "created_after=0001-01-01T00:00:00%2B23:59",
        "created_after=9999-12-31T23:59:59-23:59",
        "created_on=2024-02-30",
        "fields=%00",
        "format=%00",
        "ordering=%00",
        "&".join(f"q{number}=1" for number in range(200)),
    ],
)
def test_no_query_makes_us_stumble(reader, query):
    response = reader.get(URL, QUERY_STRING=query)

    assert response.status_code in (200, 400), response.content


def test_more_parameters_than_anybody_needs_are_refused(reader, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5

    response = reader.get(URL, QUERY_STRING="q=1&" * 10)

    assert problem_of(response)["status"] == 400


@pytest.mark.parametrize("name", ["%00", "a%00b", "%ff", "%ed%a0%80", "9" * 300, "%F0%9F%98%80"])
def test_no_path_makes_us_stumble(reader, name):
    response = reader.get(f"{URL}{name}/")

    assert response.status_code in (400, 404)
    assert problem_of(response)


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ACCEPT": ";;,,/"},
        {"HTTP_ACCEPT": "text/html;q=x"},
        {"HTTP_IF_NONE_MATCH": '"'},
        {"HTTP_AUTHORIZATION": "Basic \xff"},
        {"CONTENT_LENGTH": "many"},
        {"HTTP_COOKIE": "=;;\xff"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": "http://[::1"},
    ],
    ids=str,
)
def test_no_header_makes_us_stumble(reader, headers):
    assert reader.get(URL, **headers).status_code in (200, 400, 406)


def test_an_answer_nobody_accepts_is_a_406(reader):
    response = reader.get(URL, HTTP_ACCEPT="application/xml")

    assert problem_of(response)["code"] == "not_acceptable"


def test_an_unknown_format_is_named(reader):
    body = problem_of(reader.get(URL, {"format": "xml"}))

    assert body["errors"][0]["parameter"] == "format"
    assert "json" in body["detail"]


@pytest.mark.parametrize("debug", [True, False])
def test_an_unknown_path_below_api_is_a_problem(client, settings, debug):
    settings.DEBUG = debug

    response = client.get("/api/v1/nothing/", HTTP_ACCEPT="text/html")

    assert problem_of(response)["code"] == "not_found"


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_a_forgotten_slash_is_put_right_with_method_and_query(client, method):
    response = client.generic(method, "/api/v1/sources?count=true")

    assert response.status_code == 308
    assert response["Location"] == "/api/v1/sources/?count=true"


def test_a_forgotten_slash_keeps_what_is_escaped(client):
    response = client.get("/api/v1/sources/a%3Fb%E2%82%AC")

    assert response["Location"] == "/api/v1/sources/a%3Fb%E2%82%AC/"


def test_people_get_a_page_where_nothing_is(client):
    response = client.get("/nowhere/", HTTP_ACCEPT="text/html,*/*;q=0.8")

    assert response.status_code == 404
    assert "There is nothing at this address." in response.content.decode()
    assert response["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("accept", ["application/json", "application/problem+json"])
def test_programs_get_a_problem_where_nothing_is(client, accept):
    assert problem_of(client.get("/nowhere/", HTTP_ACCEPT=accept))["code"] == "not_found"


def test_a_strange_host_is_a_problem(client, settings):
    settings.ALLOWED_HOSTS = ["facts.example"]

    response = client.get(URL, HTTP_HOST="evil.example")

    assert problem_of(response)["status"] == 400


def test_our_own_fault_is_a_500_that_tells_nothing(db, trouble):
    trouble(RuntimeError("the secret of the house"))
    client = Client(raise_request_exception=False)

    response = client.get(TROUBLE)

    assert problem_of(response)["status"] == 500
    assert "secret" not in response.content.decode()
