"""The demo, told once for all tests that only read it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from seeds.demo import tell_demo


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The demo as a fresh seed leaves it. Not together with `db`, whose end would end it too."""
    with django_db_blocker.unblock(), transaction.atomic():
        tell_demo()
        yield
        transaction.set_rollback(True)
