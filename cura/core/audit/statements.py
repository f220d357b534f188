"""The statements of every entry, each spelled once for its table.

Every page and every save writes to the log. The ORM makes the same SQL anew for each row, and that
was four fifths of what an entry cost. The columns still come from the models.
"""

from functools import cache

from django.db import connection, models
from django.db.transaction import TransactionManagementError

from cura.core.audit.models import Chain

COLUMNS = ("key", "seq", "hash")


def insert(model: type[models.Model], values: dict) -> None:
    """One row, its key left to the database. `values` names every other field."""
    fields, statement = _insert(model)
    row = [field.get_db_prep_save(values[field.name], connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, row)


def take_head(chain: str) -> tuple[int, str]:
    """The newest entry of a chain, its row held until the commit: (seq, hash)."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("An entry belongs to the transaction of what it tells.")
    # One that was made just now was perhaps made by somebody else: so it is asked again.
    return _head(chain) or (Chain.objects.get_or_create(key=chain) and _head(chain))


def move_head(chain: str, seq: int, digest: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_move(), [seq, digest, chain])


def _head(chain: str) -> tuple[int, str] | None:
    with connection.cursor() as cursor:
        cursor.execute(_take(), [chain])
        return cursor.fetchone()


@cache
def _insert(model: type[models.Model]) -> tuple[list[models.Field], str]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    names = ", ".join(_quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = _quoted(model._meta.db_table)
    return fields, f"INSERT INTO {table} ({names}) VALUES ({places})"


@cache
def _take() -> str:
    table, key, seq, digest = (_quoted(name) for name in (Chain._meta.db_table, *COLUMNS))
    asked = f"SELECT {seq}, {digest} FROM {table} WHERE {key} = %s"
    locks = connection.features.has_select_for_update  # SQLite locks the whole file instead
    return f"{asked} {connection.ops.for_update_sql()}" if locks else asked


@cache
def _move() -> str:
    table, key, seq, digest = (_quoted(name) for name in (Chain._meta.db_table, *COLUMNS))
    return f"UPDATE {table} SET {seq} = %s, {digest} = %s WHERE {key} = %s"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
