"""The rounds: for each row of the table all contenders take turns, so that noise meets them all."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.speed.asking import Asker
from benchmarks.speed.servers import Server, pin_database

DESK = "the desk's list"
FILTER = "rating + source, skewed"

# Row of the table → who competes in it, each with its addresses.
Rows = dict[str, list[tuple[Server, list[str]]]]
# Row and connections → server's name → the rate of each turn.
Turns = dict[tuple[str, int], dict[str, list[float]]]


@dataclass(frozen=True)
class Measuring:
    """How it is measured: `seconds` of a turn, turns, and how many ask at once."""

    seconds: int
    rounds: int
    connections: Sequence[int]
    by_processor: bool
    say: Callable[[str], None]

    def turns(self, rows: Rows) -> Turns:
        """Every turn's rate, of every row and number of connections."""
        told: Turns = {}
        for row, competing in rows.items():
            askers = [
                Asker(
                    server,
                    addresses,
                    self.seconds,
                    desk=row == DESK,
                    by_processor=self.by_processor,
                )
                for server, addresses in competing
            ]
            for asker in askers:
                asker.warm_up()
            for address in {server.database for server, _ in competing}:
                if not pin_database(address):
                    self.say("PostgreSQL's sessions could not be pinned to the servers' core.")
            for count in self.connections:
                self.say(f"measuring: {row}, {count} at once")
                told[row, count] = self._turns(askers, count)
        return told

    def _turns(self, askers: list[Asker], connections: int) -> dict[str, list[float]]:
        told: dict[str, list[float]] = defaultdict(list)
        for _ in range(self.rounds):
            for asker in askers:
                told[asker.server.name].append(asker.rate(connections))
        return dict(told)


def competes(server: Server, row: str) -> bool:
    """Custom plans are for the row in which generic ones go wrong."""
    return row == FILTER or not server.environment.get("PLAN_CACHE_MODE", "").startswith("force")
