"""
How well, and how fast, claims are found that were checked before.

    python -m benchmarks.matching [path to sets]

A set is a JSON file: {"claims": [{"id", "text"}], "queries": [{"text", "relevant": [ids]}]}. Each
is indexed in a table of its own, in the database that DATABASE_URL names and in one transaction
that is rolled back. The columns:

- MAP@5: the mean over queries of the average precision among the first five.
- recall@20: the share of queries with a relevant claim among the first twenty.
- p95: milliseconds of one ranking, repair of unknown words included; the first is not counted.

Without a path a set is made up: statements put together from a few hundred words, asked for with
words left out and one misspelt. It says how fast we are, and little about how good.
"""

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.db import connection, transaction

SETS = Path(__file__).resolve().parents[2] / "shared/data/matching"
CLAIMS, QUERIES = 14_000, 400
TABLE = "benchmark_claims"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SETS
    print(f"{connection.vendor}: {'':28}{'claims':>8}{'MAP@5':>8}{'recall@20':>11}{'p95 ms':>8}")
    for name, said in sets(folder):
        precision, recall, slow = measured(said)
        count = len(said["claims"])
        print(f"{name:40}{count:8}{precision:8.3f}{recall:11.3f}{slow:8.1f}")


def sets(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The sets in a folder by name; the made-up one where there is none."""
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    for path in paths:
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))
    if not paths:
        yield "made up", made_up(random.Random(9))


def measured(said: dict[str, Any]) -> tuple[float, float, float]:
    """MAP@5, recall@20 and the 95th percentile in milliseconds."""
    from factcheck.index.kinds import Column, Kind, register
    from factcheck.index.ranking import Ranking
    from factcheck.index.upkeep import rebuild

    kind = Kind("benchmark", TABLE, (Column("said"),), ranked=True)
    register(kind)
    precisions, recalls, times = [], [], []
    with transaction.atomic():
        keys = _store(said["claims"])
        for _ in rebuild(kind):
            pass
        for query in said["queries"]:
            began = time.perf_counter()
            hits = Ranking(kind.name, [query["text"]], repair=True).best(query["text"], 20)
            times.append((time.perf_counter() - began) * 1000)
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


def made_up(chance: random.Random) -> dict[str, Any]:
    """Statements of words that follow Zipf's law, and queries that garble some of them."""
    consonants, vowels = "bcdfghjklmnprstvz", "aeiou"
    words = [
        "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(length)) + "n"
        for length in (2, 3, 4)
        for _ in range(6_000)
    ]
    shares = [1 / rank for rank in range(10, len(words) + 10)]
    chance.shuffle(words)
    claims = [
        {"id": number, "text": " ".join(chance.choices(words, shares, k=14))}
        for number in range(CLAIMS)
    ]
    asked = chance.sample(claims, QUERIES)
    return {
        "claims": claims,
        "queries": [
            {"text": _garbled(claim["text"].split(), chance), "relevant": [claim["id"]]}
            for claim in asked
        ],
    }


def _garbled(words: list[str], chance: random.Random) -> str:
    """Half of the words in another order, one of them with two letters swapped."""
    kept = chance.sample(words, len(words) // 2)
    word = kept[0]
    kept[0] = word[:2] + word[3] + word[2] + word[4:] if len(word) > 4 else word
    return " ".join(kept)


if __name__ == "__main__":
    main()
