"""What the index on PostgreSQL is made of: tables, functions, and the triggers that fill them."""

from typing import Any

from factcheck.index.kinds import LONGEST, Column, Kind
from factcheck.index.words import MARKS, MOST_PAIRED, SEPARATORS, UNSEGMENTED

CONFIGURATION, DICTIONARY = "index_words", "index_porter"
# A column's weight is what tells columns apart in a tsvector.
WEIGHTS = "ABCD"
_WORDS = "asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part"

_FOLDED = f"""
CREATE OR REPLACE FUNCTION index_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE
PARALLEL SAFE AS $$
  SELECT regexp_replace(
    CASE WHEN octet_length(words) = length(words) THEN words
    ELSE regexp_replace(normalize(words, NFKD), '[{MARKS}]', '', 'g') END,
    '[_{SEPARATORS}]+', ' ', 'g')
$$
"""
# A text and, where its script sets no spaces, every two neighbours of it as words.
_PAIRED = f"""
CREATE OR REPLACE FUNCTION index_paired(words text) RETURNS text LANGUAGE sql IMMUTABLE
PARALLEL SAFE AS $$
  SELECT CASE WHEN words !~ '[{UNSEGMENTED}]' THEN words ELSE words || E'\\n' || (
    SELECT string_agg(CASE
      WHEN letter ~ '[{UNSEGMENTED}]' AND next ~ '[{UNSEGMENTED}]' THEN letter || next || ' '
      WHEN letter ~ '[{UNSEGMENTED}]' AND last ~ '[{UNSEGMENTED}]' THEN ' '
      WHEN letter || next ~ '[{UNSEGMENTED}]' THEN letter || ' '
      ELSE letter END, '' ORDER BY place)
    FROM (
      SELECT letter, place, lag(letter, 1, '') OVER (ORDER BY place) AS last,
        lead(letter, 1, '') OVER (ORDER BY place) AS next
      FROM unnest(string_to_array(left(words, {MOST_PAIRED}), NULL)) WITH ORDINALITY
        AS letters (letter, place)
    ) neighbours) END
$$
"""
_SIZES = """
CREATE TABLE IF NOT EXISTS index_sizes (
  kind text PRIMARY KEY, rows bigint NOT NULL DEFAULT 0, length bigint NOT NULL DEFAULT 0
)
"""


def create(connection: Any, kind: Kind) -> None:
    """Make the index's tables, functions and triggers where they are missing."""
    grams = "".join(f", {column.name}_grams text" for column in kind.columns)
    run(connection, _FOLDED, _PAIRED, _SIZES)
    _create_configuration(connection)
    run(
        connection,
        f"CREATE TABLE IF NOT EXISTS {kind.index} (id bigint PRIMARY KEY, "
        f"words tsvector NOT NULL, length integer NOT NULL{grams})",
        f"CREATE INDEX IF NOT EXISTS {kind.index}_by_word ON {kind.index} USING gin (words)",
        f"CREATE TABLE IF NOT EXISTS {kind.index}_terms "
        '(term text COLLATE "C" PRIMARY KEY, rows bigint NOT NULL)',
        f"INSERT INTO index_sizes (kind) VALUES ('{kind.name}') ON CONFLICT DO NOTHING",
        *_functions(kind),
        *_triggers(kind).values(),
    )
    if has_trigrams(connection):
        for column in kind.columns:
            name = f"{column.name}_grams"
            run(
                connection,
                f"CREATE INDEX IF NOT EXISTS {kind.index}_by_{name} ON {kind.index} "
                f"USING gin ({name} gin_trgm_ops) WHERE {name} IS NOT NULL",
            )


