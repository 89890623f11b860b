"""Asking a server as fast as it answers: wrk's requests per second over a list of addresses."""

import os
import re
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.speed.servers import ASKING, ROOT, Server, pinned

SCRIPT = ROOT / "benchmarks" / "speed" / "asking.lua"
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
COUNT = re.compile(r"(\d+) requests in")
TROUBLE = re.compile(r"(Non-2xx or 3xx responses|Socket errors): (.*)")
# A server that needs longer for one request is asked a few times by hand instead.
SLOW = 0.25
TRIES = 3
# Of so many addresses ours keeps no more than a fifth of the answers; the others keep none.
WARM_UP, FEWER = {"ours": 1_000}, 100


class Asker:
    """
    Asks one server for one row of the table; each time on from where it stopped, round and round.

    Rates are requests per second or, `by_processor`, per second of processor that the server and
    its database spent.
    """

    def __init__(
        self,
        server: Server,
        addresses: list[str],
        seconds: float,
        *,
        desk: bool,
        by_processor: bool,
    ) -> None:
        self.server, self.addresses, self.seconds = server, addresses, seconds
        self._desk, self._by_processor = desk, by_processor
        self._place = 0
        self.once = self._timed()

    def warm_up(self) -> None:
        """
        Ask once for what will be asked for, unless that takes long.

        Then a server has prepared what it prepares, and the system has read what it reads: not all
        systems keep files of ten gigabytes in memory.
        """
        if self.once < SLOW:
            times = WARM_UP.get(self.server.contender, FEWER)
            self.addresses = self.addresses[:times]
            for _ in range(times):
                self._timed()
        self.once = min(self._timed(), self.once)

    def rate(self, connections: int) -> float:
        """The rate with so many connections at once."""
        before = self.server.spent() if self._by_processor else {}
        # A slow one has one core: whether at once or one after the other makes no difference.
        count, rate = self._asked(connections) if self.once < SLOW else self._asked_by_hand()
        if self._by_processor:
            after = self.server.spent()
            spent = sum(after[key] - before.get(key, 0) for key in after)
            return count / max(spent, 0.01)
        return rate

    def _asked(self, connections: int) -> tuple[int, float]:
        """How many requests were answered, and how many a second."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "addresses")
            file.write_text("\n".join(self.addresses), encoding="utf-8")
            said = self._ask(file, connections)
        if trouble := TROUBLE.search(said):
            raise RuntimeError(f"{self.server.name}: {trouble[0]}")
        rate, count = RATE.search(said), COUNT.search(said)
        if rate is None or count is None:
            raise RuntimeError(f"wrk said: {said}")
        if int(count[1]) == 0:
            return self._asked_by_hand()
        self._place = (self._place + int(count[1])) % len(self.addresses)
        return int(count[1]), float(rate[1])

    def _asked_by_hand(self) -> tuple[int, float]:
        return TRIES, 1 / statistics.median(self._timed() for _ in range(TRIES))

    def _ask(self, addresses: Path, connections: int) -> str:
        environment = {
            **os.environ,
            "ADDRESSES": str(addresses),
            "START": str(self._place),
            "LC_ALL": "C",
        }
        if authorization := self.server.headers(desk=self._desk).get("Authorization"):
            environment["AUTHORIZATION"] = authorization
        seconds = self.seconds
        if connections > 1 and (self._by_processor or self._desk):
            # What is under way when the turn ends has cost something and is no answer yet; of the
            # desk's few answers that would be a third.
            seconds *= 4
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
        command += ["-s", str(SCRIPT), f"http://127.0.0.1:{self.server.port}/"]
        done = subprocess.run(
            pinned(command, ASKING), env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"wrk failed: {done.stderr or done.stdout}")
        return done.stdout

    def _timed(self) -> float:
        began = time.monotonic()
        self._place %= len(self.addresses)
        self.server.get(self.addresses[self._place], desk=self._desk)
        self._place = (self._place + 1) % len(self.addresses)
        return time.monotonic() - began
