"""Rows that are made once for all tests of a module, because none of them is about making them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def kept_rows(django_db_blocker: Any) -> Iterator[None]:
    """
    What is stored at the beginning stays until the end of the block, in a transaction of its own.

    For a module's fixture, which asks for `django_db_setup` too. A test's own `db` then nests in
    it: what the test does ends with the test. Each test of the module has the rows, so all have to
    want them; and whoever changes an instance reads it anew.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