def missing(connection: Any, kind: Kind) -> list[str]:
    """The names of tables and triggers that should be there and are not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
            "UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' "
            "UNION ALL SELECT proname FROM pg_proc "
            "WHERE pronamespace = current_schema()::regnamespace AND proname = 'index_paired'"
        )
        there = {name for (name,) in cursor.fetchall()}
    wanted = {kind.index, f"{kind.index}_terms", "index_sizes", *_triggers(kind)}
    if kind.ranked:
        wanted.add("index_paired")
    return sorted(wanted - there)


def drop(connection: Any, kind: Kind) -> None:
    lift(connection, kind)
    run(
        connection,
        f"DROP TABLE IF EXISTS {kind.index}, {kind.index}_terms",
        f"DROP FUNCTION IF EXISTS {kind.index}_forget(bigint[]), {kind.index}_take(bigint[])",
    )


def lift(connection: Any, kind: Kind) -> None:
    for name, (table, _, _) in _made(kind).items():
        run(connection, f"DROP TRIGGER IF EXISTS {name} ON {table}")


def empty(connection: Any, kind: Kind) -> None:
    run(connection, *_emptied(kind))


def has_trigrams(connection: Any) -> bool:
    """Whether pg_trgm is there, or can be put there by whoever we are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'), "
            "EXISTS (SELECT 1 FROM pg_available_extension_versions WHERE name = 'pg_trgm' "
            "AND (NOT superuser OR trusted OR (SELECT rolsuper FROM pg_roles "
            "WHERE rolname = current_user))) "
            "AND has_database_privilege(current_database(), 'CREATE')"
        )
        there, available = cursor.fetchone()
        if available and not there:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        return bool(there or available)


def _create_configuration(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_ts_config WHERE cfgname = %s AND pg_ts_config_is_visible(oid)",
            [CONFIGURATION],
        )
        if cursor.fetchone():
            return
    run(
        connection,
        f"CREATE TEXT SEARCH DICTIONARY {DICTIONARY} (TEMPLATE = snowball, LANGUAGE = porter)",
        f"CREATE TEXT SEARCH CONFIGURATION {CONFIGURATION} (COPY = simple)",
        f"ALTER TEXT SEARCH CONFIGURATION {CONFIGURATION} ALTER MAPPING FOR {_WORDS} "
        f"WITH {DICTIONARY}",
    )


def _functions(kind: Kind) -> list[str]:
    """What the triggers call: take rows into the index, forget them, see to changed ones."""
    names = ", ".join(f"{column.name}_grams" for column in kind.columns)
    vector, grams = vector_of(kind)
    stands = f"AND t.{kind.while_null} IS NULL" if kind.while_null else ""
    return [
        f"""
CREATE OR REPLACE FUNCTION {kind.index}_forget(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  {_counted(kind, "-")}
  DELETE FROM {kind.index} WHERE id = ANY(ids);
END $$
""",
        f"""
CREATE OR REPLACE FUNCTION {kind.index}_take(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO {kind.index} (id, words, length, {names})
  SELECT id, words, (SELECT coalesce(sum(cardinality(positions)), 0) FROM unnest(words)), {names}
  FROM (SELECT t.id, {vector} AS words, {grams} FROM {kind.table} t
        WHERE t.id = ANY(ids) {stands}) rows
  ON CONFLICT (id) DO NOTHING;
  {_counted(kind, "+")}
END $$
""",
        *(_function(kind, table) for table in sorted(kind.tables)),
    ]


def _counted(kind: Kind, sign: str) -> str:
    """Statements that count the stems of these rows in, or out; in one order, against deadlock."""
    if not kind.ranked:
        return ""
    size = "count(*) AS rows, coalesce(sum(length), 0) AS length"
    return f"""
  INSERT INTO {kind.index}_terms AS known (term, rows)
  SELECT lexeme, {sign}count(*) FROM {kind.index}, unnest(words)
  WHERE id = ANY(ids) GROUP BY lexeme ORDER BY lexeme
  ON CONFLICT (term) DO UPDATE SET rows = known.rows + excluded.rows;
  UPDATE index_sizes SET rows = index_sizes.rows {sign} changed.rows,
    length = index_sizes.length {sign} changed.length
  FROM (SELECT {size} FROM {kind.index} WHERE id = ANY(ids)) changed
  WHERE kind = '{kind.name}';
"""


