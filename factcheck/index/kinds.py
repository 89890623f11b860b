"""What is indexed: each room names its tables and columns here, and this room knows no model."""

from dataclasses import dataclass
from typing import Final

# Characters of a text that are indexed; a tsvector holds no more than a megabyte.
LONGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class Column:
    """
    Words that a row can be found by: a column of its own or, with `table`, of its parts.

    It is called `name` in the index, and `stored` in its table if that differs. A part's `owner`
    column names the row. With `latest_by` only the part counts in which that column is greatest;
    else all of them do.
    """

    name: str
    stored: str = ""
    table: str = ""
    owner: str = ""
    latest_by: str = ""

    @property
    def source(self) -> str:
        """The column that the words are in."""
        return self.stored or self.name


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A table whose rows are found by words; their `id` is what a search answers.

    `while_null` names a column that takes a row out of the index once it has a value. `ranked`
    keeps what ranking by relevance needs.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    while_null: str = ""
    ranked: bool = False

    @property
    def index(self) -> str:
        """The name of the index's own table."""
        return f"index_{self.name}"

    @property
    def own(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if not column.table)

    @property
    def parts(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.table)

    @property
    def tables(self) -> set[str]:
        """Every table whose rows decide what is in the index."""
        return {self.table, *(part.table for part in self.parts)}


_KINDS: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Have these tables indexed; called when their room's app is ready."""
    for kind in kinds:
        _KINDS[kind.name] = kind


def kinds() -> list[Kind]:
    return list(_KINDS.values())


def kind_named(name: str) -> Kind:
    return _KINDS[name]
