"""How documents and answers name a source."""

from collections.abc import Mapping
from typing import Any

# What a reader needs to weigh what it says.
NAMED = ("name", "slug", "kind", "country")


def named(row: Mapping[str, Any]) -> dict[str, Any]:
    """The source with its id and NAMED; no country is none."""
    return {"id": row["public_id"]} | {name: row[name] or None for name in NAMED}
