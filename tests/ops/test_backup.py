"""A backup under load restores equal by hash; a damaged, foreign or newer one is refused."""

import json
import os
import sqlite3
import subprocess
import sys
import tarfile
import threading
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg2
import pytest
from django.db import connection

from cura.backup import archive
from cura.backup.manifest import FORMAT, Damaged, Manifest, Unfit

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 2, 4, 5, tzinfo=UTC)
KNOWN = {"residents.0001_initial"}
SCHEMA = """
    CREATE TABLE django_migrations (app text, name text);
    INSERT INTO django_migrations VALUES ('residents', '0001_initial');
    CREATE TABLE accounts_user (id integer PRIMARY KEY, name text);
    CREATE TABLE note (id text PRIMARY KEY, words text, weight double precision, at timestamp);
    CREATE TABLE entry (note text PRIMARY KEY);
"""
TWIN_ROWS = "CREATE TABLE twin (words text); INSERT INTO twin VALUES ('same'), ('same'), (NULL);"


class SqlitePlace:
    """A database and a data folder of its own, to back up or to restore into."""

    def __init__(self, folder: Path) -> None:
        self.data = folder
        folder.mkdir()
        self.settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "cura.sqlite3"}

    def connect(self):
        connection = sqlite3.connect(self.settings["NAME"], timeout=20, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        return closing(connection)

    def script(self, text):
        with self.connect() as connection:
            connection.executescript(text)

    def url(self):
        return f"sqlite:///{self.settings['NAME']}"

    def drop(self):
        pass


class PostgresPlace(SqlitePlace):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        url = urlsplit(os.environ["DATABASE_URL"])
        self.settings = {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": url.hostname,
            "PORT": url.port,
            "USER": url.username,
            "NAME": f"backup_{uuid4().hex}",
        }
        self.server(f"CREATE DATABASE {self.settings['NAME']}")

    def connect(self, database=None):
        keys = {"HOST": "host", "PORT": "port", "USER": "user"}
        where = {ours: self.settings[key] for key, ours in keys.items()}
        connection = psycopg2.connect(**where, dbname=database or self.settings["NAME"])
        connection.autocommit = True
        return closing(connection)

    def server(self, statement):
        with self.connect("postgres") as connection, connection.cursor() as cursor:
            cursor.execute(statement)

    def script(self, text):
        with self.connect() as connection, connection.cursor() as cursor:
            cursor.execute(text)

    def url(self):
        return "postgres://{USER}@{HOST}:{PORT}/{NAME}".format(**self.settings)

    def drop(self):
        self.server(f"DROP DATABASE {self.settings['NAME']} WITH (FORCE)")


def rows(place, question):
    with place.connect() as connection, closing(connection.cursor()) as cursor:
        cursor.execute(question)
        return cursor.fetchall()


@pytest.fixture
def place(tmp_path):
    """Makes places; on PostgreSQL when the tests run there, else on SQLite."""
    made = []

    def make(name):
        postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
        made.append((PostgresPlace if postgres else SqlitePlace)(tmp_path / name))
        return made[-1]

    yield make
    for one in made:
        one.drop()


@pytest.fixture
def full(place):
    """A home in use: a person, rows, a file, a head, and things that are made again."""
    home = place("full")
    home.script(SCHEMA + TWIN_ROWS)
    home.script("INSERT INTO accounts_user VALUES (1, 'Ada')")
    home.script("INSERT INTO note VALUES ('a', 'Zoë ate \"well\"', 0.1, '2026-03-01 01:30:00')")
    (home.data / "attachments" / "ab").mkdir(parents=True)
    (home.data / "attachments" / "ab" / "drawing").write_bytes(b"\x89PNG")
    (home.data / "audit-heads.log").write_text("home 1 abc\n")
    (home.data / "broker").mkdir()
    (home.data / "broker" / "message").write_text("wake up")
    return home


def home_of(place):
    return archive.home(database=place.settings, data=place.data)


def back_up(place, to):
    return archive.back_up(home_of(place), to=to, now=NOW)[0]


def restore(place, file, *, known=frozenset(KNOWN), force=False):
    return archive.restore(
        home_of(place), file=file, people_table="accounts_user", known=known, force=force, now=NOW
    )


def rewrite(file, to, change):
    """The same backup with the members that `change(name, bytes)` returns; None leaves one out."""
    with tarfile.open(file) as old, tarfile.open(to, "w") as new:
        for member in old:
            body = change(member.name, old.extractfile(member).read())
            if body is not None:
                target = to.with_suffix(".member")
                target.write_bytes(body)
                new.add(target, arcname=member.name)
    return to


def test_restore_into_a_clean_place_is_equal(full, place, tmp_path):
    file = back_up(full, tmp_path / "backups")
    assert file.stat().st_mode & 0o077 == 0
    clean = place("clean")
    manifest = restore(clean, file)
    assert manifest.tables["twin"].rows == 3
    assert home_of(clean).database.tables() == home_of(full).database.tables()
    assert (clean.data / "attachments/ab/drawing").read_bytes() == b"\x89PNG"
    assert (clean.data / "audit-heads.log").read_text() == "home 1 abc\n"
    assert not (clean.data / "broker").exists()
    assert [p.name for p in clean.data.iterdir() if p.name.startswith(".")] == []


@contextmanager
def writers(place, count=3):
    """Threads that write as the actions do: file, then two rows at once, then the head outside."""
    stop, failures = threading.Event(), []

    def write():
        try:
            with place.connect() as connection, closing(connection.cursor()) as cursor:
                while not stop.is_set():
                    key = uuid4().hex
                    (place.data / "attachments" / key).write_text(key)
                    cursor.execute("BEGIN")
                    cursor.execute(f"INSERT INTO note (id, words) VALUES ('{key}', 'x')")
                    cursor.execute(f"INSERT INTO entry VALUES ('{key}')")
                    cursor.execute("COMMIT")
                    with (place.data / "audit-heads.log").open("a") as heads:
                        heads.write(f"{key} 1 abc\n")
        except Exception as error:  # reported by the test, not lost in the thread
            failures.append(error)

    threads = [threading.Thread(target=write) for _ in range(count)]
    for thread in threads:
        thread.start()
    yield
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_backup_under_load_is_of_one_moment(full, place, tmp_path):
    full.script("DELETE FROM note")
    (full.data / "audit-heads.log").write_text("")
    with writers(full):
        while len(rows(full, "SELECT note FROM entry")) < 50:
            pass
        file = back_up(full, tmp_path / "backups")
    clean = place("clean")
    restore(clean, file)
    notes = {key for (key,) in rows(clean, "SELECT id FROM note")}
    entries = {key for (key,) in rows(clean, "SELECT note FROM entry")}
    lines = (clean.data / "audit-heads.log").read_text().splitlines()
    heads = {line.split()[0] for line in lines}
    assert 50 <= len(notes) < len(rows(full, "SELECT note FROM entry"))
    assert notes == entries
    assert heads <= entries
    assert all((clean.data / "attachments" / key).exists() for key in notes)


def test_home_that_is_here_is_not_replaced_unasked(full, place, tmp_path):
    file = back_up(full, tmp_path / "backups")
    full.script("INSERT INTO accounts_user VALUES (2, 'Bob')")
    (full.data / "audit-heads.log").write_text("home 2 def\n")
    with pytest.raises(Unfit, match="--force"):
        restore(full, file)
    assert len(rows(full, "SELECT * FROM accounts_user")) == 2
    restore(full, file, force=True)
    assert len(rows(full, "SELECT * FROM accounts_user")) == 1
    assert (full.data / "audit-heads.log").read_text() == "home 1 abc\n"
    [aside] = full.data.glob(".before-*")
    assert (aside / "audit-heads.log").read_text() == "home 2 def\n"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.99])
