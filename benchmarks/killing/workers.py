"""Real workers that are killed, and the messages of two beats."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

from celery import Celery

ROOT = Path(__file__).resolve().parents[2]
WORKER = "-m celery --quiet -A benchmarks.killing.worker worker -l CRITICAL --without-gossip "
WORKER += "--without-mingle --without-heartbeat -n"
# As `make run` runs it; and as the compose file does, with Redis.
POOLS = {False: "-P threads -c 2", True: "-P prefork -c 2"}
TASKS = ("deadlines.tick", "notices.deliver", "notices.mail")
BEAT_SECONDS = 0.4


class Workers:
    """Two at a time. Each leads a session of its own, so that its children die with it."""

    def __init__(self, data: Path, database_url: str, redis_url: str) -> None:
        self.data, self.redis_url = data, redis_url
        self.broker = data / "broker"
        self.env = os.environ | {
            "CURA_DATA": str(data), "DATABASE_URL": database_url, "REDIS_URL": redis_url,
            "DEMO": "1", "EMAIL_URL": f"filemail:///{data}/mails", "PYTHONWARNINGS": "ignore",
        }  # fmt: skip
        self.app = Celery(broker=redis_url or "filesystem://localhost", set_as_current=False)
        if not redis_url:
            (self.broker / "control").mkdir(parents=True, exist_ok=True)
            self.app.conf.broker_transport_options = {
                "data_folder_in": str(self.broker),
                "data_folder_out": str(self.broker),
                "control_folder": str(self.broker / "control"),
            }
        self.running: list[subprocess.Popen] = []
        self.started = 0
        self.over = threading.Event()
        self.beats = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self):
        for _ in range(2):
            self.start()
        self.beats.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.beats.join()
        for process in self.running:
            _kill(process)
        self.app.close()

    def start(self) -> None:
        self.started += 1
        words = f"{WORKER} w{self.started}@killing {POOLS[bool(self.redis_url)]}"
        log = (self.data / "workers.log").open("a")
        with log:
            self.running.append(
                subprocess.Popen(
                    [sys.executable, *words.split()],
                    cwd=ROOT,
                    env=self.env,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )  # fmt: skip
            )

    def kill(self) -> None:
        """The older of the two, most likely the one at work, or now and then the other."""
        _kill(self.running.pop(0 if random.random() < 0.8 else 1))
        self.start()

    def wipe(self) -> None:
        """Every message is gone."""
        if self.redis_url:
            with self.app.connection_for_write() as connection:
                connection.default_channel.client.flushdb()
        else:
            for found in self.broker.iterdir():
                if found.is_file():
                    found.unlink(missing_ok=True)

    def _beat(self) -> None:
        """Two beats that know nothing of each other: each message comes twice."""
        while not self.over.wait(BEAT_SECONDS):
            for task in TASKS * 2:
                self.app.send_task(task, expires=20, ignore_result=True)


def _kill(process: subprocess.Popen) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
