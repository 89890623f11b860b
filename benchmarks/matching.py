"""
How well, and how fast, claims are found that were checked before.

    python -m benchmarks.matching [path to sets] [--claims 14000]
    python -m benchmarks.matching --as-it-is

A set is a JSON file: {"claims": [{"id", "text"}], "queries": [{"text", "relevant": [ids]}]}. Each
is indexed in a table of its own, in the database that DATABASE_URL names and in one transaction
that is rolled back. The columns:

- MAP@5: the mean over queries of the average precision among the first five.
- recall@20: the share of queries with a relevant claim among the first twenty.
- p95: milliseconds of one ranking, repair of unknown words included; the first is not counted.

Without a path a set is made up (benchmarks.made_up), of so many claims. It says how fast we are,
and little about how good.

Then as many made-up checks are published, in a transaction that is rolled back too, and the API is
asked: for the checks of a statement, for a draft of 20,000 characters of which every fifth sentence
or every sentence is on record, and for checks that have a rare word. Milliseconds of a request:
median and 95th percentile of our own process, on PostgreSQL the mean of its session, and median
and 95th percentile by the clock. With --as-it-is only that, of the checks that the database has.

Last, how well sentences that repeat a statement are told from others (benchmarks.repeating): how
many do, how many of them are found, and how many are held against one that they do not repeat.
"""

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import django
from django.db import connection, transaction
from tqdm import tqdm

SETS = Path(__file__).resolve().parents[2] / "shared/data/matching"
TABLE = "benchmark_claims"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from benchmarks import finding, repeating

    arguments = _parser().parse_args()
    if arguments.as_it_is:
        finding.measure_as_it_is()
        return
    print(f"{connection.vendor}: {'':28}{'claims':>8}{'MAP@5':>8}{'recall@20':>11}{'p95 ms':>8}")
    for name, said in sets(arguments.sets, arguments.claims):
        precision, recall, slow = measured(said)
        count = len(said["claims"])
        print(f"{name:40}{count:8}{precision:8.3f}{recall:11.3f}{slow:8.1f}")
    finding.measure(arguments.claims)
    repeating.measure()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make bench-matching", description="How well and how fast checked claims are found."
    )
    parser.add_argument("sets", nargs="?", type=Path, default=SETS, help="a folder of sets")
    parser.add_argument("--claims", type=int, default=14_000, help="how many are made up")
    parser.add_argument("--as-it-is", action="store_true", help="ask for what is published there")
    return parser


def sets(folder: Path, claims: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The sets in a folder by name; a made-up one where there is none."""
    from benchmarks import made_up

    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    for path in paths:
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))
    if not paths:
        said = made_up.statements(claims)
        told = [{"id": number, "text": text} for number, text in enumerate(said)]
        yield "made up", {"claims": told, "queries": made_up.queries(said)}


def measured(said: dict[str, Any]) -> tuple[float, float, float]:
    """MAP@5, recall@20 and the 95th percentile in milliseconds."""
    from factcheck.index.kinds import Column, Kind, register
    from factcheck.index.ranking import Ranking
    from factcheck.index.sharing import best
    from factcheck.index.upkeep import rebuild

    kind = Kind("benchmark", TABLE, (Column("said"),), ranked=True)
    register(kind)
    precisions, recalls, times = [], [], []
    with transaction.atomic():
        keys = _store(said["claims"])
        with tqdm(total=len(keys), desc="index", disable=None, leave=False) as bar:
            for seen in rebuild(kind):
                bar.update(seen)
        for query in said["queries"]:
            began = perf_counter()
            hits = best(Ranking(kind.name, [query["text"]], repair=True), query["text"], 20)
            times.append((perf_counter() - began) * 1000)
            relevant = set(query["relevant"])
            ranks = [n for n, hit in enumerate(hits, 1) if keys[hit.row] in relevant]
            precisions.append(_average_precision([n for n in ranks if n <= 5], len(relevant)))
            recalls.append(bool(ranks))
        transaction.set_rollback(True)
    count = len(precisions)
    slow = sorted(times[1:])[int(0.95 * (count - 1))]
    return sum(precisions) / count, sum(recalls) / count, slow


def _store(claims: list[dict[str, Any]]) -> dict[int, Any]:
    """A table of the claims; their ids by the key that they have in it."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, said text)")
        cursor.executemany(
            f"INSERT INTO {TABLE} (id, said) VALUES (%s, %s)",
            [(key, claim["text"]) for key, claim in enumerate(claims, 1)],
        )
    return {key: claim["id"] for key, claim in enumerate(claims, 1)}


def _average_precision(ranks: list[int], relevant: int) -> float:
    if not relevant:
        return 0.0
    return sum(n / rank for n, rank in enumerate(ranks, 1)) / min(relevant, 5)


if __name__ == "__main__":
    main()
