"""
Measures the product beside plain DRF and Litestar + msgspec + asyncpg. Run it with `make bench`.

Each database of CLAIMS published claims is made once (build/bench/ and on BENCH_POSTGRES_URL) and
kept. All answers are compared before anything is measured. Then, of one database after the other,
which the system has just read into its memory, all contenders take turns, row by row; at last the
product takes turns with itself, on the smallest and on the largest. The medians of the rates and
the ratios of these are printed as one table.
"""

import argparse
import os
import shutil
import signal
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from benchmarks.speed.databases import Database, Missing, made, read_into_memory
from benchmarks.speed.facts import compare
from benchmarks.speed.growth import grown
from benchmarks.speed.rounds import DESK, Measuring, Turns, competes
from benchmarks.speed.servers import PEERS, ROOT, Server, litestar, ours, plain_drf, running
from benchmarks.speed.table import growth_table, machine, table

FOLDER = ROOT / "build" / "bench"


def main() -> None:
    arguments = _parser().parse_args()
    if shutil.which("wrk") is None:
        sys.exit("wrk asks the questions, and is not here. On Debian: apt install wrk.")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    log = arguments.folder / "servers.log"
    began = time.monotonic()
    measuring = Measuring(
        arguments.seconds,
        arguments.rounds,
        arguments.connections,
        by_processor=arguments.by_processor,
        say=_print,
    )
    databases = {
        claims: made(claims, arguments.postgres, arguments.folder) for claims in arguments.claims
    }
    rows = _rows(arguments.rows, databases[min(databases)][0])
    turns = {}
    if not arguments.growth_alone:
        turns = {
            claims: _beside_peers(each, rows, measuring, log) for claims, each in databases.items()
        }
    growth = {}
    small, large = min(databases), max(databases)
    if small != large:
        pairs = zip(databases[small], databases[large], strict=True)
        growth = grown(pairs, rows, replace(measuring, rounds=arguments.growth_rounds), log)
    unit = "second of processor" if arguments.by_processor else "second"
    print(machine(arguments.postgres))
    print(f"Requests per {unit}, medians of {arguments.rounds} turns of {arguments.seconds} s.\n")
    if turns:
        print(table(turns))
    if growth:
        print(growth_table(growth, small, large))
    print(f"\nTook {(time.monotonic() - began) / 60:.0f} minutes.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description="How fast reading is.")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=1, help="of each turn of a round")
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--rows", nargs="+", help="only these are measured, all are compared")
    parser.add_argument("--growth-rounds", type=int, default=7, help="ratios near one want more")
    parser.add_argument("--growth-alone", action="store_true", help="without the peers")
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


def _rows(wanted: list[str] | None, database: Database) -> list[str]:
    if unknown := set(wanted or []) - database.rows.keys():
        sys.exit(f"No rows {sorted(unknown)}; there are {list(database.rows)}.")
    return wanted or list(database.rows)


def _beside_peers(
    databases: list[Database], rows: list[str], measuring: Measuring, log: Path
) -> Turns:
    contenders = {database.engine: _contenders(database) for database in databases}
    everyone = [server for each in contenders.values() for server in each]
    with ExitStack() as stack:
        stack.enter_context(running(everyone, log))
        for row in databases[0].rows:
            _print(f"comparing: {row}")
            pairs = [
                (server, database.rows[row][server.contender])
                for database in databases
                for server in contenders[database.engine]
                if server.contender in database.rows[row]
            ]
            compare(pairs, desk=row == DESK)
        # One database after the other: two of 1,000,000 claims may be more than memory holds.
        told: Turns = {}
        for database in databases:
            _print(f"reading into memory: {database}")
            read_into_memory(database.address)
            competing = {
                row: [
                    (server, database.rows[row][server.contender])
                    for server in contenders[database.engine]
                    if server.contender in database.rows[row] and competes(server, row)
                ]
                for row in rows
            }
            for key, turns in measuring.turns(competing).items():
                told.setdefault(key, {}).update(turns)
        return told


def _contenders(database: Database) -> list[Server]:
    servers = [
        ours(f"ours, {database.engine}", database.address, database.token),
        plain_drf(f"DRF, {database.engine}", database.address),
    ]
    if database.engine == "PostgreSQL":
        if not (PEERS / "uvicorn").exists():
            raise Missing("build/peers has no Litestar: “make bench” installs it.")
        servers.append(litestar("Litestar", database.address))
        servers.append(litestar("Litestar, custom plans", database.address, "force_custom_plan"))
    return servers


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
