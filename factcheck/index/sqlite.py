"""
The index on SQLite: for each kind an FTS5 table of stemmed words and one of trigrams.

The second holds only rows with a script that sets no spaces. Triggers touch nothing but their own
table and the index: SQLite refuses to rename a table while a trigger elsewhere misses it, and
that is how it rebuilds tables. What each function is for, `engines.Engine` says.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from django.db.models import BigIntegerField, Func, Q
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from factcheck.index.kinds import Kind
from factcheck.index.sqlite_counts import counted
from factcheck.index.sqlite_expressions import expressions, in_full, stemmed
from factcheck.index.sqlite_queries import HIGHEST, Stretches, queries_of
from factcheck.index.sqlite_schema import names_of, run, stands, unsegmented, values_of
from factcheck.index.sqlite_stems import stems_of
from factcheck.index.words import Part, words_in

# Up to this many rows relevance is computed here: bm25() gives a word that half of the rows hold
# no weight at all, which in a small record may be the very subject.
SMALL = 2000
K1, B = 1.2, 0.75
# All rows, among the stems whose rows are counted; none is empty.
ROWS = ""


def fill(connection: Any, kind: Kind, after: int, until: int) -> None:
    rows = f"SELECT id, {values_of(kind)} FROM {kind.table} t WHERE id > {after} AND id <= {until}"
    run(
        connection,
        f"INSERT INTO {kind.index} (rowid, {names_of(kind)}) {rows}{stands(kind, 't', 'AND')}",
        f"INSERT INTO {kind.index}_grams (rowid, {names_of(kind)}) SELECT rowid, {names_of(kind)} "
        f"FROM {kind.index} WHERE rowid > {after} AND rowid <= {until} AND {unsegmented(kind)}",
    )


def settle(connection: Any, kind: Kind) -> None:
    for table in (kind.index, f"{kind.index}_grams"):
        run(connection, f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def differing(connection: Any, kind: Kind) -> int:
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


def few(
    connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]
) -> list[int] | None:
    """What `finding` finds; None where that is more than a list is better read without."""
    return stretches(connection, kind, parts, columns).few()


def many(kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> Q:
    """
    Being among the rows of `finding`, where those are many.

    SQLite would gather, look up and sort them all. So it is kept from their ids' own order, and
    meets them along the list's.
    """
    # With a sign before it no index has it.
    key = Func("pk", template="+%(expressions)s", output_field=BigIntegerField())
    return Q(In(key, RawSQL(*finding(kind, parts, columns))))


def weighed(
    connection: Any,
    kind: Kind,
    parts: Sequence[Part],
    columns: Sequence[str],
    newest: int,
    limit: int,
) -> list[tuple[int, float]]:
    queries = queries_of(kind, parts, columns, expressions(parts))
    # What is looked through instead of matched has no relevance.
    (query, parameters), *others = sorted(queries, key=lambda each: "MATCH" not in each[0])
    rank = "-rank" if "MATCH" in query else "0"
    narrowed = "".join(f" AND rowid IN ({other})" for other, _ in others)
    all_parameters = [*parameters, *(each for _, some in others for each in some)]
    sql = f"{query}{narrowed}"
    with connection.cursor() as cursor:
        cursor.execute(
            f"{sql.replace('SELECT rowid', f'SELECT rowid, {rank} AS score', 1)} AND rowid > "
            f"coalesce(({sql} ORDER BY rowid DESC LIMIT 1 OFFSET {newest}), 0) "
            "ORDER BY score DESC, rowid DESC LIMIT %s",
            [*all_parameters, *all_parameters, limit],
        )
        return cursor.fetchall()


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
    rows = f"SELECT count(*) FROM {kind.index}_docsize"
    return counted(connection, kind, [ROWS], lambda _: {ROWS: _one(connection, rows)})[ROWS]


def frequencies(connection: Any, kind: Kind, stems: Sequence[str]) -> dict[str, int]:
    def rows_of(some: list[str]) -> dict[str, int]:
        with connection.cursor() as cursor:
            # As one text: the words of all that a draft may repeat are more than parameters may be.
            cursor.execute(
                f"SELECT term, doc FROM {kind.index}_terms "
                "WHERE term IN (SELECT value FROM json_each(%s))",
                [json.dumps(some)],
            )
            return dict(cursor.fetchall())

    return counted(connection, kind, stems, rows_of)


def rows_with(
    connection: Any, kind: Kind, stems: Sequence[str], *, among: Sequence[str] = ()
) -> dict[str, set[int]]:
    either = f" AND ({' OR '.join(map(stemmed, among))})" if among else ""
    with connection.cursor() as cursor:
        # One text is read four times as fast as its many numbers are, row by row.
        cursor.execute(
            f"SELECT (SELECT json_group_array(rowid) FROM {kind.index} "
            f"WHERE {kind.index} MATCH asked.value) FROM json_each(%s) asked ORDER BY asked.key",
            [json.dumps([stemmed(stem) + either for stem in stems])],
        )
        return {
            stem: set(json.loads(rows))
            for stem, (rows,) in zip(stems, cursor.fetchall(), strict=True)
        }


def rows_with_most(
    connection: Any, kind: Kind, stems: Sequence[str], fewest: int, limit: int
) -> list[int]:
    together = combinations(map(stemmed, stems), fewest)
    either = " OR ".join(f"({' AND '.join(each)})" for each in together)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM {kind.index} WHERE {kind.index} MATCH %s LIMIT %s", [either, limit]
        )
        return [row for (row,) in cursor.fetchall()]


def beginning_with(connection: Any, kind: Kind, letters: str, lengths: range) -> list[str]:
    with connection.cursor() as cursor:
        # From term to term: a table of terms with counts would read every row that has one.
        following = f"SELECT term FROM {kind.index}_places WHERE term >="
        cursor.execute(
            f"WITH RECURSIVE terms (term) AS (SELECT ({following} %s LIMIT 1) UNION ALL "
            f"SELECT ({following} terms.term || char(1) LIMIT 1) FROM terms "
            "WHERE substr(terms.term, 1, %s) = %s) SELECT term FROM terms "
            "WHERE substr(term, 1, %s) = %s AND length(term) BETWEEN %s AND %s",
            [letters, *(len(letters), letters) * 2, lengths.start, lengths.stop - 1],
        )
        return [term for (term,) in cursor.fetchall()]


def best(
    connection: Any,
    kind: Kind,
    stems: dict[str, int],
    rows: int,
    limit: int,
    among: Sequence[int] | None = None,
) -> list[tuple[int, float]]:
    if rows <= SMALL:
        return _best_of_few(connection, kind, stems, rows, limit)
    if among is not None:
        return _best_among(connection, kind, stems, rows, limit, among)
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
            scores[row] = scores.get(row, 0) + _bm25(times, length, stems[term], rows)
    return _first(scores, limit)


def _best_among(
    connection: Any,
    kind: Kind,
    stems: dict[str, int],
    rows: int,
    limit: int,
    among: Sequence[int],
) -> list[tuple[int, float]]:
    """By their texts: bm25() would first read every row that has any of the stems."""
    text = " || ' ' || ".join(f"coalesce({column.name}, '')" for column in kind.columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, {text} FROM {kind.index} WHERE rowid IN ({_marks(among)})", list(among)
        )
        held = {row: Counter(stems_of(words_in(text))) for row, text in cursor.fetchall()}
    # The usual length of those that are compared; that of all rows is not worth reading them.
    usual = sum(map(Counter.total, held.values())) / max(len(held), 1)
    return _first(
        {
            row: sum(
                _bm25(words[stem], words.total() / usual, having, rows)
                for stem, having in stems.items()
                if stem in words
            )
            for row, words in held.items()
        },
        limit,
    )


def _bm25(times: int, length: float, having: int, rows: int) -> float:
    """
    A stem's part in the relevance of a row that has it so many times.

    `length` is the row's over the usual one; so many of all rows have the stem (Robertson and
    Zaragoza 2009, 3.4).
    """
    weight = math.log(1 + (rows - having + 0.5) / (having + 0.5))
    return weight * times * (K1 + 1) / (times + K1 * (1 - B + B * length))


def _first(scores: dict[int, float], limit: int) -> list[tuple[int, float]]:
    return sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:limit]


def _marks(values: Any) -> str:
    return ", ".join(["%s"] * len(values))


def _one(connection: Any, sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])
