"""Which tests a run leaves out: marked ones, and on a second database those that ask none."""

import unittest
from collections.abc import Sequence
from pathlib import Path

import pytest

# Whoever asks for one of these may read and write.
DATABASE = frozenset({"db", "transactional_db", "live_server", "django_db_setup"})


def expression_for(given: str, addopts: Sequence[str], named: Sequence[str]) -> str:
    """
    The `-m` expression of a run, from the one in force, pyproject's options, and what was named.

    A file or a test that is named on the command line is meant, slow or not. What `-m` says there
    stands.
    """
    everyday = addopts[addopts.index("-m") + 1]
    if given == everyday and any(Path(name.partition("::")[0]).is_file() for name in named):
        return ""
    return given


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test may read or write: by its mark, by a fixture of its own, or by its class."""
    if item.get_closest_marker("django_db") or DATABASE.intersection(item.fixturenames):
        return True
    return issubclass(getattr(item, "cls", None) or object, unittest.TestCase)