def test_truncated_backup_is_refused(full, place, tmp_path, share):
    file = back_up(full, tmp_path / "backups")
    with tarfile.open(file) as tar:
        last = tar.getmembers()[-1]
    end = last.offset_data + last.size  # what follows is only padding
    cut = tmp_path / "cut.tar"
    cut.write_bytes(file.read_bytes()[: int(end * share)])
    clean = place("clean")
    with pytest.raises(Damaged):
        restore(clean, cut)
    assert not home_of(clean).database.has_rows("accounts_user")


def spoil_database(name, body):
    return body[:-1] + bytes([body[-1] ^ 1]) if name.startswith("database") else body


def spoil_file(name, body):
    return b"another picture" if name.endswith("drawing") else body


def lose_file(name, body):
    return None if name.endswith("drawing") else body


def spoil_manifest(name, body):
    return body.replace(b"2026", b"2025") if name == archive.MANIFEST else body


@pytest.mark.parametrize("change", [spoil_database, spoil_file, lose_file, spoil_manifest])
def test_changed_backup_is_refused(full, place, tmp_path, change):
    file = rewrite(back_up(full, tmp_path / "backups"), tmp_path / "changed.tar", change)
    with pytest.raises(Damaged):
        restore(place("clean"), file)


def test_rows_that_did_not_arrive_are_noticed(full, tmp_path):
    """The last proof: what stands in the database is compared, not what was read from the file."""
    _, manifest = archive.back_up(home_of(full), to=tmp_path / "backups", now=NOW)
    manifest.compare_tables(home_of(full).database.tables())
    full.script("DELETE FROM twin WHERE words IS NULL")
    with pytest.raises(Damaged, match="twin"):
        manifest.compare_tables(home_of(full).database.tables())


