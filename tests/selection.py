"""Which marked tests a run leaves out: those of pyproject.toml, unless somebody names a file."""

from collections.abc import Sequence
from pathlib import Path


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
