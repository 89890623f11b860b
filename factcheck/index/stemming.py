"""Stemming: what of a text a ranked kind is asked for, as the index of this database has it."""

from functools import cache

from django.db import connection

from factcheck.index.engines import Engine, engine_of
from factcheck.index.words import telling_words


def stems_of(text: str) -> list[str]:
    """The stems of a text's telling words, in order and each once."""
    return list(dict.fromkeys(_engine().stems_of(telling_words(text))))


@cache
def _engine() -> Engine:
    """A process has one database; to ask its connection each time took longer than stemming."""
    return engine_of(connection)
