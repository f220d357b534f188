"""Backing up SQLite: its own online copy, which is whole while others go on writing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from cura.backup.manifest import Damaged, Table, fingerprint

ENGINE = "sqlite"
FILE = "database.sqlite3"
BUSY_SECONDS = 60


class Sqlite:
    engine, file = ENGINE, FILE

    def __init__(self, settings: dict) -> None:
        """`settings` is one entry of Django's DATABASES."""
        self.path = Path(settings["NAME"])

    def dump(self, to: Path) -> tuple[dict[str, Table], list[str]]:
        """Copy at one moment, look the copy over, and return its tables and migrations."""
        with closing(self._open(self.path)) as live, closing(self._open(to)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, no -wal beside it
            self._look_over(copy)
            return self._tables(copy), self._migrations(copy)

    def load(self, source: Path) -> None:
        """Replace the database's pages in one transaction: others see the old or the new."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._open(source)) as copy, closing(self._open(self.path)) as live:
            self._look_over(copy)
            copy.backup(live)

    def tables(self) -> dict[str, Table]:
        with closing(self._open(self.path)) as live:
            live.execute("BEGIN")
            return self._tables(live)

    def has_rows(self, table: str) -> bool:
        if not self.path.exists():
            return False
        with closing(self._open(self.path)) as live:
            if table not in self._names(live):
                return False
            return live.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is not None

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.text_factory = bytes  # a row is compared as it stands on the disk
        return connection

    @staticmethod
    def _look_over(copy: sqlite3.Connection) -> None:
        try:
            [verdict] = copy.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            raise Damaged("The database inside cannot be read.") from error
        if verdict != b"ok":
            raise Damaged("The database inside is damaged.")

    @staticmethod
    def _names(connection: sqlite3.Connection) -> list[str]:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [name.decode() for (name,) in rows]

    def _tables(self, connection: sqlite3.Connection) -> dict[str, Table]:
        return {
            name: fingerprint(
                connection.execute(f'SELECT * FROM "{name}"'), lambda row: repr(row).encode()
            )
            for name in self._names(connection)
        }

    @staticmethod
    def _migrations(connection: sqlite3.Connection) -> list[str]:
        rows = connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        return [name.decode() for (name,) in rows]
