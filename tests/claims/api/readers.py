"""Every kind of reader and of editor who may ask the API about a claim."""

from typing import Any

import pytest

from accounts.scopes import Role
from tests.newsroom import ApiClient, client_of, make_person, the

LISTS = ("claims", "verdicts", "articles", "sources", "questions")
READERS = ("anonymous", "outsider", "token without read")
DESK = ("annotator", "reviewer", "session")
UNKNOWN = "zzzzzzzzzz"


def _each(*names: str) -> list[Any]:
    """The names for parameters, those slow that are like another one."""
    like = {"outsider", "token without read", "reviewer", "session"}
    return [pytest.param(name, marks=pytest.mark.slow if name in like else ()) for name in names]


every_reader = pytest.mark.parametrize("reader", _each(*READERS))
everybody = pytest.mark.parametrize("reader", _each(*READERS, *DESK))


def client_for(reader: str) -> ApiClient:
    """A program or a browser of this kind of reader, or of this role."""
    if reader == "anonymous":
        return ApiClient()
    if reader == "outsider":
        return client_of(make_person(None))
    if reader == "session":
        client = ApiClient()
        client.force_login(the(Role.ANNOTATOR))
        return client
    if reader == "token without read":
        return client_of(the(Role.ANNOTATOR), "claims:write", "verdicts:write")
    return client_of(the(reader))


def listed(client: ApiClient, kind: str, **query: Any) -> list[str]:
    """The ids on the only page of this list."""
    response = client.get(f"/api/v1/{kind}/", {"page_size": 100, **query})
    assert response.status_code == 200, response.content
    assert response.json()["next"] is None
    return [row["id"] for row in response.json()["results"]]
