"""
What a request of ours costs in a large database, over what it costs in a small one.

Both are served at once and take turns, as the contenders do: rates that are measured some minutes
apart differ by half for reasons that have nothing to do with size.
"""

import statistics
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.speed.databases import Database, read_into_memory
from benchmarks.speed.rounds import Measuring
from benchmarks.speed.servers import ours, running

SMALL, LARGE = "ours, small", "ours, large"
# Row and connections → engine → the cost in the large one over that in the small one.
Growth = dict[tuple[str, int], dict[str, float]]


def grown(
    pairs: Iterable[tuple[Database, Database]],
    rows: Iterable[str],
    measuring: Measuring,
    log: Path,
) -> Growth:
    """The growth of each of these rows, from the smaller to the larger database of each pair."""
    told: Growth = {}
    for small, large in pairs:
        servers = [ours(SMALL, small.address, small.token), ours(LARGE, large.address, large.token)]
        with ExitStack() as stack:
            stack.enter_context(running(servers, log))
            for database in (small, large):
                measuring.say(f"reading into memory: {database}")
                read_into_memory(database.address)
            asked = {
                row: [
                    (server, database.rows[row]["ours"])
                    for server, database in zip(servers, (small, large), strict=True)
                ]
                for row in rows
            }
            for key, turns in measuring.turns(asked).items():
                told.setdefault(key, {})[small.engine] = growth(turns[SMALL], turns[LARGE])
    return told


def growth(small: list[float], large: list[float]) -> float:
    """The median of what each pair of neighbouring turns says."""
    return statistics.median(before / after for before, after in zip(small, large, strict=True))
