"""Talking to the API as a program does: read, then write with the ETag of what was read."""

from typing import Any

from tests.newsroom import ApiClient

ROOT = "/api/v1/"


class Program:
    """A client that remembers no state but its token."""

    def __init__(self, client: ApiClient) -> None:
        self.client = client

    def get(self, path: str, status: int = 200, **query: Any) -> Any:
        return self._told(self.client.get(ROOT + path, query), status)

    def post(self, path: str, body: Any = None, status: int = 201, **headers: Any) -> Any:
        return self._told(self.client.post(ROOT + path, body, **headers), status)

    def act(self, path: str, verb: str, body: Any = None, status: int = 200) -> Any:
        """Read the row at this path, then POST to its verb with the ETag that came with it."""
        response = self.client.post(f"{ROOT}{path}{verb}/", body, HTTP_IF_MATCH=self.etag(path))
        return self._told(response, status)

    def patch(self, path: str, body: Any, status: int = 200) -> Any:
        response = self.client.patch(ROOT + path, body, HTTP_IF_MATCH=self.etag(path))
        return self._told(response, status)

    def put(self, path: str, body: Any, status: int = 200) -> Any:
        response = self.client.put(ROOT + path, body, HTTP_IF_MATCH=self.etag(path))
        return self._told(response, status)

    def delete(self, path: str, status: int = 204) -> Any:
        return self._told(self.client.delete(ROOT + path, HTTP_IF_MATCH=self.etag(path)), status)

    def etag(self, path: str) -> str:
        return str(self.client.get(ROOT + path)["ETag"])

    def _told(self, response: Any, status: int) -> Any:
        assert response.status_code == status, response.content
        return response.json() if response.content else None
