"""The rounds: for each row of the table all contenders take turns, so that noise meets them all."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence

from benchmarks.speed.asking import Asker
from benchmarks.speed.servers import Server, pin_database

DESK = "the desk's list"
FILTER = "rating + source, skewed"

# Row and connections → server's name → rate.
Rates = dict[tuple[str, int], dict[str, float]]


def measure(
    servers: list[Server],
    rows: dict[str, dict[str, list[str]]],
    seconds: int,
    rounds: int,
    say: Callable[[str], None],
    *,
    connections: Sequence[int],
    by_processor: bool,
) -> Rates:
    """The median rates of every row and number of connections."""
    rates: Rates = {}
    for row, addresses in rows.items():
        askers = [
            Asker(
                server,
                addresses[server.contender],
                seconds,
                desk=row == DESK,
                by_processor=by_processor,
            )
            for server in servers
            if server.contender in addresses and _competes(server, row)
        ]
        for asker in askers:
            asker.warm_up()
        for address in {server.database for server in servers}:
            if not pin_database(address):
                say("PostgreSQL's sessions could not be pinned to the servers' core.")
        for count in connections:
            say(f"measuring: {row}, {count} at once")
            rates[row, count] = _medians(askers, count, rounds)
    return rates


def _competes(server: Server, row: str) -> bool:
    """Custom plans are for the row in which generic ones go wrong."""
    return row == FILTER or not server.environment.get("PLAN_CACHE_MODE", "").startswith("force")


def _medians(askers: list[Asker], connections: int, rounds: int) -> dict[str, float]:
    told: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for asker in askers:
            told[asker.server.name].append(asker.rate(connections))
    return {name: statistics.median(rates) for name, rates in told.items()}
