"""
The index on PostgreSQL: for each kind a table of tsvectors (GIN), filled by triggers.

Words are stemmed by Porter's own stemmer and none is left out, as on SQLite. Diacritics are taken
off by normalize(), so no extension is needed; pg_trgm only makes searches in scripts without
spaces fast. A ranked kind keeps in how many rows each stem stands. What each function is for,
`engines.Engine` says.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from django.db.models import Q
from django.db.models.expressions import RawSQL

from factcheck.index.kinds import Column, Kind
from factcheck.index.postgresql_schema import CONFIGURATION, WEIGHTS, run, vector_of
from factcheck.index.stems import stem, stems_if_finished
from factcheck.index.words import Part, folded, runs

# Of so many rows with the query's words BM25 is computed.
CANDIDATES = 200
# Up to so many rows that a search finds are gathered before anything else is asked of them.
FEW = 1_000


def fill(connection: Any, kind: Kind, after: int, until: int) -> None:
    ids = f"SELECT id FROM {kind.table} WHERE id > {after} AND id <= {until}"
    run(connection, f"SELECT {kind.index}_take(ARRAY({ids}))")


def settle(connection: Any, kind: Kind) -> None:
    """
    Tidy up after many rows.

    What is put aside to be sorted into the index of words later is read by every search. Where one
    draft asks for a thousand words, rows are therefore sorted in at once.
    """
    by_word = f"{kind.index}_by_word"
    run(connection, f"SELECT gin_clean_pending_list('{by_word}')")
    if kind.ranked:
        run(connection, f"ALTER INDEX {by_word} SET (fastupdate = off)")
    run(connection, f"ANALYZE {kind.index}", f"ANALYZE {kind.index}_terms")


def differing(connection: Any, kind: Kind) -> int:
    vector, _ = vector_of(kind)
    stands = f"WHERE t.{kind.while_null} IS NULL" if kind.while_null else ""
    rows = f"SELECT id, {vector} AS words FROM {kind.table} t {stands}"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM ({rows}) rows FULL JOIN {kind.index} held USING (id) "
            "WHERE rows.words IS DISTINCT FROM held.words"
        )
        return int(cursor.fetchone()[0])


def finding(kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> tuple[str, list[Any]]:
    """A query for the ids of rows that hold all of these parts, in these columns if any."""
    among = [column for column in kind.columns if not columns or column.name in columns]
    weights = "" if len(among) == len(kind.columns) else _weights(kind, among)
    conditions, parameters = [], []
    for part in parts:
        if part.within:
            holding = " OR ".join(f"{each.name}_grams LIKE %s" for each in among)
            conditions.append(f"({holding})")
            parameters += [f"%{_escaped(part.text)}%"] * len(among)
        else:
            expressions, texts = _expressions(part, weights)
            # As one query: of two conditions PostgreSQL cannot tell how rare they are together.
            conditions.append(f"words @@ ({' || '.join(expressions)})")
            parameters += texts
    return f"SELECT id FROM {kind.index} WHERE {' AND '.join(conditions)}", parameters


def few(
    connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]
) -> list[int] | None:
    """
    What `finding` finds; None where that is more than FEW rows.

    How many rows have a word that no statistics know, PostgreSQL guesses; guessing too many, it
    walks a list's whole order to find none. So few rows are gathered first, whatever it guesses.
    """
    sql, parameters = finding(kind, parts, columns)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT {FEW + 1}", parameters)
        ids = [row for (row,) in cursor.fetchall()]
    return ids if len(ids) <= FEW else None


def many(kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> Q:
    """Being among the rows of `finding`, of which a list's own order soon meets the first ones."""
    return Q(pk__in=RawSQL(*finding(kind, parts, columns)))


def weighed(
    connection: Any,
    kind: Kind,
    parts: Sequence[Part],
    columns: Sequence[str],
    newest: int,
    limit: int,
) -> list[tuple[int, float]]:
    sql, parameters = finding(kind, parts, columns)
    queries, texts = [], []
    for part in parts:
        if not part.within:
            expressions, words = _expressions(part, "")
            queries.append(f"({' || '.join(expressions)})")
            texts += words
    # What is looked through instead of matched has no relevance.
    rank = f"ts_rank(words, {' && '.join(queries)}, 1)" if queries else "0"
    found = sql.replace("SELECT id", "SELECT id, words", 1)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {rank} AS score FROM ({found} ORDER BY id DESC LIMIT {newest}) "
            "found ORDER BY score DESC, id DESC LIMIT %s",
            [*texts, *parameters, limit],
        )
        return [(row, float(score)) for row, score in cursor.fetchall()]


