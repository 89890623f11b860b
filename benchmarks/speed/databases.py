"""The databases that are measured: made by load_benchmark once, and kept for the next time."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.speed.servers import BIN, ROOT, SECRET, database_of

STATE = """
from claims.models import FactCheckPeriod
from factcheck.index.upkeep import missing
print("\\n", "broken" if missing() else FactCheckPeriod.objects.standing().count())
"""


class Missing(Exception):
    """Something that measuring needs is not here; says what to do about it."""


@dataclass(frozen=True)
class Database:
    """A database of published claims, and what is asked of it: by row, by contender."""

    engine: str
    claims: int
    address: str
    token: str
    rows: dict[str, dict[str, list[str]]]

    def __str__(self) -> str:
        return f"{self.engine}, {self.claims:,}"


def made(claims: int, postgres: str, folder: Path) -> list[Database]:
    """
    Databases with so many published claims, PostgreSQL's first; made where missing.

    Raises Missing.
    """
    addresses = {"SQLite": f"sqlite:///{folder / f'{claims}.sqlite3'}"}
    if postgres:
        addresses = {"PostgreSQL": _created(postgres, f"factcheck_bench_{claims}"), **addresses}
    else:
        print("Without BENCH_POSTGRES_URL only SQLite is measured.", file=sys.stderr)
    for engine, address in addresses.items():
        _filled(engine, address, claims)
    return [
        Database(engine, claims, address, **_asked(address))
        for engine, address in addresses.items()
    ]


def read_into_memory(address: str) -> None:
    """Have the system read a database once, so that what is measured later is no disk's speed."""
    if address.startswith("sqlite"):
        with Path(address.removeprefix("sqlite:///")).open("rb", buffering=0) as file:
            while file.read(2**24):
                pass
        return
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm")
        connection.execute(
            "SELECT pg_prewarm(oid::regclass, 'read') FROM pg_class "
            "WHERE relkind IN ('r', 'i', 't')"
        )


def _created(server: str, name: str) -> str:
    import psycopg

    try:
        with psycopg.connect(server, autocommit=True, connect_timeout=3) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if known.fetchone() is None:
                connection.execute(f'CREATE DATABASE "{name}"')
    except psycopg.OperationalError as error:
        raise Missing(
            f"{server} does not answer (BENCH_POSTGRES_URL; empty: SQLite alone)."
        ) from error
    return database_of(server, name)


def _filled(engine: str, address: str, claims: int) -> None:
    environment = {**os.environ, "DATABASE_URL": address}
    manage = [str(BIN / "python"), "manage.py"]
    _run([*manage, "migrate", "--verbosity", "0"], environment)
    there = _run([*manage, "shell", "--verbosity", "0", "--command", STATE], environment)
    held = there.split()[-1]
    if held == "0":
        print(f"Filling {engine} with {claims:,} claims.", file=sys.stderr)
        command = [*manage, "load_benchmark", "--yes", "--claims", str(claims)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    elif held != str(claims):
        raise Missing(
            f"{address} holds {held} claims instead of {claims}. Remove it; it is remade."
        )


def _asked(address: str) -> dict[str, Any]:
    """What benchmarks.speed.asked says, in a process of its own: each Django knows one database."""
    environment = {**os.environ, **SECRET, "DATABASE_URL": address}
    return json.loads(_run([str(BIN / "python"), "-m", "benchmarks.speed.asked"], environment))


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Missing(done.stderr)
    return done.stdout
