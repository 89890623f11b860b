"""The demo newsroom, for what has to hold of everything in it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from tests.kept import kept_rows


@pytest.fixture(scope="module")
def kept_demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Everything of fixtures/demo.json, for all tests of a module."""
    with kept_rows(django_db_blocker):
        call_command("loaddata", "demo", verbosity=0)
        yield


@pytest.fixture
def demo(kept_demo: None, db: None) -> None:
    """The same for a test that may add to it or change it."""
