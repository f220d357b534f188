"""bin/services: PostgreSQL and Redis for one command, gone when it ends, however it ends."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

SERVICES = Path(__file__).resolve().parents[2] / "bin/services"
ASK = """
import os, psycopg2, redis
with psycopg2.connect(os.environ["DATABASE_URL"]) as connection:
    connection.cursor().execute("SELECT 1")
redis.from_url(os.environ["REDIS_URL"]).ping()
print("both answer", flush=True)
"""


def start(tmp_path, script):
    return subprocess.Popen(
        [SERVICES, sys.executable, "-c", script],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def folder():
    """Where the services stand, not below pytest's own folders: PostgreSQL's user must reach it."""
    with tempfile.TemporaryDirectory(prefix="cura-", dir="/tmp") as place:
        os.chmod(place, 0o755)
        yield Path(place)


def test_command_gets_both_and_its_exit_code_counts(folder):
    with start(folder, ASK + "raise SystemExit(7)") as services:
        assert services.communicate(timeout=60) == ("both answer\n", None)
        assert services.returncode == 7
    assert list(folder.iterdir()) == []


def test_ctrl_c_takes_both_along(folder):
    with start(folder, ASK + "import time; time.sleep(60)") as services:
        assert services.stdout.readline() == "both answer\n"
        [place] = folder.iterdir()
        postgres = int((place / "Postgres/data/postmaster.pid").read_text().split()[0])
        os.killpg(services.pid, signal.SIGINT)
        assert services.wait(60) == 130
    assert list(folder.iterdir()) == []
    time.sleep(0.2)
    state = Path(f"/proc/{postgres}/stat")
    assert not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z"