def _function(kind: Kind, table: str) -> str:
    """What happens to the index when rows of this table come, change or go."""
    is_own = table == kind.table
    key = "id" if is_own else next(part.owner for part in kind.parts if part.table == table)
    watched = [each.source for each in kind.columns if (each.table or kind.table) == table]
    watched += [kind.while_null] if is_own and kind.while_null else []
    before, after = (", ".join(f"{row}.{name}" for name in watched) for row in ("was", "has"))
    return f"""
CREATE OR REPLACE FUNCTION {kind.index}_follow_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids bigint[];
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    {"; ".join(_emptied(kind))};
    RETURN NULL;
  ELSIF TG_OP = 'INSERT' THEN
    ids := ARRAY(SELECT DISTINCT {key} FROM after);
  ELSIF TG_OP = 'DELETE' THEN
    ids := ARRAY(SELECT DISTINCT {key} FROM before);
  ELSE
    ids := ARRAY(SELECT DISTINCT has.{key} FROM after has JOIN before was ON was.id = has.id
                 WHERE ({before}) IS DISTINCT FROM ({after}));
  END IF;
  IF cardinality(ids) > 0 THEN
    PERFORM {kind.index}_forget(ids);
    PERFORM {kind.index}_take(ids);
  END IF;
  RETURN NULL;
END $$
"""


def _made(kind: Kind) -> dict[str, tuple[str, str, str]]:
    """Per trigger its table, when it acts, and what it is given to see."""
    made = {}
    for table in sorted(kind.tables):
        name = f"{kind.index}_{table}"
        made[f"{name}_added"] = (table, "INSERT", "REFERENCING NEW TABLE AS after")
        made[f"{name}_removed"] = (table, "DELETE", "REFERENCING OLD TABLE AS before")
        made[f"{name}_emptied"] = (table, "TRUNCATE", "")
        both = "REFERENCING OLD TABLE AS before NEW TABLE AS after"
        made[f"{name}_changed"] = (table, "UPDATE", both)
    return made


def _triggers(kind: Kind) -> dict[str, str]:
    """The statements that make the triggers, by name."""
    return {
        name: f"CREATE OR REPLACE TRIGGER {name} AFTER {act} ON {table} {given} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {kind.index}_follow_{table}()"
        for name, (table, act, given) in _made(kind).items()
    }


def _emptied(kind: Kind) -> list[str]:
    return [
        f"DELETE FROM {kind.index}",
        f"DELETE FROM {kind.index}_terms",
        f"UPDATE index_sizes SET rows = 0, length = 0 WHERE kind = '{kind.name}'",
    ]


def vector_of(kind: Kind) -> tuple[str, str]:
    """The row's tsvector, and for each column its text where its script has no spaces."""
    texts = [f"coalesce({_value(kind, column)}, '')" for column in kind.columns]
    worded = [f"index_paired({text})" for text in texts] if kind.ranked else texts
    vector = " || ".join(
        f"setweight(to_tsvector('{CONFIGURATION}', index_folded({text})), '{weight}')"
        for text, weight in zip(worded, WEIGHTS, strict=False)
    )
    grams = ", ".join(
        f"CASE WHEN {text} ~ '[{UNSEGMENTED}]' THEN lower({text}) END AS {column.name}_grams"
        for text, column in zip(texts, kind.columns, strict=True)
    )
    return vector, grams


def _value(kind: Kind, column: Column) -> str:
    if not column.table:
        return f"left(t.{column.source}, {LONGEST})"
    texts = f"FROM {column.table} part WHERE part.{column.owner} = t.id"
    name = f"left(part.{column.source}, {LONGEST})"
    if column.latest_by:
        return f"(SELECT {name} {texts} ORDER BY part.{column.latest_by} DESC LIMIT 1)"
    joined = f"string_agg(part.{column.source}, E'\\n' ORDER BY part.id)"
    return f"(SELECT left({joined}, {LONGEST}) {texts})"


def run(connection: Any, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
