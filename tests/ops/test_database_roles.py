"""What deploy/postgres-init.sh promises: the app's role reads and writes rows, and no more."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest

from cura.backup import archive

ROOT = Path(__file__).resolve().parents[2]
URL = urlsplit(os.environ.get("DATABASE_URL", ""))
NOW = datetime(2026, 3, 2, tzinfo=UTC)
GUARD = """
    SELECT c.relname, t.tgname, p.oid::regprocedure::text
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE NOT t.tgisinternal ORDER BY 1, 2 LIMIT 1
"""
FORBIDDEN = (
    "DROP TRIGGER {trigger} ON {table}",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER FUNCTION {function} RENAME TO harmless",
    "TRUNCATE {table} CASCADE",
    "DROP TABLE {table} CASCADE",
    "ALTER TABLE {table} ADD COLUMN extra text",
    "CREATE TABLE own (id int)",
    "SET session_replication_role = replica",
    "SET ROLE cura_owner",
)

pytestmark = [
    pytest.mark.skipif(URL.scheme != "postgres", reason="roles exist on PostgreSQL only"),
]


def database(user):
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": URL.hostname,
        "PORT": URL.port,
        "USER": user,
        "NAME": "cura",
    }


def ask(user, statement, database="cura"):
    where = {"host": URL.hostname, "port": URL.port, "user": user, "dbname": database}
    with closing(psycopg2.connect(**where)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []


@pytest.fixture(scope="module")
def guard(tmp_path_factory):
    """The database of the compose file, made and migrated as there; yields one of its guards."""
    folder = tmp_path_factory.mktemp("roles")
    for name in ("owner_password", "app_password"):
        (folder / name).write_text("only trusted connections here")
    server = {"PGHOST": URL.hostname, "PGPORT": str(URL.port), "POSTGRES_USER": URL.username}
    script = ROOT / "deploy/postgres-init.sh"
    subprocess.run([script], env=os.environ | server | {"SECRETS": str(folder)}, check=True)
    owner = f"postgres://cura_owner@{URL.hostname}:{URL.port}/cura"
    env = os.environ | {"DATABASE_URL": owner, "CURA_DATA": str(folder), "DEMO": "1"}
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=ROOT, env=env, check=True)
    [(table, trigger, function)] = ask("cura_owner", GUARD)
    yield {"table": table, "trigger": trigger, "function": function}
    ask(URL.username, "DROP DATABASE cura WITH (FORCE)", database="postgres")
    ask(URL.username, "DROP ROLE cura_app, cura_owner", database="postgres")


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_app_cannot_take_a_guard_away(guard, statement):
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask("cura_app", statement.format(**guard))


def test_app_writes_rows(guard):
    ask("cura_app", "INSERT INTO django_session VALUES ('key', 'data', now())")
    ask("cura_app", "UPDATE django_session SET session_data = 'other'")
    ask("cura_app", "DELETE FROM django_session")


def test_app_can_back_up_and_the_owner_restores_with_the_apps_rights(guard, tmp_path):
    for name in ("home", "clean"):
        (tmp_path / name).mkdir()
    app = archive.home(database=database("cura_app"), data=tmp_path / "home")
    file, manifest = archive.back_up(app, to=tmp_path / "backups", now=NOW)
    owner = archive.home(database=database("cura_owner"), data=tmp_path / "clean")
    known = set(manifest.migrations)
    archive.restore(
        owner, file=file, people_table="accounts_user", known=known, force=False, now=NOW
    )
    assert ask("cura_owner", GUARD) == [
        tuple(guard[key] for key in ("table", "trigger", "function"))
    ]
    assert ask("cura_app", "SELECT count(*) FROM accounts_user") == [(0,)]
    test_app_writes_rows(guard)
