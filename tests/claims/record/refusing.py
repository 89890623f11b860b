"""What the database refuses, tried: the error it has to be, and that nothing came of it."""

import pytest
from django.db import DatabaseError, transaction

from claims.record import triggers

REFUSED = r"kept as written|ledger has other rows"


def refused(message=REFUSED):
    """Whatever is done inside is refused, and leaves the tables as they were."""
    return _Refused(message)


class _Refused:
    def __init__(self, message):
        self.raises = pytest.raises(DatabaseError, match=message)
        self.inside = transaction.atomic()

    def __enter__(self):
        self.before = everything()
        self.raises.__enter__()
        self.inside.__enter__()

    def __exit__(self, *error):
        self.inside.__exit__(*error)
        caught = self.raises.__exit__(*error)
        assert everything() == self.before
        return caught


def everything():
    return [list(model.objects.order_by("pk").values_list()) for model in triggers.KEPT]