def stretches(connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> None:
    """Nothing: what is frequent PostgreSQL meets along a list's order by itself."""


def stems_of(words: Sequence[str]) -> list[str]:
    return [stem(word) for word in runs(folded(" ".join(words)))]


def size(connection: Any, kind: Kind) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rows FROM index_sizes WHERE kind = %s", [kind.name])
        return int(cursor.fetchone()[0])


def frequencies(connection: Any, kind: Kind, stems: Sequence[str]) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term, rows FROM {kind.index}_terms WHERE rows > 0 AND term = ANY(%s)",
            [list(stems)],
        )
        return dict(cursor.fetchall())


def rows_with(
    connection: Any, kind: Kind, stems: Sequence[str], *, among: Sequence[str] = ()
) -> dict[str, set[int]]:
    either = f" & ({' | '.join(map(_lexeme, among))})" if among else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stem, array_agg(id) FROM unnest(%s::text[], %s::tsquery[]) AS asked (stem, it) "
            f"CROSS JOIN LATERAL (SELECT id FROM {kind.index} WHERE words @@ it) found "
            "GROUP BY stem",
            [list(stems), [_lexeme(stem) + either for stem in stems]],
        )
        found = dict(cursor.fetchall())
    return {stem: set(found.get(stem, ())) for stem in stems}


def rows_with_most(
    connection: Any, kind: Kind, stems: Sequence[str], fewest: int, limit: int
) -> list[int]:
    together = combinations(map(_lexeme, stems), fewest)
    either = " | ".join(f"({' & '.join(each)})" for each in together)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {kind.index} WHERE words @@ %s::tsquery LIMIT %s", [either, limit]
        )
        return [row for (row,) in cursor.fetchall()]


def beginning_with(connection: Any, kind: Kind, letters: str, lengths: range) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT term FROM {kind.index}_terms WHERE rows > 0 AND term >= %s AND term < %s "
            "AND length(term) BETWEEN %s AND %s",
            [letters, letters + "\U0010ffff", lengths.start, lengths.stop - 1],
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
    either = " | ".join(_lexeme(stem) for stem in stems)
    if among is None:
        found = (
            "WHERE words @@ %s::tsquery ORDER BY ts_rank(words, %s::tsquery, 1) DESC, id "
            f"LIMIT {CANDIDATES}"
        )
        sought: list[Any] = [either, either]
    else:
        found, sought = "WHERE id = ANY(%s)", [list(among)]
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH asked AS MATERIALIZED (SELECT * FROM unnest(%s::text[], %s::bigint[]) "
            "AS asked (term, rows)), "
            "size AS MATERIALIZED (SELECT rows, length::float / greatest(rows, 1) AS usual "
            "FROM index_sizes WHERE kind = %s), "
            f"found AS MATERIALIZED (SELECT id, words, length FROM {kind.index} {found}) "
            "SELECT id, score FROM found, size, LATERAL (SELECT sum("
            "ln(1 + (size.rows - asked.rows + .5) / (asked.rows + .5)) * "
            "cardinality(held.positions) * 2.2 / (cardinality(held.positions) "
            "+ 1.2 * (.25 + .75 * found.length / greatest(size.usual, 1)))) AS score "
            "FROM unnest(found.words) held JOIN asked ON asked.term = held.lexeme) scored "
            "ORDER BY score DESC, id LIMIT %s",
            [list(stems), list(stems.values()), kind.name, *sought, limit],
        )
        return [(row, float(score)) for row, score in cursor.fetchall()]


def _weights(kind: Kind, among: Sequence[Column]) -> str:
    return "".join(WEIGHTS[kind.columns.index(column)] for column in among)


def _expressions(part: Part, weights: str) -> tuple[list[str], list[str]]:
    """tsquery expressions any of which is enough, and their parameters."""
    ends = ("*" if part.beginning else "") + weights
    mark = f" || ':{ends}'" if ends else ""
    expressions = [_phrase("%s", mark)] if part.beginning or weights else []
    if not expressions:
        expressions = [f"phraseto_tsquery('{CONFIGURATION}', index_folded(%s))"]
    texts = [part.text]
    if part.beginning and len(part.words) == 1:
        for stem in sorted(stems_if_finished(part.text.lower())):
            expressions.append("%s::tsquery")
            texts.append(_lexeme(stem) + (f":{weights}" if weights else ""))
    return expressions, texts


def _phrase(text: str, mark: str) -> str:
    return f"to_tsquery('{CONFIGURATION}', '''' || index_folded({text}) || ''''{mark})"


def _lexeme(stem: str) -> str:
    """The stem as a tsquery takes it for nothing but a word."""
    escaped = stem.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _escaped(text: str) -> str:
    """The text as LIKE takes it for nothing but characters."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
