"""Fixtures for all tests: a data folder of their own, quick hashes, the cast."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import TransactionTestCase, override_settings

from cura.core.accounts.people import User
from cura.core.records import guards
from tests import cast as people

pytest_plugins = ["tests.chromium"]

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_flush = TransactionTestCase._fixture_teardown


def _thaw_then_flush(self):
    """Emptying frozen tables is refused: take the guards off first; after it they come back, and
    so does the cast, so that no later test has to gather it for itself."""
    guards.remove()
    _flush(self)
    with override_settings(PASSWORD_HASHERS=QUICK):
        people.gather()


TransactionTestCase._fixture_teardown = _thaw_then_flush


# A file goes to one worker, with what it fills once. These take minutes, so they begin first.
LONG = (
    "house/test_pages_axe.py",
    "house/test_leaks.py",
    "house/test_fuzz.py",
    "story/test_fieldfare.py",
    "browser/test_shift_browser.py",
    "browser/test_drafts_browser.py",
    "house/test_access.py",
    "house/test_safety.py",
    "ui/test_gallery_browser.py",
    "house/test_records.py",
    "ops/test_backup.py",
)


# Here whatever asks no database is `pure`: bin/test runs it once, not again on the second database.
PURE = (
    "attachments/test_content.py",
    "deadlines/test_offsets.py",
    "documents/",
    "house/test_floors.py",
    "lib/",
    "ops/test_compose.py",
    "ops/test_lock.py",
    "ops/test_settings_production.py",
    "story/test_fieldfare_words.py",
    "story/test_words.py",
    "ui/",
)
ASKS = {"db", "transactional_db", "live_server"}


def pytest_itemcollected(item):
    place = item.path.relative_to(Path(__file__).parent).as_posix()
    asks = ASKS.intersection(item.fixturenames) or item.get_closest_marker("django_db")
    if place.startswith(PURE) and not asks:
        item.add_marker(pytest.mark.pure)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get("/".join(item.path.parts[-2:]), len(LONG)))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Tables from the models as they stand, in a second; to go through every migration takes more
    than ten. That those lead to the same tables is shown by tests/ops/test_backup.py on both
    databases, and that none is missing by `makemigrations --check`.

    SQLite in a file: the browser tests' server has threads, and they cannot share one memory."""
    database = settings.DATABASES["default"]
    database.setdefault("TEST", {})["MIGRATE"] = False
    if database["ENGINE"].endswith("sqlite3"):
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
        database["TEST"]["NAME"] = str(name)
        # Nothing here outlives the run, so nothing waits for the disk.
        start = database["OPTIONS"]["init_command"]
        database["OPTIONS"]["init_command"] = start.replace("synchronous=FULL", "synchronous=OFF")


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Audit heads, files and the broker of one test are not those of another."""
    for name, value in in_a_test(tmp_path).items():
        setattr(settings, name, value)


def in_a_test(folder) -> dict:
    return {
        "DATA": folder,
        "PASSWORD_HASHERS": QUICK,
        "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        "STORAGES": settings.STORAGES
        | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
        "DEMO": True,  # no second factor; tests/accounts turns it back on
        "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
    }


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The cast stands in the test database once, so that each test only reads it."""
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=QUICK):
        MigrationRecorder(connection).ensure_schema()  # as every home has it
        people.gather()


@pytest.fixture
def cast(db):
    """Everybody. After a test that emptied the tables they are gathered anew."""
    return people.recall() if User.objects.filter(username="rosa").exists() else people.gather()


@pytest.fixture
def as_user(client):
    """Sign somebody in on the test client: `as_user(cast.sam).get(...)`."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
