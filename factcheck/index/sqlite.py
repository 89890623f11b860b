"""
The index on SQLite: for each kind an FTS5 table of stemmed words and one of trigrams.

The second holds only rows with a script that sets no spaces. Triggers touch nothing but their own
table and the index: SQLite refuses to rename a table while a trigger elsewhere misses it, and
that is how it rebuilds tables.
"""

import json
import math
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from django.db.models import BigIntegerField, Func, Q
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from factcheck.index.kinds import Kind
from factcheck.index.sqlite_expressions import expressions, in_full, stemmed
from factcheck.index.sqlite_queries import HIGHEST, Stretches, queries_of
from factcheck.index.sqlite_schema import names_of, run, stands, unsegmented, values_of
from factcheck.index.words import Part

# Up to this many rows relevance is computed here: bm25() gives a word that half of the rows hold
# no weight at all, which in a small record may be the very subject.
SMALL = 2000
K1, B = 1.2, 0.75


def fill(connection: Any, kind: Kind, after: int, until: int) -> None:
    """Index the rows with these ids, which are not there yet."""
    rows = f"SELECT id, {values_of(kind)} FROM {kind.table} t WHERE id > {after} AND id <= {until}"
    run(
        connection,
        f"INSERT INTO {kind.index} (rowid, {names_of(kind)}) {rows}{stands(kind, 't', 'AND')}",
        f"INSERT INTO {kind.index}_grams (rowid, {names_of(kind)}) SELECT rowid, {names_of(kind)} "
        f"FROM {kind.index} WHERE rowid > {after} AND rowid <= {until} AND {unsegmented(kind)}",
    )


def settle(connection: Any, kind: Kind) -> None:
    """Tidy up after many rows."""
    for table in (kind.index, f"{kind.index}_grams"):
        run(connection, f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def differing(connection: Any, kind: Kind) -> int:
    """How many rows the index has wrong, lacks, or has too many."""
    rows = f"SELECT id, {values_of(kind)} FROM {kind.table} t{stands(kind, 't', 'WHERE')}"
    held = f"SELECT rowid, {names_of(kind, coalesced=True)} FROM {kind.index}"
    wrong = f"SELECT * FROM ({rows}) EXCEPT {held}", f"{held} EXCEPT SELECT * FROM ({rows})"
    return max(_one(connection, f"SELECT count(*) FROM ({each})") for each in wrong)


def finding(kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> tuple[str, list[Any]]:
    """A query for the ids of rows that hold all of these parts, in these columns if any."""
    queries = queries_of(kind, parts, columns, expressions(parts))
    return (
        " INTERSECT ".join(query for query, _ in queries),
        [parameter for _, parameters in queries for parameter in parameters],
    )


def condition(connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> Q:
    """
    Being among the rows of `finding`, so that a list of them is read in good time.

    Few are gathered, looked up and sorted. Many SQLite would treat no other way: so it is kept from
    their ids' own order, and meets them along the list's.
    """
    few = stretches(connection, kind, parts, columns).few()
    if few is not None:
        return Q(pk__in=RawSQL("SELECT value FROM json_each(%s)", [json.dumps(few)]))
    # With a sign before it no index has it.
    key = Func("pk", template="+%(expressions)s", output_field=BigIntegerField())
    return Q(In(key, RawSQL(*finding(kind, parts, columns))))


def stretches(
    connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]
) -> Stretches:
    """What `finding` finds, in stretches of ids."""
    spaced = in_full(connection, kind, parts)
    if spaced is not None:
        return Stretches(connection, queries_of(kind, parts, columns, spaced))
    # For each stretch FTS5 merges all rows of a word's beginning: so there is one only.
    queries = queries_of(kind, parts, columns, expressions(parts))
    return Stretches(connection, queries, near=HIGHEST)


def size(connection: Any, kind: Kind) -> int:
    """How many rows are indexed."""
    return _one(connection, f"SELECT count(*) FROM {kind.index}_docsize")


def frequencies(connection: Any, kind: Kind, stems: Sequence[str]) -> dict[str, int]:
    """In how many rows each of these stems stands, for those that stand in any."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term, doc FROM {kind.index}_terms WHERE term IN ({_marks(stems)})",
            list(stems),
        )
        return dict(cursor.fetchall())


def rows_with(connection: Any, kind: Kind, stems: Sequence[str]) -> dict[str, set[int]]:
    """For each of these stems the rows that have it."""
    found = {}
    with connection.cursor() as cursor:
        for stem in stems:
            # One text is read four times as fast as its many numbers are, row by row.
            cursor.execute(
                f"SELECT json_group_array(rowid) FROM {kind.index} WHERE {kind.index} MATCH %s",
                [stemmed(stem)],
            )
            found[stem] = set(json.loads(cursor.fetchone()[0]))
    return found


def rows_with_most(
    connection: Any, kind: Kind, stems: Sequence[str], fewest: int, limit: int
) -> list[int]:
    """Some rows that have at least so many of these stems."""
    together = combinations(map(stemmed, stems), fewest)
    either = " OR ".join(f"({' AND '.join(each)})" for each in together)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM {kind.index} WHERE {kind.index} MATCH %s LIMIT %s", [either, limit]
        )
        return [row for (row,) in cursor.fetchall()]


def beginning_with(connection: Any, kind: Kind, letters: str, lengths: range) -> list[str]:
    """Stems that begin so and are about this long."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term FROM {kind.index}_terms WHERE term >= %s AND term < %s "
            "AND length(term) BETWEEN %s AND %s",
            [letters, letters + "\U0010ffff", lengths.start, lengths.stop - 1],
        )
        return [term for (term,) in cursor.fetchall()]


def best(
    connection: Any, kind: Kind, stems: dict[str, int], rows: int, limit: int
) -> list[tuple[int, float]]:
    """The most relevant rows by BM25 with their scores; `stems` come with their frequencies."""
    if rows <= SMALL:
        return _best_of_few(connection, kind, stems, rows, limit)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, -rank FROM {kind.index} WHERE {kind.index} MATCH %s "
            "ORDER BY rank, rowid LIMIT %s",
            [" OR ".join(map(stemmed, stems)), limit],
        )
        return cursor.fetchall()


def _best_of_few(
    connection: Any, kind: Kind, stems: dict[str, int], rows: int, limit: int
) -> list[tuple[int, float]]:
    lengths = "+".join(f"length(coalesce({column.name}, ''))" for column in kind.columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT doc, term, count(*), (SELECT {lengths} FROM {kind.index} WHERE rowid = doc) "
            f"/ (SELECT avg({lengths}) FROM {kind.index}) FROM {kind.index}_places "
            f"WHERE term IN ({_marks(stems)}) GROUP BY doc, term",
            list(stems),
        )
        scores: dict[int, float] = {}
        for row, term, times, length in cursor.fetchall():
            weight = math.log(1 + (rows - stems[term] + 0.5) / (stems[term] + 0.5))
            damped = times * (K1 + 1) / (times + K1 * (1 - B + B * length))
            scores[row] = scores.get(row, 0) + weight * damped
    return sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:limit]


def _marks(values: Any) -> str:
    return ", ".join(["%s"] * len(values))


def _one(connection: Any, sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])
