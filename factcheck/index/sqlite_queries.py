"""What a search asks of the index's tables: of all their rows, or of those between two ids."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck.index.kinds import Kind
from factcheck.index.sqlite_expressions import quoted
from factcheck.index.words import Part

# Trigrams find nothing shorter; then the few rows of the trigram table are looked through.
SHORTEST_GRAM = 3
# Up to this many rows that a search finds are gathered, whatever order a list has.
FEW = 1_000
# Ids no further apart are looked at together: entering a word's rows takes as long as this many.
NEAR = 64
HIGHEST = 2**63 - 1


def queries_of(
    kind: Kind, parts: Sequence[Part], columns: Sequence[str], spaced: Sequence[str]
) -> list[tuple[str, list[Any]]]:
    """Queries for ids that all have to be found, with their parameters; they end in conditions."""
    among = f"{{{' '.join(columns)}}} : " if columns else ""
    queries: list[tuple[str, list[Any]]] = []
    if spaced:
        matched = f"{among}({' AND '.join(spaced)})"
        queries.append((f"SELECT rowid FROM {kind.index} WHERE {kind.index} MATCH %s", [matched]))
    grams = f"{kind.index}_grams"
    for part in parts:
        if part.within and len(part.text) >= SHORTEST_GRAM:
            matched = f"{among}({quoted(part.text)})"
            queries.append((f"SELECT rowid FROM {grams} WHERE {grams} MATCH %s", [matched]))
        elif part.within:
            names = columns or [column.name for column in kind.columns]
            holding = " OR ".join(f"instr(lower({name}), %s)" for name in names)
            queries.append(
                (f"SELECT rowid FROM {grams} WHERE ({holding})", [part.text] * len(names))
            )
    return queries


class Stretches:
    """
    What all these queries find, in stretches of ids: each costs what is there, not what there is.

    FTS5 keeps the rows of a word by their ids, and enters them anywhere. Ids that are `near` one
    another are looked at together.
    """

    def __init__(
        self, connection: Any, queries: Sequence[tuple[str, list[Any]]], near: int | None = None
    ) -> None:
        self.connection = connection
        self.queries = queries
        self.near = NEAR if near is None else near

    def few(self) -> list[int] | None:
        """All that it finds; None where that is more than FEW rows."""
        sql, parameters = self._between(0, HIGHEST)
        with self.connection.cursor() as cursor:
            cursor.execute(f"{sql} LIMIT {FEW + 1}", parameters)
            found = [row for (row,) in cursor.fetchall()]
        return found if len(found) <= FEW else None

    def among(self, ids: Iterable[int]) -> set[int]:
        """What it finds near these ids, all of them that it finds included."""
        found: set[int] = set()
        with self.connection.cursor() as cursor:
            for first, last in runs(ids, self.near):
                cursor.execute(*self._between(first, last))
                found.update(row for (row,) in cursor.fetchall())
        return found

    def _between(self, first: int, last: int) -> tuple[str, list[Any]]:
        return (
            " INTERSECT ".join(f"{query} AND rowid BETWEEN %s AND %s" for query, _ in self.queries),
            [
                parameter
                for _, parameters in self.queries
                for parameter in (*parameters, first, last)
            ],
        )


def runs(ids: Iterable[int], near: int) -> Iterator[tuple[int, int]]:
    """The first and the last of ids no further apart than `near`."""
    ordered = sorted(ids)
    first = 0
    for place, row in enumerate(ordered, 1):
        if place == len(ordered) or ordered[place] - row > near:
            yield ordered[first], row
            first = place
