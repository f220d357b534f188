"""Full text behind one function, in the words of each database.

`matching(words)` is the condition that an entry holds every word, the last of which may be half
typed. Words match by their stem (walked, walking), a half-typed one by its letters.

SQLite: two FTS5 tables over `search_searchentry`, one of stems and one of letters, kept by
triggers. PostgreSQL: one generated column with both, and a GIN index. Like the guards they are made
after each migrate and not in a migration: SQLite loses triggers when one rebuilds the table.
"""

from django.db import connections, transaction
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

TABLE = "search_searchentry"
STEMS, LETTERS = "search_stems", "search_letters"
TRIGGERS = ("search_words_added", "search_words_gone", "search_words_changed")


def matching(words: list[str], using: str = "default") -> RawSQL:
    """For `filter()`. `words` are of `tokens.asked_words`: letters and figures only."""
    if connections[using].vendor == "postgresql":
        return _postgresql_query(words)
    return _sqlite_query(words)


def install(using: str = "default", **_) -> None:
    """Make what is missing. Runs after each migrate and flush; costs one look when all stands."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        statements = POSTGRESQL if connection.vendor == "postgresql" else _sqlite_missing(cursor)
        for statement in statements:
            cursor.execute(statement)


def rebuild(using: str = "default") -> None:
    """Read every word again into the index, after damage or a copied table."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("REINDEX INDEX search_entry_vector")
            return
        for table in (STEMS, LETTERS):
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")


def _postgresql_query(words: list[str]) -> RawSQL:
    *_, last = words
    quoted = [f"'{word}'" for word in words]
    before = " & ".join(quoted[:-1])
    query = "(to_tsquery('english', %s) || to_tsquery('simple', %s))"
    params = [quoted[-1], f"'{last}':*"]
    if before:
        query, params = f"(to_tsquery('english', %s) && {query})", [before, *params]
    return RawSQL(f"{TABLE}.vector @@ {query}", params, BooleanField())


def _sqlite_query(words: list[str]) -> RawSQL:
    whole = " AND ".join(f'"{word}"' for word in words)
    stems = f"SELECT rowid FROM {STEMS} WHERE {STEMS} MATCH %s"
    letters = f"SELECT rowid FROM {LETTERS} WHERE {LETTERS} MATCH %s"
    params = [whole, f'"{words[-1]}"*']
    if len(words) > 1:
        letters = f"SELECT rowid FROM ({letters} INTERSECT {stems})"
        params.append(" AND ".join(f'"{word}"' for word in words[:-1]))
    return RawSQL(f"{TABLE}.id IN ({stems} UNION {letters})", params, BooleanField())


def _sqlite_missing(cursor) -> list[str]:
    cursor.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')")
    there = {name for (name,) in cursor.fetchall()}
    if {STEMS, LETTERS, *TRIGGERS} <= there:
        return []
    drop = [f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS]
    fill = [f"INSERT INTO {table}({table}) VALUES ('rebuild')" for table in (STEMS, LETTERS)]
    return [*drop, *SQLITE, *fill]


def _virtual(table: str, how: str) -> str:
    # detail=none: whole texts are matched, never phrases. columnsize=0: nothing is ranked.
    return (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(words, content='{TABLE}', "
        f"content_rowid='id', detail=none, columnsize=0, {how})"
    )


def _add(table: str) -> str:
    return f"INSERT INTO {table}(rowid, words) VALUES (NEW.id, NEW.words);"


def _take(table: str) -> str:
    return f"INSERT INTO {table}({table}, rowid, words) VALUES ('delete', OLD.id, OLD.words);"


def _trigger(name: str, event: str, *body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} ON {TABLE} BEGIN {' '.join(body)} END"


_added, _gone, _changed = TRIGGERS
SQLITE = (
    _virtual(STEMS, "tokenize='porter unicode61'"),
    _virtual(LETTERS, "tokenize='unicode61', prefix='2 3'"),
    _trigger(_added, "INSERT", _add(STEMS), _add(LETTERS)),
    _trigger(_gone, "DELETE", _take(STEMS), _take(LETTERS)),
    _trigger(_changed, "UPDATE OF words", _take(STEMS), _take(LETTERS), _add(STEMS), _add(LETTERS)),
)
POSTGRESQL = (
    f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS vector tsvector GENERATED ALWAYS AS "
    "(to_tsvector('english', words) || to_tsvector('simple', words)) STORED",
    f"CREATE INDEX IF NOT EXISTS search_entry_vector ON {TABLE} USING gin (vector)",
)
