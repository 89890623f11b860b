"""
Measures the product beside plain DRF and Litestar + msgspec + asyncpg. Run it with `make bench`.

Each database of CLAIMS published claims is made once (build/bench/ and on BENCH_POSTGRES_URL) and
kept. All answers are compared before anything is measured. Then, of one database after the other,
which the system has just read into its memory, all contenders take turns, row by row; the medians
of their rates and the ratios of these are printed as one table.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.speed.databases import Missing, made, read_into_memory
from benchmarks.speed.facts import compare
from benchmarks.speed.rounds import DESK, Rates, measure
from benchmarks.speed.servers import (
    BIN,
    PEERS,
    ROOT,
    SECRET,
    Server,
    litestar,
    ours,
    plain_drf,
    running,
)
from benchmarks.speed.table import machine, table

FOLDER = ROOT / "build" / "bench"


def main() -> None:
    arguments = _parser().parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk asks the questions, and is not here. On Debian: apt install wrk.")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    rates: dict[int, Rates] = {}
    for claims in arguments.claims:
        databases = made(claims, arguments.postgres, arguments.folder)
        rates[claims] = _of_size(databases, arguments)
    unit = "second of processor" if arguments.by_processor else "second"
    print(machine(arguments.postgres))
    print(f"Requests per {unit}, medians of {arguments.rounds} turns of {arguments.seconds} s.\n")
    print(table(rates))
    print(f"\nTook {(time.monotonic() - began) / 60:.0f} minutes.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description="How fast reading is.")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=1, help="of each turn of a round")
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--rows", nargs="+", help="only these are measured, all are compared")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="for SQLite's databases")
    parser.add_argument(
        "--by-processor",
        action="store_true",
        help="for a busy machine: requests per second of processor, instead of the clock's",
    )
    parser.add_argument(
        "--postgres",
        default=os.environ.get("BENCH_POSTGRES_URL", ""),
        help="a server on which databases may be made; empty: SQLite alone",
    )
    return parser


def _of_size(databases: dict[str, str], arguments: argparse.Namespace) -> Rates:
    asked = {engine: _asked(address) for engine, address in databases.items()}
    servers: list[Server] = []
    for engine, address in databases.items():
        servers.append(ours(f"ours, {engine}", address, asked[engine]["token"]))
        servers.append(plain_drf(f"DRF, {engine}", address))
        if engine == "PostgreSQL":
            if not (PEERS / "uvicorn").exists():
                raise Missing("build/peers has no Litestar: “make bench” installs it.")
            servers.append(litestar("Litestar", address))
            servers.append(litestar("Litestar, custom plans", address, "force_custom_plan"))
    with ExitStack() as stack:
        stack.enter_context(running(servers, arguments.folder / "servers.log"))
        rows = next(iter(asked.values()))["rows"]
        for row, addresses in rows.items():
            _print(f"comparing: {row}")
            competing = [each for each in servers if each.contender in addresses]
            pairs = [(each, addresses[each.contender]) for each in competing]
            compare(pairs, desk=row == DESK)
        measured = {row: each for row, each in rows.items() if row in (arguments.rows or rows)}
        # One database after the other: two of 1,000,000 claims may be more than memory holds.
        told: Rates = {}
        for engine, address in databases.items():
            _print(f"reading into memory: {engine}")
            read_into_memory(address)
            rates = measure(
                [server for server in servers if server.database == address],
                measured,
                arguments.seconds,
                arguments.rounds,
                _print,
                connections=arguments.connections,
                by_processor=arguments.by_processor,
            )
            for key, speeds in rates.items():
                told.setdefault(key, {}).update(speeds)
        return told


def _asked(database: str) -> dict[str, Any]:
    environment = {**os.environ, **SECRET, "DATABASE_URL": database}
    done = subprocess.run(
        [str(BIN / "python"), "-m", "benchmarks.speed.asked"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"What to ask of {database} could not be made:\n{done.stderr}")
    return json.loads(done.stdout)


def _print(line: str) -> None:
    """Progress, away from the table."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    # Ended from outside, it still ends its servers.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended."))
    try:
        main()
    except (Missing, RuntimeError) as trouble:
        sys.exit(str(trouble))
