"""Paths that name no row, whatever database looks for it."""

import pytest

from accounts.endpoints import ENDPOINTS, STANDARDS
from tests.newsroom import ApiClient

pytestmark = pytest.mark.django_db

ROWS = [
    *(f"/api/v1/{endpoint}/" for endpoint in ENDPOINTS if "{id}" in endpoint),
    *(f"/{endpoint}" for endpoint in STANDARDS if "{id}" in endpoint),
    "/api/v1/questions/{id}/chart.svg",
    "/api/v1/factchecks/{id}/versions/1/",
]


def answer(client, method, path, name):
    response = client.generic(
        method, path.replace("{id}", name), b"{}", "application/json", HTTP_IF_MATCH="*"
    )
    return response.status_code, response.content


@pytest.mark.parametrize("path", ROWS)
def test_a_nul_in_a_path_names_nothing(path, as_administrator):
    for client in (as_administrator, ApiClient()):
        for name in ("%00", "a%00b", "0123456789%00"):
            assert answer(client, "GET", path, name) == answer(client, "GET", path, "0123456789")


@pytest.mark.parametrize("path", [path for path in ROWS if path.startswith("/api/")])
def test_nothing_is_written_under_a_name_with_a_nul(path, as_administrator):
    endpoint = path.removeprefix("/api/v1/").removesuffix("/")
    for method in ENDPOINTS.get(endpoint, ()):
        status, _ = answer(as_administrator, method, path, "a%00b")

        assert (method, status) == (method, 404)
