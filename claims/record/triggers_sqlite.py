"""The record's triggers in SQLite's words; claims.record.triggers says what they are for."""

KEPT = ("claims_document", "claims_factcheckversion", "claims_ledgerhead")

_VERSION = (
    "rowid",
    "sequence",
    "fact_check_id",
    "version",
    "kind",
    "notice",
    "at",
    "digest",
    "four_eyes",
    "previous",
    "row_hash",
)


def _trigger(name: str, when: str, table: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {when} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _differs(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


_WRITTEN = "The public record is kept as written: {} is refused."
# INSERT OR REPLACE deletes the row in its way without asking any DELETE trigger. A version's table
# has a key besides ours, which SQLite hides: the rowid.
_REPLACES = {
    "claims_document": "id = NEW.id OR digest = NEW.digest",
    "claims_factcheckversion": (
        "rowid = NEW.rowid OR sequence = NEW.sequence OR row_hash = NEW.row_hash "
        "OR fact_check_id = NEW.fact_check_id AND version = NEW.version"
    ),
    "claims_ledgerhead": "id = NEW.id",
}
_IS_WITHHELD = (
    "NEW.id IS OLD.id AND NEW.digest IS OLD.digest AND NEW.body IS NULL AND EXISTS "
    "(SELECT 1 FROM claims_factcheckversion WHERE digest = OLD.digest AND kind = 'withheld')"
)
_LAST = "(SELECT max(sequence) FROM claims_factcheckversion)"
_FOLLOWS = (
    f"coalesce({_LAST}, 0) = NEW.sequence AND (NEW.sequence = 0 OR EXISTS (SELECT 1 FROM "
    "claims_factcheckversion WHERE sequence = NEW.sequence AND row_hash = NEW.row_hash "
    "AND at = NEW.at))"
)
_OTHER_ROWS = "The ledger has other rows: its head cannot be set to this."

_STATEMENTS = {
    **{f"{table}_stays": ("DELETE", table, "1", _WRITTEN.format("DELETE")) for table in KEPT},
    **{
        f"{table}_not_replaced": (
            "INSERT",
            table,
            f"EXISTS (SELECT 1 FROM {table} WHERE {taken})",
            _WRITTEN.format("a second row of the same key"),
        )
        for table, taken in _REPLACES.items()
    },
    "claims_factcheckversion_as_written": (
        "UPDATE",
        "claims_factcheckversion",
        _differs(_VERSION),
        _WRITTEN.format("UPDATE"),
    ),
    "claims_document_as_written": (
        "UPDATE",
        "claims_document",
        f"({_differs(('id', 'digest', 'body'))}) AND NOT ({_IS_WITHHELD})",
        _WRITTEN.format("a change of a document"),
    ),
    "claims_ledgerhead_begins": ("INSERT", "claims_ledgerhead", f"NOT ({_FOLLOWS})", _OTHER_ROWS),
    "claims_ledgerhead_follows": ("UPDATE", "claims_ledgerhead", f"NOT ({_FOLLOWS})", _OTHER_ROWS),
}

NAMES = list(_STATEMENTS)
INSTALL = [_trigger(name, *parts) for name, parts in _STATEMENTS.items()]
NAMES_OF_THOSE_THERE = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
LIFT = [f"DROP TRIGGER IF EXISTS {name}" for name in NAMES]
RESTORE = INSTALL
# Rebuilding a table means dropping it, and SQLite renames no table into the place of one that it
# misses in a trigger.
BEFORE_MIGRATIONS = LIFT
