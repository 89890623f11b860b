"""The two implementations of the index: what each can do, and which of them a database needs."""

from collections.abc import Sequence
from typing import Any, Protocol

from django.db.models import Q

from factcheck.index import postgresql, postgresql_schema, sqlite, sqlite_schema
from factcheck.index.kinds import Kind
from factcheck.index.sqlite_queries import Stretches
from factcheck.index.words import Part


class Engine(Protocol):
    """
    Fills the index and asks it.

    Rows are named by their ids. Where `columns` are given only those are looked through; `stems`
    are words as the index has them.
    """

    def fill(self, connection: Any, kind: Kind, after: int, until: int) -> None:
        """Index the rows with these ids, which are not there yet."""

    def settle(self, connection: Any, kind: Kind) -> None:
        """Tidy up after many rows."""

    def differing(self, connection: Any, kind: Kind) -> int:
        """How many rows the index has wrong, lacks, or has too many."""

    def few(
        self, connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]
    ) -> list[int] | None:
        """The rows that hold all of these parts; None where those are many."""

    def many(self, kind: Kind, parts: Sequence[Part], columns: Sequence[str]) -> Q:
        """Being one of the rows that hold all of these parts, of which there are many."""

    def stretches(
        self, connection: Any, kind: Kind, parts: Sequence[Part], columns: Sequence[str]
    ) -> Stretches | None:
        """The same rows in stretches of ids; None where the database meets them by itself."""

    def weighed(
        self,
        connection: Any,
        kind: Kind,
        parts: Sequence[Part],
        columns: Sequence[str],
        newest: int,
        limit: int,
    ) -> list[tuple[int, float]]:
        """The most relevant of so many newest rows that hold the parts, with their scores."""

    def stems_of(self, words: Sequence[str]) -> list[str]:
        """The stems of these words in small letters, in their order."""

    def size(self, connection: Any, kind: Kind) -> int:
        """How many rows are indexed."""

    def frequencies(self, connection: Any, kind: Kind, stems: Sequence[str]) -> dict[str, int]:
        """In how many rows each of these stems stands, for those that stand in any."""

    def rows_with(
        self, connection: Any, kind: Kind, stems: Sequence[str], *, among: Sequence[str] = ()
    ) -> dict[str, set[int]]:
        """For each stem the rows that have it; with `among`, one of those stems as well."""

    def rows_with_most(
        self, connection: Any, kind: Kind, stems: Sequence[str], fewest: int, limit: int
    ) -> list[int]:
        """Some rows that have at least so many of these stems."""

    def beginning_with(
        self, connection: Any, kind: Kind, letters: str, lengths: range
    ) -> list[str]:
        """Stems that begin so and are about this long."""

    def best(
        self,
        connection: Any,
        kind: Kind,
        stems: dict[str, int],
        rows: int,
        limit: int,
        among: Sequence[int] | None = None,
    ) -> list[tuple[int, float]]:
        """
        The most relevant rows by BM25 with their scores; `stems` come with their frequencies.

        `rows` is how many there are. With `among` only these are weighed.
        """


class Schema(Protocol):
    """Makes the index's tables, and the triggers that fill them."""

    def create(self, connection: Any, kind: Kind) -> None:
        """Make tables and triggers where they are missing."""

    def missing(self, connection: Any, kind: Kind) -> list[str]:
        """The names of what should be there, made as it is now, and is not."""

    def drop(self, connection: Any, kind: Kind) -> None:
        """Remove the index with all that fills it."""

    def lift(self, connection: Any, kind: Kind) -> None:
        """Remove the triggers alone."""

    def empty(self, connection: Any, kind: Kind) -> None:
        """Forget every row."""

    def has_trigrams(self, connection: Any) -> bool:
        """Whether searches in scripts without spaces are fast."""


_ENGINES: dict[str, Engine] = {"postgresql": postgresql, "sqlite": sqlite}
_SCHEMAS: dict[str, Schema] = {"postgresql": postgresql_schema, "sqlite": sqlite_schema}


def engine_of(connection: Any) -> Engine:
    """The module that speaks to this connection's database."""
    return _ENGINES[connection.vendor]


def schema_of(connection: Any) -> Schema:
    """The module that makes the index's tables and triggers there."""
    return _SCHEMAS[connection.vendor]
