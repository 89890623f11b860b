"""The demo, told once for all tests that only read it."""

from collections.abc import Iterator

import pytest

from seeds.demo import tell_demo
from tests.kept import kept_rows


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The demo as a fresh seed leaves it; takes seconds, so one worker has all who want it."""
    with kept_rows(django_db_blocker):
        tell_demo()
        yield
