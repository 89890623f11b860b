"""The record's triggers in PostgreSQL's words; claims.record.triggers says what they are for."""

KEPT = ("claims_document", "claims_factcheckversion", "claims_ledgerhead")

_REFUSE = """
CREATE OR REPLACE FUNCTION claims_keep_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW IS NOT DISTINCT FROM OLD THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The public record is kept as written: % on % is refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

_KEEP_DOCUMENT = """
CREATE OR REPLACE FUNCTION claims_keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NEW;
  END IF;
  IF NEW.id = OLD.id AND NEW.digest = OLD.digest AND NEW.body IS NULL AND EXISTS (
    SELECT 1 FROM claims_factcheckversion WHERE digest = OLD.digest AND kind = 'withheld'
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The public record is kept as written: a document changes only to be withheld.'
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

_FOLLOW_LEDGER = """
CREATE OR REPLACE FUNCTION claims_head_follows_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last claims_factcheckversion%ROWTYPE;
BEGIN
  SELECT * INTO last FROM claims_factcheckversion ORDER BY sequence DESC LIMIT 1;
  IF NOT FOUND AND NEW.sequence = 0
     OR NEW.sequence = last.sequence AND NEW.row_hash = last.row_hash AND NEW.at = last.at THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The ledger has other rows: its head cannot be set to number %.', NEW.sequence
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def _trigger(name: str, when: str, table: str, function: str, each: str = "ROW") -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {when} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION {function}()"
    )


_TRIGGERS = {
    **{f"{table}_stays": ("DELETE", table, "claims_keep_as_written") for table in KEPT},
    "claims_factcheckversion_as_written": (
        "UPDATE",
        "claims_factcheckversion",
        "claims_keep_as_written",
    ),
    "claims_document_as_written": ("UPDATE", "claims_document", "claims_keep_document"),
    "claims_ledgerhead_follows": (
        "INSERT OR UPDATE",
        "claims_ledgerhead",
        "claims_head_follows_ledger",
    ),
}
_TRUNCATE = {
    f"{table}_not_emptied": ("TRUNCATE", table, "claims_keep_as_written") for table in KEPT
}

NAMES = [*_TRIGGERS, *_TRUNCATE]
INSTALL = [
    _REFUSE,
    _KEEP_DOCUMENT,
    _FOLLOW_LEDGER,
    *(_trigger(name, *parts) for name, parts in _TRIGGERS.items()),
    *(_trigger(name, *parts, each="STATEMENT") for name, parts in _TRUNCATE.items()),
]
# Those that somebody has disabled do not count.
NAMES_OF_THOSE_THERE = (
    "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE NOT tgisinternal AND tgenabled <> 'D' AND relname LIKE 'claims_%' "
    "AND relnamespace = current_schema()::regnamespace"
)
LIFT = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in KEPT]
RESTORE = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in KEPT]
# Migrations rebuild no tables here.
BEFORE_MIGRATIONS: list[str] = []
