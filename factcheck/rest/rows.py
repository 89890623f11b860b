"""Rows of an answer, built from plain values rather than model instances."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any


def grouped(rows: Iterable[Any], by: str) -> dict[Any, list[dict[str, Any]]]:
    """The rows by their value of `by`, each group in the order in which they came."""
    groups: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return groups


def reference(row: dict[str, Any], prefix: str, names: Sequence[str]) -> dict[str, Any] | None:
    """
    The joined row `prefix` as `{"id", *names}`, or None where there is none.

    The id comes from the column public_id; an empty text is unknown, so None.
    """
    public_id = row[f"{prefix}__public_id"]
    if public_id is None:
        return None
    return {"id": public_id} | {
        name: None if row[f"{prefix}__{name}"] == "" else row[f"{prefix}__{name}"] for name in names
    }


def joined(prefix: str, names: Sequence[str]) -> tuple[str, ...]:
    """The columns that `reference` needs."""
    return tuple(f"{prefix}__{name}" for name in ("public_id", *names))
