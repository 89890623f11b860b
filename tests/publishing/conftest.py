"""A publisher with the desk's tag on its page, and its readers."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.publishing.publisher import Desk, Publisher
from tests.publishing.reader import Reader


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk().open() as site:
        yield site


@pytest.fixture
def publisher(desk: Desk) -> Iterator[Publisher]:
    with Publisher(desk).open() as site:
        yield site


@pytest.fixture
def readers(chromium: Any, publisher: Publisher) -> Iterator[Any]:
    """Opens browsers on the publisher's site, and closes them after the test."""
    opened: list[Reader] = []

    def open_browser(site: str = "", **look: Any) -> Reader:
        opened.append(Reader(chromium, site or publisher.url, **look))
        return opened[-1]

    yield open_browser
    for reader in opened:
        reader.close()


@pytest.fixture
def reader(readers: Any) -> Reader:
    return readers()