def test_file_that_climbs_out_is_refused(full, place, tmp_path):
    file = back_up(full, tmp_path / "backups")
    (tmp_path / "evil").write_text("boo")
    with tarfile.open(file, "a") as tar:
        tar.add(tmp_path / "evil", arcname="../evil-arrived")
    with pytest.raises(Damaged, match="does not belong"):
        restore(place("clean"), file)
    assert list(tmp_path.rglob("evil-arrived")) == []


def test_backup_of_another_format_kind_or_age_is_refused(full, place, tmp_path):
    file = back_up(full, tmp_path / "backups")
    clean = place("clean")
    with pytest.raises(Unfit, match="newer Cura"):
        restore(clean, file, known=frozenset())

    def older(name, body):
        if name != archive.MANIFEST:
            return body
        manifest = json.loads(body)["manifest"] | {"format": FORMAT - 1}
        return Manifest(**manifest).dump()

    with pytest.raises(Unfit, match="format 0"):
        restore(clean, rewrite(file, tmp_path / "older.tar", older))

    def foreign(name, body):
        if name != archive.MANIFEST:
            return body
        return Manifest(**json.loads(body)["manifest"] | {"engine": "oracle"}).dump()

    with pytest.raises(Unfit, match="another kind"):
        restore(clean, rewrite(file, tmp_path / "foreign.tar", foreign))


def manage(place, *words):
    """A command as an administrator types it, in a home of its own."""
    env = os.environ | {"DATABASE_URL": place.url(), "CURA_DATA": str(place.data), "DEMO": "1"}
    command = [sys.executable, "manage.py", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


COLUMNS = {
    "sqlite": """SELECT t.name, c.name, c.type, c."notnull" FROM sqlite_master t
        JOIN pragma_table_info(t.name) c WHERE t.type = 'table'""",
    "postgresql": """SELECT table_name, column_name, data_type, is_nullable
        FROM information_schema.columns WHERE table_schema = 'public'""",
}
KEYS = {  # and all that holds rows together
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type IN ('index', 'trigger')",
    "postgresql": """SELECT conrelid::regclass::text, conname FROM pg_constraint
        WHERE contype IN ('u', 'c', 'x', 'f', 'p') AND connamespace = 'public'::regnamespace
        UNION SELECT tablename, indexname FROM pg_indexes WHERE schemaname = 'public'
        UNION SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal""",
}

OF_DJANGO = "auth_group_permissions"  # its ids are of another size by django's own migration


def stands_as_in_the_tests(place):
    """The tests' tables are made from the models: the migrations must lead to the same."""
    for question in (COLUMNS[connection.vendor], KEYS[connection.vendor]):
        with connection.cursor() as cursor:
            cursor.execute(question)
            ours = set(cursor.fetchall())
        other = ours ^ set(rows(place, question))
        assert {row for row in other if row[0] != OF_DJANGO} == set()


def test_commands_move_a_home_to_a_clean_machine(place, tmp_path, db):
    old, new = place("old"), place("new")
    assert manage(old, "migrate", "--verbosity", 0).stderr == ""
    stands_as_in_the_tests(old)
    old.script("INSERT INTO django_session VALUES ('key', 'data', '2026-03-02 04:05:00')")
    done = manage(old, "backup", "--to", tmp_path / "backups")
    assert (done.returncode, done.stderr) == (0, "")
    [file] = (tmp_path / "backups").iterdir()
    done = manage(new, "restore", "--from", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert "all equal by hash" in done.stdout
    assert rows(new, "SELECT session_key FROM django_session") == [("key",)]
    file.write_bytes(file.read_bytes()[:20_000])
    done = manage(new, "restore", "--from", file, "--force")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert rows(new, "SELECT session_key FROM django_session") == [("key",)]
