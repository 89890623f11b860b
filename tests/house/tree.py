"""The house as a tree of files: what each room holds, and what each file imports."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST_PARTY = {
    "factcheck",
    "accounts",
    "sources",
    "claims",
    "publishing",
    "search",
    "seeds",
    "openannotations",
}


def files(*folders: str) -> list[Path]:
    """Every Python file under these folders, or in the whole house."""
    return sorted(
        path
        for folder in folders or (*FIRST_PARTY, "tests", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
    )


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """The modules that a file imports: absolute, also within functions and for types alone."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            # `from claims import models` is about claims.models.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, door: str) -> bool:
    """Whether the module is the door or stands behind it."""
    return module == door or module.startswith(f"{door}.")
