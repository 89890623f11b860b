"""What may be kept already: the rows that look like one that is being saved, named beside it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.urls import reverse

# The input by whose values an editor has said that a row is another one than these.
ALIKE = "_alike"
MOST = 5


class Words(NamedTuple):
    """
    What is said of a kind's rows that are alike.

    `beside` on a row's own page, `asking` before one more is kept, `go_on` beside the tick.
    """

    beside: str
    asking: str
    go_on: str


class AskedFirst(Exception):
    """Nothing is kept yet: these rows look like the one that was to be saved."""

    def __init__(self, rows: Sequence[Any]) -> None:
        super().__init__()
        self.rows = rows


class Shown(NamedTuple):
    """A row as the note names it."""

    address: str
    name: str
    told_apart: str


def ask_once(rows: Sequence[Any], *, answered: Sequence[str]) -> None:
    """Raise AskedFirst unless the editor has seen each of these rows and goes on."""
    if {row.public_id for row in rows} - {key for answer in answered for key in answer.split()}:
        raise AskedFirst(rows)


def note_of(admin: Any, rows: Sequence[Any], *, asks: bool) -> dict[str, Any]:
    """What `desk/alike.html` shows of these rows; nothing where there are none."""
    if not rows:
        return {}
    name = f"admin:{admin.opts.app_label}_{admin.opts.model_name}_change"
    return {
        "words": admin.alike_words,
        "rows": [
            Shown(reverse(name, args=[row.public_id]), str(row), admin.told_apart(row))
            for row in rows[:MOST]
        ],
        "more": len(rows) > MOST,
        "asks": asks,
        "input": ALIKE,
        "keys": " ".join(row.public_id for row in rows),
    }
