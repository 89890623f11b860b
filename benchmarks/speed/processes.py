"""What processes cost: seconds of processor, which a busy machine changes little."""

import os
from collections.abc import Iterable
from pathlib import Path

PROCESSES = Path("/proc")
# Fields of /proc/<pid>/stat behind the name, which may hold spaces (proc(5)).
PARENT, USER, SYSTEM = 1, 11, 12


def seconds_of(keys: Iterable[int]) -> dict[int, float]:
    """Seconds that each of these has spent so far; without those that have ended."""
    told = {key: _stat(key) for key in keys}
    tick = os.sysconf("SC_CLK_TCK")
    return {key: (int(of[USER]) + int(of[SYSTEM])) / tick for key, of in told.items() if of}


def family(key: int) -> list[int]:
    """A process with all that it has started, and what these have."""
    parents = {int(each.name): _stat(int(each.name)) for each in PROCESSES.glob("[0-9]*")}
    found = [key]
    for member in found:
        found += [child for child, of in parents.items() if of and int(of[PARENT]) == member]
    return found


def sessions(address: str) -> list[int]:
    """The processes that serve this PostgreSQL database; none for SQLite, which has none."""
    if not address.startswith("postgres"):
        return []
    import psycopg

    with psycopg.connect(address) as connection:
        rows = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND "
            "backend_type IN ('client backend', 'parallel worker') AND pid <> pg_backend_pid()"
        ).fetchall()
    return [key for (key,) in rows]


def _stat(key: int) -> list[str]:
    try:
        told = (PROCESSES / str(key) / "stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    return told.rpartition(")")[2].split()
