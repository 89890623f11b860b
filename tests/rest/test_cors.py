"""Pages of any origin read what is public; only named origins do more; nobody sends cookies."""

from typing import Any

import pytest
from corsheaders.conf import conf

from tests.rest.conftest import URL, make_sources

STRANGER = "https://paper.example"
FRIEND = "https://frontend.example"
EXPOSED = {
    "Accept-Post",
    "Allow",
    "Content-Location",
    "ETag",
    "Fact-Check-State",
    "Link",
    "Location",
    "Preference-Applied",
    "Retry-After",
    "Vary",
    "X-Request-ID",
}


@pytest.fixture(autouse=True)
def origins(settings: Any) -> None:
    settings.CORS_ALLOWED_ORIGINS = [FRIEND]
    settings.CORS_ALLOWED_ORIGIN_REGEXES = []


def preflight(client: Any, origin: str, method: str, headers: str = "", path: str = URL) -> Any:
    return client.options(
        path,
        HTTP_ORIGIN=origin,
        HTTP_ACCESS_CONTROL_REQUEST_METHOD=method,
        HTTP_ACCESS_CONTROL_REQUEST_HEADERS=headers,
    )


def listed(response: Any, header: str) -> set[str]:
    return {part.strip() for part in response.get(header, "").split(",") if part.strip()}


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("origin", [STRANGER, "null", "http://localhost:3000"])
def test_any_origin_reads(reader, method, origin):
    response = getattr(reader, method)(URL, HTTP_ORIGIN=origin)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert listed(response, "Access-Control-Expose-Headers") == EXPOSED
    assert not response.has_header("Access-Control-Allow-Credentials")


def test_a_read_that_may_be_kept_says_so_without_an_origin_as_well(reader):
    assert reader.get(URL)["Access-Control-Allow-Origin"] == "*"


def test_answers_vary_by_origin(reader):
    assert "origin" in reader.get(URL, HTTP_ORIGIN=STRANGER)["Vary"].lower()
    assert "origin" in reader.get(URL)["Vary"].lower()


@pytest.mark.parametrize(
    ("path", "status"), [("/api/v1/nothing/", 404), (f"{URL}?nosuch=1", 400), (f"{URL}x/", 404)]
)
def test_errors_can_be_read_as_well(reader, path, status):
    response = reader.get(path, HTTP_ORIGIN=STRANGER)

    assert response.status_code == status
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_304_can_be_read_as_well(reader):
    etag = reader.get(URL)["ETag"]

    response = reader.get(URL, HTTP_ORIGIN=STRANGER, HTTP_IF_NONE_MATCH=etag)

    assert response.status_code == 304
    assert response["Access-Control-Allow-Origin"] == "*"


def test_an_answer_to_credentials_is_not_for_strangers(editor, client, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "anything"

    assert not editor.get(URL, HTTP_ORIGIN=STRANGER).has_header("Access-Control-Allow-Origin")
    assert not client.get(URL, HTTP_ORIGIN=STRANGER).has_header("Access-Control-Allow-Origin")


def test_a_write_s_answer_is_not_for_strangers(reader):
    response = reader.post(URL, {"name": "Ana"}, format="json", HTTP_ORIGIN=STRANGER)

    assert not response.has_header("Access-Control-Allow-Origin")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_stranger_s_preflight_for_a_read_is_granted(reader, method):
    response = preflight(reader, STRANGER, method, "if-none-match")

    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert listed(response, "Access-Control-Allow-Methods") == {"GET", "HEAD"}
    assert "If-None-Match" in listed(response, "Access-Control-Allow-Headers")
    assert "Authorization" not in listed(response, "Access-Control-Allow-Headers")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_stranger_s_preflight_for_a_write_is_not(reader, method):
    response = preflight(reader, STRANGER, method)

    assert not response.has_header("Access-Control-Allow-Origin")


def test_paths_can_be_opened_for_a_stranger_s_posts(reader, settings):
    settings.PUBLIC_POST_PATHS = [URL]

    asked = preflight(reader, STRANGER, "POST", "content-type")
    sent = reader.post(URL, {"name": "Ana"}, format="json", HTTP_ORIGIN=STRANGER)

    assert "POST" in listed(asked, "Access-Control-Allow-Methods")
    assert "Content-Type" in listed(asked, "Access-Control-Allow-Headers")
    assert sent.status_code == 201
    assert sent["Access-Control-Allow-Origin"] == "*"
    assert not preflight(reader, STRANGER, "PUT").has_header("Access-Control-Allow-Origin")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_a_named_origin_may_do_everything_with_a_token(reader, method):
    response = preflight(reader, FRIEND, method, "authorization")

    assert response["Access-Control-Allow-Origin"] == FRIEND
    assert method in listed(response, "Access-Control-Allow-Methods")
    assert {
        "authorization",
        "content-type",
        "if-match",
        "if-none-match",
        "idempotency-key",
        "prefer",
    } <= listed(response, "Access-Control-Allow-Headers")
    assert not response.has_header("Access-Control-Allow-Credentials")


def test_a_named_origin_reads_answers_to_its_token(editor):
    make_sources("Ana")

    response = editor.get(URL, HTTP_ORIGIN=FRIEND)

    assert response["Access-Control-Allow-Origin"] == FRIEND
    assert listed(response, "Access-Control-Expose-Headers") == EXPOSED
    assert "origin" in response["Vary"].lower()


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://localhost:5173", True),
        ("http://127.0.0.1:8000", True),
        ("http://[::1]:3000", True),
        ("https://localhost", True),
        ("http://localhost.evil.example", False),
        ("http://evil.example", False),
    ],
)
def test_while_trying_any_loopback_origin_is_a_named_one(reader, settings, origin, is_ours):
    settings.CORS_ALLOWED_ORIGIN_REGEXES = [settings.LOOPBACK_ORIGIN]

    response = preflight(reader, origin, "PUT", "authorization")

    assert response.get("Access-Control-Allow-Origin") == (origin if is_ours else None)


def test_pages_are_not_for_other_origins(client):
    assert not client.get("/page/", HTTP_ORIGIN=STRANGER).has_header("Access-Control-Allow-Origin")


def test_no_setting_allows_credentials():
    assert conf.CORS_ALLOW_CREDENTIALS is False


def test_options_without_a_preflight_is_answered_by_the_view(reader):
    assert reader.options(URL, HTTP_ORIGIN=STRANGER).json()["name"] == "Toy List"
