"""The demo newsroom, for what has to hold of everything in it."""

from typing import Any

import pytest
from django.core.management import call_command


@pytest.fixture
def demo(db: Any) -> None:
    """Everything of fixtures/demo.json."""
    call_command("loaddata", "demo", verbosity=0)
