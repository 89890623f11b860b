"""The servers that are measured: each one process, pinned to one core with its database."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from benchmarks.speed.processes import family, seconds_of, sessions

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "build" / "peers" / "bin"
BIN = Path(sys.executable).parent
# The servers' and the database's core, and that of those who ask.
SERVING, ASKING = 0, 1
PATIENCE = 60
# Tokens are known by it, so whoever issues one must have the same.
SECRET = {"SECRET_KEY": "only for measuring"}
# As “make run” does; the Makefile says it once.
GRANIAN = os.environ.get("GRANIAN", "--no-ws --workers 1 --blocking-threads 4").split()


@dataclass
class Server:
    """A contender that answers on a port of its own."""

    name: str
    contender: str
    database: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    token: str = ""
    port: int = 0
    process: int = 0

    def get(self, path: str, *, desk: bool = False, timeout: float = 120) -> bytes:
        """The answer's body. Raises RuntimeError for anything but a 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path, headers=self.headers(desk=desk))
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise RuntimeError(f"{self.name}: {response.status} for {path}: {body[:300]!r}")
        return body

    def headers(self, *, desk: bool) -> dict[str, str]:
        """What a request carries; the desk's one shows who asks."""
        shown = {"Authorization": f"Bearer {self.token}"} if desk and self.token else {}
        return {"Accept": "application/json"} | shown

    def spent(self) -> dict[int, float]:
        """Seconds of processor by process, of the server and of its database's sessions."""
        return seconds_of([*family(self.process), *sessions(self.database)])


def ours(name: str, database: str, token: str) -> Server:
    """The product, as “make run” serves it."""
    command = [str(BIN / "granian"), "--interface", "wsgi", *GRANIAN]
    return Server(
        name,
        "ours",
        database,
        [*command, "factcheck.wsgi:application"],
        token=token,
    )


def plain_drf(name: str, database: str) -> Server:
    """Plain DRF on the same server."""
    command = [str(BIN / "granian"), "--interface", "wsgi", *GRANIAN]
    settings = {"DJANGO_SETTINGS_MODULE": "benchmarks.peers.plain_settings"}
    return Server(
        name, "drf", database, [*command, "benchmarks.peers.plain_drf:application"], settings
    )


def litestar(name: str, database: str, plans: str = "auto") -> Server:
    """Litestar, on the server that its guide names, with its faster loop and parser."""
    command = [str(PEERS / "python"), "-m", "uvicorn", "--no-access-log", "--log-level", "warning"]
    command += ["--loop", "uvloop", "--http", "httptools"]
    return Server(
        name,
        "litestar",
        database,
        [*command, "benchmarks.peers.litestar_msgspec:app"],
        {"PLAN_CACHE_MODE": plans},
    )


@contextmanager
def running(servers: list[Server], log: Path) -> Iterator[None]:
    """All of them, until they are no longer needed; ended by their own process ids."""
    processes = []
    try:
        with log.open("ab") as said:
            for server in servers:
                processes.append(_start(server, said))
            for server, process in zip(servers, processes, strict=True):
                _wait_for(server, process, log)
        yield
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def pin_database(address: str) -> bool:
    """Put the sessions of a PostgreSQL database on the servers' core; False where that fails."""
    try:
        for key in sessions(address):
            os.sched_setaffinity(key, {SERVING})
    except ProcessLookupError:
        # It has ended meanwhile.
        return True
    except (AttributeError, PermissionError):
        return False
    return True


def pinned(command: list[str], core: int) -> list[str]:
    """The command on one core, where that can be said."""
    taskset = shutil.which("taskset")
    return (
        [taskset, "-c", str(core), *command] if taskset and (os.cpu_count() or 1) > 1 else command
    )


def _start(server: Server, log: IO[bytes]) -> "subprocess.Popen[bytes]":
    server.port = free_port()
    command = [*server.command, "--host", "127.0.0.1", "--port", str(server.port)]
    environment = {
        **os.environ,
        "DATABASE_URL": server.database,
        **SECRET,
        "ALLOWED_HOSTS": "127.0.0.1",
        "THROTTLING": "off",
        **server.environment,
    }
    process = subprocess.Popen(
        pinned(command, SERVING), cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    server.process = process.pid
    return process


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"{server.name} does not answer; {log} may say why.")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def database_of(server: str, name: str) -> str:
    """The address of a database of this name on that server."""
    return urlsplit(server)._replace(path=f"/{name}").geturl()
