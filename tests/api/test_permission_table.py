"""The permission table is what happens: every endpoint, every method, every kind of caller."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import transaction
from rest_framework.test import APIRequestFactory

from accounts.access import may
from accounts.endpoints import ENDPOINTS
from accounts.models import User
from accounts.scopes import TOKEN_SCOPES, Role, Scope, scopes_of
from factcheck.api import urlpatterns
from sources.api.views import SourceViewSet
from tests.api.rows import a_body, a_row, path_of
from tests.newsroom import ApiClient, client_of, make_person, the

pytestmark = pytest.mark.django_db

JSON = "application/json"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ROLES = ("anonymous", "outsider", *Role)
OTHER_DOORS = (
    "superuser",
    "session of the annotator",
    *(f"token for {scope}" for scope in TOKEN_SCOPES),
)


def caller(name):
    """The client, the person behind it (the annotator where there is none), and what it may."""
    if name == "anonymous":
        return ApiClient(), the(Role.ANNOTATOR), set()
    if name == "outsider":
        return client_of(make_person(None)), the(Role.ANNOTATOR), set()
    if name == "superuser":
        person = User.objects.create_superuser("superuser")
        return client_of(person), person, set(TOKEN_SCOPES)
    if name.startswith("session"):
        person, client = the(Role(name.split()[-1])), ApiClient()
        client.force_login(person)
        return client, person, set(scopes_of(Role(person.username)))
    if name.startswith("token"):
        scope = name.split()[-1]
        return client_of(the(Role.ADMINISTRATOR), scope), the(Role.ADMINISTRATOR), {scope}
    return client_of(the(name)), the(name), set(scopes_of(Role(name)))


def answer(client, person, endpoint, method, row=None):
    """
    The answer to a call that lacks nothing but, perhaps, permission; what it did is undone.

    It is about this row, or about a new one of the person's.
    """
    with transaction.atomic():
        row = row or a_row(endpoint, person)
        body = a_body(endpoint, method, row, person)
        send = {} if body is None else {"data": json.dumps(body), "content_type": JSON}
        response = client.generic(method, path_of(endpoint, row), HTTP_IF_MATCH="*", **send)
        transaction.set_rollback(True)
    return response


def refusal(name, endpoint, method, held):
    """The status with which the table turns this caller away; None where it does not."""
    scope = ENDPOINTS[endpoint].get(method)
    if scope is None or scope in held:
        return None
    return 401 if name == "anonymous" else 403


@pytest.mark.parametrize(
    "callers", [ROLES, pytest.param(OTHER_DOORS, marks=pytest.mark.slow)], ids=["roles", "others"]
)
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_cell_of_the_table_is_what_happens(endpoint, callers):
    rows = {}

    for name in callers:
        client, person, held = caller(name)
        row = rows.get(person) or rows.setdefault(person, a_row(endpoint, person))

        for method in METHODS:
            response = answer(client, person, endpoint, method, row)

            turned_away = response.status_code if response.status_code in (401, 403) else None
            cell = f"{name}: {method} {endpoint}"
            assert turned_away == refusal(name, endpoint, method, held), cell
            assert response.status_code < 500, cell


@pytest.mark.slow
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_whoever_has_every_scope_gets_through_with_each_method_of_the_table(
    endpoint, administrator, as_administrator
):
    for method in METHODS:
        response = answer(as_administrator, administrator, endpoint, method)

        if method in ENDPOINTS[endpoint]:
            assert 200 <= response.status_code < 300, (method, response.content)
        else:
            assert response.status_code == 405


@pytest.mark.parametrize(
    "name",
    [
        "anonymous",
        pytest.param("outsider", marks=pytest.mark.slow),
        pytest.param("annotator", marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_head_goes_with_get_and_options_are_anyones(endpoint, name):
    client, person, _ = caller(name)
    row = a_row(endpoint, person)

    head, get, options = (
        answer(client, person, endpoint, method, row) for method in ("HEAD", "GET", "OPTIONS")
    )

    assert head.status_code == get.status_code
    assert head.content == b""
    assert options.status_code == 200


def test_every_route_has_a_row_and_every_row_has_a_route():
    routes = {}
    for route in [
        each for pattern in urlpatterns for each in getattr(pattern, "url_patterns", [pattern])
    ]:
        endpoint = str(route.pattern).removeprefix("^").removesuffix("$").removesuffix("/")
        endpoint = endpoint.replace("(?P<id>[^/]+)", "{id}").replace("<str:id>", "{id}")
        endpoint = endpoint.replace("<int:number>", "{number}")
        if actions := getattr(route.callback, "actions", None):
            routes[endpoint] = {method.upper() for method in actions} - {"HEAD"}

    assert routes == {endpoint: set(methods) for endpoint, methods in ENDPOINTS.items()}


@pytest.mark.parametrize(
    ("basename", "method"), [("ghosts", "get"), ("ratings", "post")], ids=["endpoint", "method"]
)
def test_a_view_beside_the_table_opens_for_nobody(basename, method, administrator):
    view = SourceViewSet.as_view({method: "list"}, basename=basename, detail=False)
    request = getattr(APIRequestFactory(), method)("/", {}, format="json")

    with pytest.raises(ImproperlyConfigured, match="table"):
        view(request)


@pytest.mark.parametrize("method", ["LIST", "CREATE", "PRESENT", "TRACE", "QUERY", "x"])
def test_a_method_that_nobody_speaks_is_a_405_even_if_a_view_has_something_of_that_name(
    method, api
):
    response = api.generic(method, "/api/v1/claims/")

    assert response.status_code == 405
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_session_writes_only_with_its_csrf_token(annotator):
    browser = ApiClient(enforce_csrf_checks=True)
    browser.force_login(annotator)

    response = browser.post("/api/v1/questions/", {"text": "When?"})

    assert response.status_code == 403
    assert "CSRF" in response.json()["detail"]


def test_who_lacks_the_role_is_told_which_and_who_lacks_the_scope_is_told_that(annotator):
    by_role = client_of(annotator).post("/api/v1/verdicts/0000000000/publish/")
    by_scope = client_of(the(Role.REVIEWER), "read").post("/api/v1/verdicts/0000000000/publish/")

    assert "role reviewer" in by_role.json()["detail"]
    assert "scope verdicts:publish" in by_scope.json()["detail"]


def test_a_token_of_somebody_who_lost_the_role_opens_nothing_more(annotator):
    client = client_of(annotator)
    annotator.groups.clear()

    response = client.post("/api/v1/questions/", {"text": "When?"})

    assert response.status_code == 403
    assert not may(annotator, Scope.READ)


def test_the_document_is_what_the_table_prints():
    printed = StringIO()

    call_command("permission_table", stdout=printed)

    assert (settings.BASE_DIR / "docs" / "permissions.md").read_text("utf-8") == printed.getvalue()
