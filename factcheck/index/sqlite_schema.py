"""What the index on SQLite is made of: FTS5 tables, and the triggers that fill them."""

from typing import Any

from factcheck.index.kinds import LONGEST, Column, Kind
from factcheck.index.words import MOST_PAIRED, UNSEGMENTED

# Letters, numbers and marks make a word: without its marks a word in Hindi is none.
TOKENIZER = "porter unicode61 remove_diacritics 2 categories 'L* N* M* Co'"


def create(connection: Any, kind: Kind) -> None:
    run(
        connection,
        *(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING {made}"
            for name, made in _tables(kind).items()
        ),
        *_triggers(kind).values(),
    )


def _tables(kind: Kind) -> dict[str, str]:
    """How the tables are made, by name."""
    names = ", ".join(column.name for column in kind.columns)
    return {
        kind.index: f'fts5({names}, tokenize = "{TOKENIZER}")',
        f"{kind.index}_grams": f"fts5({names}, tokenize = 'trigram')",
        f"{kind.index}_terms": f"fts5vocab('{kind.index}', 'row')",
        f"{kind.index}_places": f"fts5vocab('{kind.index}', 'instance')",
    }


def missing(connection: Any, kind: Kind) -> list[str]:
    """The names of tables and triggers that should be there, made as they are now, and are not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'trigger')")
        there = dict(cursor.fetchall())
    tables = (name for name, made in _tables(kind).items() if made not in there.get(name, ""))
    return sorted({*tables, *(name for name in _triggers(kind) if name not in there)})


def drop(connection: Any, kind: Kind) -> None:
    tables = [f"{kind.index}_{end}" for end in ("terms", "places", "grams")]
    run(
        connection,
        *(f"DROP TRIGGER IF EXISTS {name}" for name in _triggers(kind)),
        *(f"DROP TABLE IF EXISTS {name}" for name in [*tables, kind.index]),
    )


def lift(connection: Any, kind: Kind) -> None:
    run(connection, *(f"DROP TRIGGER IF EXISTS {name}" for name in _triggers(kind)))


def empty(connection: Any, kind: Kind) -> None:
    run(connection, f"DELETE FROM {kind.index}", f"DELETE FROM {kind.index}_grams")


def has_trigrams(connection: Any) -> bool:
    """FTS5 brings them with it."""
    return True


def _triggers(kind: Kind) -> dict[str, str]:
    """The statements that make the triggers, by name."""
    own = ", ".join(_value(kind, column, "NEW", "id") for column in kind.own)
    changed = ", ".join(
        f"{column.name} = {_value(kind, column, 'NEW', 'id')}" for column in kind.own
    )
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
                f"UPDATE {kind.index} SET {part.name} = {_value(kind, part, row, part.owner)} "
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
    return ", ".join(f"coalesce({_value(kind, column, 't', 'id')}, '')" for column in kind.columns)


def _value(kind: Kind, column: Column, row: str, key: str) -> str:
    """What a column of the index holds for the row that `row.key` names."""
    if not column.table:
        text = _cut(f"{row}.{column.source}")
        return _paired(text) if kind.ranked else text
    texts = f"FROM {column.table} WHERE {column.owner} = {row}.{key}"
    if column.latest_by:
        return f"(SELECT {_cut(column.source)} {texts} ORDER BY {column.latest_by} DESC LIMIT 1)"
    joined = _cut(f"group_concat({column.source}, char(10))")
    return f"(SELECT {joined} FROM (SELECT {column.source} {texts} ORDER BY id))"


def _paired(text: str) -> str:
    """A text and, where its script sets no spaces, every two neighbours of it as words."""
    unspaced = f"GLOB '*[{UNSEGMENTED}]*'"
    begun = f"substr({text}, 1, {MOST_PAIRED})"
    # As many zeros in a list as there are letters: their places, without a recursive query, which
    # no trigger may hold.
    zeros = f"substr(replace(hex(zeroblob(length({begun}))), '00', ',0'), 2)"
    return (
        f"CASE WHEN {text} {unspaced} THEN {text} || char(10) || (SELECT group_concat(CASE "
        f"WHEN letter {unspaced} AND next {unspaced} THEN letter || next || ' ' "
        f"WHEN letter {unspaced} AND last {unspaced} THEN ' ' "
        f"WHEN letter || next {unspaced} THEN letter || ' ' ELSE letter END, '') FROM ("
        f"SELECT substr({text}, key, key > 0) AS last, substr({text}, key + 1, 1) AS letter, "
        f"substr({begun}, key + 2, 1) AS next FROM json_each('[' || {zeros} || ']') ORDER BY key"
        f")) ELSE {text} END"
    )


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
