"""The demo newsroom, and a reader's browser on the pages."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.api.conftest import demo, kept_demo
from tests.desk.chromium import Window

__all__ = ["demo", "kept_demo"]


@pytest.fixture
def windows(chromium: Any, live_server: Any) -> Iterator[Any]:
    """Opens a reader's windows on the pages, and closes them after the test."""
    opened: list[Window] = []

    def open_window(**look: Any) -> Window:
        opened.append(Window(chromium, live_server.url, **look))
        return opened[-1]

    yield open_window
    for window in opened:
        window.close()
