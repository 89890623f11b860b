"""The toy API, and rows in it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from factcheck.records.public_id import public_id_from
from sources.models import Source
from tests.rest.toy import ToyViewSet

START = datetime(2024, 10, 23, 12, tzinfo=UTC)
URL = "/api/v1/sources/"


@pytest.fixture(autouse=True)
def toy(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.rest.toy"


@pytest.fixture
def reader(db: None) -> APIClient:
    return APIClient()


@pytest.fixture
def editor(db: None) -> APIClient:
    """Signed in, as `editor`."""
    User.objects.create_user("editor")
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION="Bearer editor")
    return client


@pytest.fixture
def trouble() -> Iterator[Any]:
    """Makes /sources/trouble/ raise what it is given."""
    before = ToyViewSet.trouble_to_raise

    def raise_(exception: Exception) -> None:
        ToyViewSet.trouble_to_raise = exception

    yield raise_
    ToyViewSet.trouble_to_raise = before


def make_sources(*names: str, **fields: Any) -> list[Source]:
    """Sources of these names, a minute apart."""
    return [
        Source.add(
            by=None, at=START + timedelta(minutes=minute), name=name, **{"kind": "person"} | fields
        )
        for minute, name in enumerate(names)
    ]


def rows(count: int, **fields: Any) -> list[Source]:
    """So many sources without a history, quickly."""
    return Source.objects.bulk_create(
        Source(
            public_id=public_id_from(str(number)),
            name=f"Source {number:03}",
            slug=f"source-{number}",
            kind="person",
            created_at=START + timedelta(minutes=number),
            **fields,
        )
        for number in range(count)
    )


def names(response: Any) -> list[str]:
    """The names on a page."""
    assert response.status_code == 200, response.content
    return [row["name"] for row in response.json()["results"]]
