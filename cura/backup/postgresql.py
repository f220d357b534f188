"""Backing up PostgreSQL: pg_dump, and our own sums over the very same snapshot."""

import os
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg2
from psycopg2 import sql

from cura.backup.manifest import Damaged, Table, fingerprint

ENGINE = "postgresql"
FILE = "database.dump"
ROWS_AT_ONCE = 5000
# A row is compared as text, so its spelling may not hang on who asks.
SPELLING = "-c timezone=UTC -c datestyle=ISO,YMD -c bytea_output=hex"
OWN_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
OWN_THINGS = """
    SELECT format('DROP TABLE IF EXISTS %I.%I CASCADE', schemaname, tablename)
      FROM pg_tables WHERE schemaname = 'public'
    UNION ALL
    SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', p.oid::regprocedure)
      FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


class Postgresql:
    engine, file = ENGINE, FILE

    def __init__(self, settings: dict) -> None:
        """`settings` is one entry of Django's DATABASES."""
        names = {"HOST": "host", "PORT": "port", "USER": "user", "NAME": "dbname"}
        self.where = {ours: settings[key] for key, ours in names.items() if settings.get(key)}
        self.password = settings.get("PASSWORD") or ""

    def dump(self, to: Path) -> tuple[dict[str, Table], list[str]]:
        """One snapshot for pg_dump and for the sums, while others go on writing."""
        with closing(self._snapshot()) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT pg_export_snapshot()")
            [snapshot] = cursor.fetchone()
            keep = ["--format=custom", "--no-owner", "--no-privileges", "--no-comments"]
            self._run("pg_dump", *keep, f"--snapshot={snapshot}", f"--file={to}")
            return self._tables(connection), self._migrations(cursor)

    def load(self, source: Path) -> None:
        """Empty the database, then read the dump back whole or not at all.

        The role must own the tables. What the app's role may do comes from the owner's default
        privileges, so the dump carries none.
        """
        self._run("pg_restore", "--list", str(source), database=False)  # readable, before we drop
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute(OWN_THINGS)
            for (drop,) in cursor.fetchall():
                cursor.execute(drop)
            connection.commit()
        keep = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
        self._run("pg_restore", *keep, f"--dbname={self.where['dbname']}", str(source))

    def tables(self) -> dict[str, Table]:
        with closing(self._snapshot()) as connection:
            return self._tables(connection)

    def has_rows(self, table: str) -> bool:
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass(%s)", [f"public.{table}"])
            if cursor.fetchone()[0] is None:
                return False
            cursor.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(table)))
            return cursor.fetchone() is not None

    def _connect(self):
        return psycopg2.connect(**self.where, password=self.password, options=SPELLING)

    def _snapshot(self):
        """A connection whose every question sees the same moment."""
        connection = self._connect()
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        return connection

    def _run(self, program: str, *arguments: str, database: bool = True) -> None:
        """pg_dump or pg_restore; the password goes by the environment, where `ps` does not show."""
        command = [program, *arguments]
        if database:
            flags = {"host": "--host", "port": "--port", "user": "--username"}
            command += [f"{flags[key]}={self.where[key]}" for key in flags if key in self.where]
        env = os.environ | {"PGPASSWORD": self.password, "PGTZ": "UTC"}
        if program == "pg_dump":
            env["PGDATABASE"] = self.where["dbname"]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Damaged(f"{program}: {done.stderr.strip()[-500:]}")

    def _tables(self, connection) -> dict[str, Table]:
        with connection.cursor() as cursor:
            cursor.execute(OWN_TABLES)
            names = [name for (name,) in cursor.fetchall()]
        return {name: self._fingerprint(connection, name) for name in names}

    @staticmethod
    def _fingerprint(connection, name: str) -> Table:
        with connection.cursor(name="fingerprint") as rows:  # a named cursor streams
            rows.itersize = ROWS_AT_ONCE
            rows.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name)))
            return fingerprint(rows, lambda row: row[0].encode())

    @staticmethod
    def _migrations(cursor) -> list[str]:
        cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]
