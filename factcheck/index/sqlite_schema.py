"""What the index on SQLite is made of: FTS5 tables, and the triggers that fill them."""

from typing import Any

from factcheck.index.kinds import LONGEST, Column, Kind
from factcheck.index.words import UNSEGMENTED


def create(connection: Any, kind: Kind) -> None:
    """Make the index's tables and triggers where they are missing."""
    names = ", ".join(column.name for column in kind.columns)
    run(
        connection,
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind.index} USING "
        f"fts5({names}, tokenize = 'porter unicode61 remove_diacritics 2')",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind.index}_grams USING "
        f"fts5({names}, tokenize = 'trigram')",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind.index}_terms USING "
        f"fts5vocab('{kind.index}', 'row')",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {kind.index}_places USING "
        f"fts5vocab('{kind.index}', 'instance')",
        *_triggers(kind).values(),
    )


def missing(connection: Any, kind: Kind) -> list[str]:
    """The names of tables and triggers that should be there and are not."""
    wanted = [kind.index, f"{kind.index}_grams", f"{kind.index}_terms", f"{kind.index}_places"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')")
        there = {name for (name,) in cursor.fetchall()}
    return sorted({*wanted, *_triggers(kind)} - there)


def drop(connection: Any, kind: Kind) -> None:
    """Remove the index with all that fills it."""
    tables = [f"{kind.index}_{end}" for end in ("terms", "places", "grams")]
    run(
        connection,
        *(f"DROP TRIGGER IF EXISTS {name}" for name in _triggers(kind)),
        *(f"DROP TABLE IF EXISTS {name}" for name in [*tables, kind.index]),
    )


def lift(connection: Any, kind: Kind) -> None:
    """Remove the triggers alone."""
    run(connection, *(f"DROP TRIGGER IF EXISTS {name}" for name in _triggers(kind)))


def empty(connection: Any, kind: Kind) -> None:
    """Forget every row."""
    run(connection, f"DELETE FROM {kind.index}", f"DELETE FROM {kind.index}_grams")


def _triggers(kind: Kind) -> dict[str, str]:
    """The statements that make the triggers, by name."""
    own = ", ".join(_value(column, "NEW", "id") for column in kind.own)
    changed = ", ".join(f"{column.name} = {_value(column, 'NEW', 'id')}" for column in kind.own)
    names = ", ".join(column.name for column in kind.own)
    watched = ", ".join(column.source for column in kind.own)
    insert = f"INSERT INTO {kind.index} (rowid, {names}) SELECT NEW.id, {own}"
    made = {
        "added": (
            f"AFTER INSERT ON {kind.table}",
            f"{insert}{stands(kind, 'NEW', 'WHERE')}; {_grams(kind, 'NEW.id')}",
        ),
        "changed": (
            f"AFTER UPDATE OF {watched} ON {kind.table}",
            f"UPDATE {kind.index} SET {changed} WHERE rowid = NEW.id; {_grams(kind, 'NEW.id')}",
        ),
        "removed": (f"AFTER DELETE ON {kind.table}", _forget(kind)),
    }
    if kind.while_null:
        made["ended"] = (
            f"AFTER UPDATE OF {kind.while_null} ON {kind.table} "
            f"WHEN NEW.{kind.while_null} IS NOT NULL",
            _forget(kind),
        )
    for part in kind.parts:
        for act, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            owner = f"{row}.{part.owner}"
            made[f"{part.name}_{act.lower()}"] = (
                f"AFTER {act} ON {part.table}",
                f"UPDATE {kind.index} SET {part.name} = {_value(part, row, part.owner)} "
                f"WHERE rowid = {owner}; {_grams(kind, owner)}",
            )
    return {
        f"{kind.index}_{name}": f"CREATE TRIGGER IF NOT EXISTS {kind.index}_{name} {when} "
        f"BEGIN {acts}; END"
        for name, (when, acts) in made.items()
    }


def _forget(kind: Kind) -> str:
    tables = (kind.index, f"{kind.index}_grams")
    return "; ".join(f"DELETE FROM {table} WHERE rowid = OLD.id" for table in tables)


def _grams(kind: Kind, row: str) -> str:
    """Statements that bring the row's trigrams in step with its words."""
    names = names_of(kind)
    return (
        f"DELETE FROM {kind.index}_grams WHERE rowid = {row}; "
        f"INSERT INTO {kind.index}_grams (rowid, {names}) SELECT rowid, {names} "
        f"FROM {kind.index} WHERE rowid = {row} AND {unsegmented(kind)}"
    )


def unsegmented(kind: Kind) -> str:
    text = " || ".join(f"coalesce({column.name}, '')" for column in kind.columns)
    return f"({text}) GLOB '*[{UNSEGMENTED}]*'"


def values_of(kind: Kind) -> str:
    return ", ".join(f"coalesce({_value(column, 't', 'id')}, '')" for column in kind.columns)


def _value(column: Column, row: str, key: str) -> str:
    """What a column of the index holds for the row that `row.key` names."""
    if not column.table:
        return _cut(f"{row}.{column.source}")
    texts = f"FROM {column.table} WHERE {column.owner} = {row}.{key}"
    if column.latest_by:
        return f"(SELECT {_cut(column.source)} {texts} ORDER BY {column.latest_by} DESC LIMIT 1)"
    joined = _cut(f"group_concat({column.source}, char(10))")
    return f"(SELECT {joined} FROM (SELECT {column.source} {texts} ORDER BY id))"


def _cut(text: str) -> str:
    return f"substr({text}, 1, {LONGEST})"


def names_of(kind: Kind, *, coalesced: bool = False) -> str:
    return ", ".join(
        f"coalesce({column.name}, '')" if coalesced else column.name for column in kind.columns
    )


def stands(kind: Kind, row: str, word: str) -> str:
    return f" {word} {row}.{kind.while_null} IS NULL" if kind.while_null else ""


def run(connection: Any, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
