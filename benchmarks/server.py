"""The product as it runs for real: gunicorn, and a database with the demonstration home."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


def prepare() -> None:
    """Load the demonstration home into what DATABASE_URL and CURA_DATA name."""
    migrate()
    for command in ("demonstration", "collectstatic --noinput -v 0"):
        manage(command)


def migrate() -> None:
    manage("migrate --verbosity 0")


def manage(command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, check=True)


@contextmanager
def serving():
    """Yields the port of a server with the workers and threads of production."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    web = f"-m gunicorn cura.wsgi -k gthread -w 2 --threads 4 --preload -b 127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, *web.split(), "--log-level", "warning"], cwd=ROOT, env=os.environ
    )
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, process: subprocess.Popen) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The server to be measured did not start.")
