"""The table: rates, ratios, and beside them what was asked for."""

import os
import platform
import sqlite3
import statistics
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.speed.growth import Growth
from benchmarks.speed.rounds import Turns

PACKAGES = ("django", "djangorestframework", "granian", "orjson")
# What ours must reach: (against Litestar, against plain DRF on SQLite with 1 and 16 connections).
ASKED: dict[str, tuple[str, str, str]] = {
    "list, first pages": ("1.2", "", ""),
    "list, deep page": ("1.2", "", ""),
    "list, repeated page": ("1.9", "15", "22"),
    "one fact check": ("1.0", "10", "15"),
    "an article's fact checks": ("1.3", "14", "25"),
    "rating + source, skewed": ("20", "", ""),
    "the desk's list": ("", "3", "3"),
    "search, rare word": ("", "30", "30"),
    "search, frequent word": ("", "6", "6"),
}
# The same on PostgreSQL, against plain DRF.
ASKED_OF_DRF = {
    "the desk's list": "3",
    "search, rare word": "100",
    "search, frequent word": "6",
}
CUSTOM = "1.2"
GROWTH = 1.3
OURS, DRF = "ours, {}", "DRF, {}"
LITESTAR, LITESTAR_CUSTOM = "Litestar", "Litestar, custom plans"
HEAD = (
    "| claims | row | at once | database | ours /s | plain DRF /s | Litestar /s | × DRF (asked) "
    "| × Litestar (asked) |\n|--:|---|--:|---|--:|--:|--:|--:|--:|"
)


def table(turns: dict[int, Turns]) -> str:
    """Every contender's rates by number of claims, and how ours compare."""
    lines = [HEAD]
    for claims, told in turns.items():
        for (row, connections), rates in told.items():
            speeds = {name: statistics.median(each) for name, each in rates.items()}
            lines += _lines(claims, row, connections, speeds)
    return "\n".join(lines)


def growth_table(growth: Growth, small: int, large: int) -> str:
    """What a request of ours costs among so many claims, over what it costs among fewer."""
    lines = [f"\nGrowth of the cost of ours, {small:,} → {large:,} claims (asked: ≤ {GROWTH}):\n"]
    lines.append("| row | at once | PostgreSQL | SQLite |\n|---|--:|--:|--:|")
    for (row, connections), grown in growth.items():
        cells = [_grown(grown.get(engine)) for engine in ("PostgreSQL", "SQLite")]
        lines.append(f"| {row} | {connections} | {' | '.join(cells)} |")
    return "\n".join(lines)


def machine(postgres: str) -> str:
    """Where this was measured, and with what."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    databases = [f"SQLite {sqlite3.sqlite_version}"]
    if postgres:
        databases.append(f"PostgreSQL {_version_of(postgres)}")
    python = f"Python {platform.python_version()}"
    return (
        f"{_processor()}, {os.cpu_count()} cores; {python}, {packages}; {', '.join(databases)}; "
        f"peers: {_peers()}."
    )


def _lines(claims: int, row: str, connections: int, speeds: dict[str, float]) -> Iterator[str]:
    for engine in ("PostgreSQL", "SQLite"):
        ours, drf = speeds.get(OURS.format(engine)), speeds.get(DRF.format(engine))
        if ours is None or drf is None:
            continue
        on_sqlite = ASKED.get(row, ("", "", ""))[1 if connections == 1 else 2]
        of_drf = on_sqlite if engine == "SQLite" else ASKED_OF_DRF.get(row, "")
        peer = speeds.get(LITESTAR) if engine == "PostgreSQL" else None
        of_peer = ASKED.get(row, ("", "", ""))[0]
        cells = [f"{claims:,}", row, str(connections), engine, _rate(ours), _rate(drf)]
        cells += [_rate(peer), _ratio(ours, drf, of_drf), _ratio(ours, peer, of_peer)]
        yield f"| {' | '.join(cells)} |"
        if custom := speeds.get(LITESTAR_CUSTOM) if engine == "PostgreSQL" else None:
            cells[1] += ", peer on custom plans"
            cells[5:] = ["", _rate(custom), "", _ratio(ours, custom, CUSTOM)]
            yield f"| {' | '.join(cells)} |"


def _grown(times: float | None) -> str:
    if times is None:
        return ""
    return f"{times:.2f}" if times <= GROWTH else f"{times:.2f}, **missed**"


def _rate(rate: float | None) -> str:
    if rate is None:
        return ""
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.2f}"


def _ratio(ours: float, theirs: float | None, asked: str) -> str:
    if theirs is None:
        return ""
    ratio = ours / theirs
    told = f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.1f}"
    if not asked:
        return told
    return f"{told} (≥ {asked}{'' if ratio >= float(asked) else ', **missed**'})"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _version_of(postgres: str) -> str:
    import psycopg

    with psycopg.connect(postgres) as connection:
        return str(connection.execute("SHOW server_version").fetchone()[0]).split()[0]


def _peers() -> str:
    from benchmarks.speed.servers import ROOT

    names = ("litestar", "msgspec", "asyncpg", "uvicorn")
    locked = (ROOT / "benchmarks" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" ")[0].split("==") for line in locked if "==" in line]
    return ", ".join(f"{name} {number}" for name, number in pairs if name in names)
