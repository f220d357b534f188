"""Workers of Celery, killed with kill -9 in the middle of reminders, and a broker that is emptied:
nothing is lost, nothing comes twice. `python -m benchmarks.killing --kills 100` is the long run."""

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from benchmarks.killing import count, run
from benchmarks.killing.home import Household
from benchmarks.killing.workers import Workers

KILLS = 2
BROKERS = ("", settings.REDIS_URL) if settings.REDIS_URL else ("",)


def database_url() -> str:
    """That of the test database, for processes of their own."""
    own = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{own['NAME']}"
    return f"postgres://{own['USER']}@{own['HOST']}:{own['PORT']}/{own['NAME']}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("redis", BROKERS, ids=lambda url: "redis" if url else "files")
def test_nothing_is_lost_and_nothing_comes_twice(tmp_path, redis):
    house = Household(timezone.now())
    with Workers(tmp_path, database_url(), redis) as workers:
        try:
            run.kill(workers, house, KILLS, batch=20)
        except run.NothingHappens:
            pytest.fail((tmp_path / "workers.log").read_text()[-3000:])
    found = count.count(house.people, tmp_path / "mails")
    assert found.right, found
    assert found.notices == 5 * found.deadlines
