"""The front door: landing page, health, the API's root, unknown paths, and the reference."""

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client

from factcheck import front
from factcheck.api import router
from tests.api.rows import QUERIES

pytestmark = pytest.mark.django_db

PROBLEM = "application/problem+json"


def test_the_landing_page_leads_everywhere(client):
    page = client.get("/")

    assert page.status_code == 200
    for address in ("/admin/", "/api/v1/", "/api/v1/docs/"):
        assert f'href="{address}"' in page.content.decode()


def test_the_landing_page_says_that_the_demo_is_locked_only_while_trying(client, settings):
    call_command("loaddata", "demo", verbosity=0)
    settings.DEBUG = True
    trying = client.get("/").content.decode()
    settings.DEBUG = False
    serving = client.get("/").content.decode()

    assert "demo_logins" in trying
    assert "demo_logins" not in serving


def test_the_api_leads_to_its_version(client):
    assert client.get("/api/")["Location"] == "/api/v1/"


def test_the_root_lists_every_list_and_each_answers(api, as_administrator):
    root = api.get("/api/v1/").json()

    lists = {prefix for prefix, view, _ in router.registry if hasattr(view, "list")}
    assert root["api_level"] >= 1
    assert lists <= set(root["resources"])
    for name in lists:
        address = root["resources"][name] + QUERIES.get(name, "")
        assert as_administrator.get(address).status_code == 200
    for name in ("schema", "docs"):
        assert api.get(root[name]).status_code == 200


def test_health_asks_no_database_and_readiness_says_what_is_missing(client, monkeypatch):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}

    def silent(*args):
        raise OperationalError

    monkeypatch.setattr(front, "MigrationExecutor", silent)
    missing = client.get("/readyz")

    assert missing.status_code == 503
    assert "database" in missing.json()["status"]
    assert client.get("/healthz").status_code == 200


def test_readiness_counts_the_migrations_that_are_not_applied(client):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'claims'")

    waiting = client.get("/readyz")

    assert waiting.status_code == 503
    assert "migration" in waiting.json()["status"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/"])
def test_nobody_writes_to_the_front_door(path, client):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("debug", [True, False], ids=["DEBUG", "serving"])
@pytest.mark.parametrize(
    "path", ["/api/v1/nowhere/", "/api/v1/claims/x/y/", "/api/v2/", "/api/nowhere", "/api/v1//"]
)
def test_an_unknown_path_of_the_api_is_a_problem(path, debug, settings):
    settings.DEBUG = debug

    for method in ("get", "post", "delete"):
        answer = getattr(Client(raise_request_exception=False), method)(path)

        assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)
        assert answer.json()["code"] == "not_found"


def test_a_program_gets_a_problem_and_a_person_a_page_elsewhere(client, settings):
    settings.DEBUG = False

    program = client.get("/nowhere", HTTP_ACCEPT="application/json")
    person = client.get("/nowhere", HTTP_ACCEPT="text/html")

    assert (program.status_code, program["Content-Type"]) == (404, PROBLEM)
    assert (person.status_code, person["Content-Type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_a_forgotten_slash_leads_there_with_the_same_method(method, client):
    answer = getattr(client, method)("/api/v1/claims?q=x")

    assert (answer.status_code, answer["Location"]) == (308, "/api/v1/claims/?q=x")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("debug", [True, False], ids=["DEBUG", "serving"])
def test_the_api_without_its_slash_leads_there_too(method, debug, settings):
    settings.DEBUG = debug

    answer = getattr(Client(raise_request_exception=False), method)("/api")

    assert (answer.status_code, answer["Location"]) == (308, "/api/")


REFERENCES = ["", "schema/", "schema/?format=json", "docs/"]


@pytest.mark.parametrize("path", REFERENCES)
def test_the_reference_is_read_as_everything_is(path, api):
    first = api.get(f"/api/v1/{path}")

    held = api.get(f"/api/v1/{path}", HTTP_IF_NONE_MATCH=first["ETag"])

    assert (first.status_code, held.status_code) == (200, 304)
    assert first["Cache-Control"] == "public, max-age=60"
    assert {"Authorization", "Cookie"} <= set(first["Vary"].split(", "))


@pytest.mark.parametrize("path", REFERENCES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_writes_to_the_reference(path, method, api):
    answer = getattr(api, method)(f"/api/v1/{path}")

    assert (answer.status_code, answer["Content-Type"]) == (405, PROBLEM)
    assert answer.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize("path", REFERENCES)
def test_options_tell_what_the_reference_is(path, api):
    answer = api.options(f"/api/v1/{path}")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert "GET" in answer.json()["methods"]


@pytest.mark.parametrize("path", ["", "schema/", "docs/"])
def test_a_parameter_that_the_reference_does_not_know_is_named(path, api):
    answer = api.get(f"/api/v1/{path}?nonsense=1")

    assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)
    assert answer.json()["errors"][0]["parameter"] == "nonsense"


def test_the_root_keeps_only_the_fields_that_are_named(api):
    assert api.get("/api/v1/?fields=api_level").json().keys() == {"api_level"}


def test_the_schema_is_served_as_yaml_and_as_json(api):
    assert api.get("/api/v1/schema/?format=json").json()["openapi"].startswith("3.1")
    assert api.get("/api/v1/schema/").content.startswith(b"openapi: 3.1")


def test_robots_are_kept_from_the_desk_and_shown_the_map(api):
    answer = api.get("/robots.txt")

    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@pytest.mark.parametrize("path", ["/", "/api/v1/", "/admin/", "/nowhere"])
def test_a_page_that_only_refuses_has_the_policy_too(client, path):
    refused = client.get(path, HTTP_HOST="evil.example")

    assert refused.status_code == 400
    assert "frame-ancestors 'none'" in refused["Content-Security-Policy"]
    assert refused["X-Frame-Options"] == "DENY"
