"""Triggers that hold what is frozen, on both databases, made from the declarations.

Taken off before each migration and put back after it from the live columns (SQLite loses them in a
table rebuild; PostgreSQL refuses to change a column that a trigger names). `missing()` is a system
check, a line of /health/ and a house test. Whoever owns the database can drop a trigger: then
`verify_audit` tells.
"""

from django.apps import apps
from django.core.checks import Error, Tags, register
from django.db import DatabaseError, connections, transaction

from cura.core.records import registry
from cura.core.records.base import Record
from cura.core.records.guard_sql import POSTGRESQL, SQLITE, Guard
from cura.core.records.types import RecordType

VOID = ("void_at", "void_by", "void_reason")


def declared() -> list[Guard]:
    """Every guard that should stand: of records, of their lines, and of append-only tables."""
    guards = [g for type in registry.all_types() for g in _of_type(type)]
    for model in apps.get_models():
        table = model._meta.db_table
        if getattr(model, "append_only", False):
            stays = getattr(model, "stays", "")  # the column from which on a row stays
            guards += [Guard(table, "kept", event, at=stays) for event in ("UPDATE", "DELETE")]
        elif issubclass(model, Record) or getattr(model, "never_deleted", False):
            guards.append(Guard(table, "kept", "DELETE"))
    return guards


def _of_type(type: RecordType) -> list[Guard]:
    table = type.model._meta.db_table
    passing = _passing(type.model)
    void = tuple(c for c in _columns(type.model, VOID) if c not in passing)
    late = _columns(type.model, type.later())
    guards = [
        Guard(table, "void", "UPDATE", at="void_at", mine=void),
        Guard(table, "void_all", "UPDATE", at="void_at", free=(*void, *passing)),
    ]
    if not type.first:
        return guards
    guards.append(
        Guard(table, type.first.key, "UPDATE", at=type.first.at, free=(*void, *late, *passing))
    )
    for moment in type.moments[1:]:
        mine = tuple(c for c in _columns(type.model, type.owned(moment)) if c not in passing)
        guards.append(Guard(table, moment.key, "UPDATE", at=moment.at, mine=mine))
    for rows in type.rows:
        line, fk = rows.model._meta.db_table, rows.model._meta.get_field(rows.fk).column
        for event in ("INSERT", "UPDATE", "DELETE"):
            guards.append(Guard(line, "with_record", event, at=type.first.at, parent=table, fk=fk))
    return guards


def _passing(model) -> tuple[str, ...]:
    """Columns that are emptied when the words go: `verify_audit` watches over them until then."""
    if not model.short_lived:
        return ()
    return _columns(model, (*model.short_lived, "salt", "forgotten_at"))


def _columns(model, names) -> tuple[str, ...]:
    return tuple(model._meta.get_field(name).column for name in names)


def install(using: str = "default", **_) -> None:
    """Make every guard anew from the tables as they are. Runs after each migrate and flush."""
    connection = connections[using]
    sql = _dialect(connection)
    with transaction.atomic(using=using), connection.cursor() as cursor:
        _drop(cursor, sql)
        live = _live(cursor, sql)
        for statement in sql.prepare():
            cursor.execute(statement)
        for guard in _standing(declared(), live):
            for statement in sql.create(guard, live[guard.table]):
                cursor.execute(statement)


def remove(using: str = "default", **_) -> None:
    """Drop every guard found in the catalogue (before a migration, models are ahead of tables)."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        _drop(cursor, _dialect(connection))


def missing(using: str = "default") -> set[str]:
    """Names of guards that should stand and do not."""
    connection = connections[using]
    sql = _dialect(connection)
    with connection.cursor() as cursor:
        live = _live(cursor, sql)
        wanted = {name for g in _standing(declared(), live) for name in sql.names(g)}
        cursor.execute(sql.catalogue)
        return wanted - {name for name, _ in cursor.fetchall()}


def _dialect(connection):
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def _standing(guards: list[Guard], live: dict[str, list[str]]) -> list[Guard]:
    return [g for g in guards if g.table in live and (not g.parent or g.parent in live)]


def _live(cursor, sql) -> dict[str, list[str]]:
    """The tables as they are: the columns of each, in one query."""
    cursor.execute(sql.columns)
    found: dict[str, list[str]] = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, []).append(column)
    return found


def _drop(cursor, sql) -> None:
    cursor.execute(sql.catalogue)
    for name, table in cursor.fetchall():
        cursor.execute(sql.drop(name, table))


@register(Tags.database)
def guards_stand(app_configs=None, databases=None, **_):
    """System check: `manage.py check --database default` fails when a guard is missing."""
    if not databases:
        return []
    try:
        gone = missing()
    except DatabaseError:
        return []
    hint = "Run `manage.py migrate`: it puts them back."
    return [Error(f"The guard {name} is missing.", hint=hint, id="cura.E010") for name in gone]
