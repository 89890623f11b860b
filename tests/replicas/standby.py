"""A real primary and its streaming standby, on loopback, for the length of a test."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ON_LOOPBACK = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"


def programs() -> Path | None:
    """Where PostgreSQL's own programs are, of the newest version; None where there are none."""
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    found = [each for each in folders if (each / "pg_basebackup").exists()]
    by_version = sorted(found, key=lambda each: [int(n) for n in re.findall(r"\d+", str(each))])
    return by_version[-1] if by_version else None


class Server:
    """One cluster: started, stopped, asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} {ON_LOOPBACK}"
        log = self.folder.parent / f"{self.folder.name}.log"
        run("pg_ctl", "-D", self.folder, "-l", log, "-w", "-o", options, "start")

    def stop(self) -> None:
        run("pg_ctl", "-D", self.folder, "-m", "immediate", "stop", check=False)

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(sql).fetchall()


@contextmanager
def primary_and_standby(folder: Path) -> Iterator[tuple[Server, Server]]:
    """Both running, the standby following the primary."""
    _to_postgres(folder)
    primary, standby = Server(folder / "primary"), Server(folder / "standby")
    run("initdb", "-D", primary.folder, "-U", "postgres", "-A", "trust", "-E", "UTF8")
    try:
        primary.start()
        run("pg_basebackup", "-D", standby.folder, "-d", primary.url, "-c", "fast", "-R")
        standby.start()
        yield primary, standby
    finally:
        standby.stop()
        primary.stop()
        shutil.rmtree(folder, ignore_errors=True)


def run(program: str, *arguments: object, check: bool = True) -> None:
    """Run one of PostgreSQL's programs, as the user `postgres` where we are root."""
    bin = programs()
    assert bin is not None
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    command = [*as_postgres, str(bin / program), *map(str, arguments)]
    subprocess.run(command, check=check, cwd="/", stdout=subprocess.DEVNULL, timeout=120)


def _to_postgres(folder: Path) -> None:
    """PostgreSQL refuses to run as root, and its user must reach the folder."""
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
