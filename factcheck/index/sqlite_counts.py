"""
Counts that take SQLite long, remembered while the index has hardly grown.

FTS5 counts the rows of a word by reading all of them, and has no count of all rows. What a word
weighs is a logarithm of both: a sixty-fourth more or fewer changes nothing.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from factcheck.index.kinds import Kind

# Fewer are counted in no time, and in a small index each row weighs something.
MANY = 2_000
HARDLY = 64


class Counted(NamedTuple):
    """What was counted when the highest row was this one, by name."""

    highest: int
    rows: dict[str, int]


_counted: dict[tuple[str, str], Counted] = {}


def counted(
    connection: Any,
    kind: Kind,
    names: Iterable[str],
    count: Callable[[list[str]], dict[str, int]],
) -> dict[str, int]:
    """What `count` says of these names, which is asked only for those not known to be many."""
    known = _known(connection, kind)
    found: dict[str, int] = {}
    missing = []
    for name in names:
        if name in known:
            found[name] = known[name]
        else:
            missing.append(name)
    if missing:
        news = count(missing)
        known.update((name, rows) for name, rows in news.items() if rows >= MANY)
        found |= news
    return found


def _known(connection: Any, kind: Kind) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(id), 0) FROM {kind.index}_docsize")
        highest = int(cursor.fetchone()[0])
    key = str(connection.settings_dict["NAME"]), kind.index
    last = _counted.get(key)
    if last is None or abs(highest - last.highest) * HARDLY > last.highest:
        last = _counted[key] = Counted(highest, {})
    return last.rows
