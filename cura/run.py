"""Run web, worker and beat as one: start, watch, start again, stop. `python -m cura.run`.

Each child leads a session of its own, so that Ctrl-C reaches only this process, which then ends
them in order and sweeps up whatever they leave behind. Why not honcho or systemd: docs/adr/0008.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent
if (ROOT / ".env").exists():
    environ.Env.read_env(ROOT / ".env")
DATA = Path(os.environ.get("CURA_DATA") or ROOT / "data")
DEMO = os.environ.get("DEMO") == "1"
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = int(os.environ.get("PORT", "8000"))

CANNOT_START_SECONDS = 10  # a child that ends by itself sooner than this will do so again
STOP_SECONDS = 10  # then it is killed
PR_SET_PDEATHSIG = 1  # linux/prctl.h

GUNICORN = f"gunicorn cura.wsgi -k gthread -w 2 --threads 4 --preload -b {HOST}:{PORT}"
CELERY = "celery --quiet -A"
COMMANDS = {
    "web": f"{GUNICORN} --graceful-timeout 5 --log-level warning".split(),
    "worker": f"{CELERY} cura worker -P threads -c 2 --without-gossip --without-mingle "
    "--without-heartbeat -l WARNING".split(),
    "beat": f"{CELERY} cura.beat beat -l WARNING --pidfile=".split(),
}
# A demonstration may well run as root; the real thing does not (Dockerfile).
QUIET = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges"}


class Supervisor:
    """Keeps the given commands (name -> module and arguments) running until told to stop."""

    def __init__(self, commands: dict[str, list[str]]) -> None:
        self.commands = commands
        self.running: dict[str, subprocess.Popen] = {}
        self.born: dict[str, float] = {}
        self.stopping = False

    def run(self, ready=lambda: False) -> str | None:
        """Returns None when asked to stop, or the name of a child that cannot start.

        `ready` is asked until it says yes: it tells the person where to look.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.ask_to_stop)
        told = False
        try:
            for name in self.commands:
                self.start(name)
            while not self.stopping:
                if failed := self.start_again_what_died():
                    return failed
                told = told or ready()
                time.sleep(0.2)
            return None
        finally:
            self.stop()

    def ask_to_stop(self, *_: object) -> None:
        self.stopping = True

    def start(self, name: str) -> None:
        self.born[name] = time.monotonic()
        self.running[name] = subprocess.Popen(
            [sys.executable, "-m", *self.commands[name]],
            cwd=ROOT,
            env=os.environ | QUIET,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=end_with_parent,
        )

    def start_again_what_died(self) -> str | None:
        for name, child in list(self.running.items()):
            code = child.poll()
            if code is None:
                continue
            sweep(child)
            young = time.monotonic() - self.born[name] < CANNOT_START_SECONDS
            if young and code >= 0:  # a negative code is a kill, which says nothing of the next try
                return name
            say(f"{name} ended ({code}); starting it again")
            time.sleep(1 if young else 0)
            self.start(name)
        return None

    def stop(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in self.running.values():
            child.terminate()
        end = time.monotonic() + STOP_SECONDS
        for child in self.running.values():
            try:
                child.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            sweep(child)


def sweep(child: subprocess.Popen) -> None:
    """Kill what a dead child left of its session's group."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def end_with_parent() -> None:
    """Runs in the child: should we be killed outright, the kernel asks it to stop (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def say(line: str) -> None:
    print(line, flush=True)


def answers() -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, PORT)) == 0


def tell_where() -> bool:
    """Once the port answers: the address, and in a demonstration who can sign in."""
    if not answers():
        return False
    say(f"\nCura is on http://localhost:{PORT}/  (Ctrl-C stops it)")
    if DEMO:
        names = [sys.executable, "manage.py", "demonstration", "--names"]
        told = subprocess.run(names, cwd=ROOT, capture_output=True, text=True, check=False)
        say(told.stdout)
    return True


def only_one(lock: Path):
    """Two supervisors on one data folder would empty each other's queue. Holds until we end."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    held = lock.open("w")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"Cura is running already on {lock.parent}. CURA_DATA names another folder.")
    return held


def main() -> int | str:
    lock = only_one(DATA / "run.lock")
    if answers():
        return f"Port {PORT} is taken by another program. Try: make run PORT={PORT + 1}"
    shutil.rmtree(DATA / "broker", ignore_errors=True)  # messages are only wake-ups
    with lock:
        failed = Supervisor(COMMANDS).run(ready=tell_where)
    return f"{failed} could not start; the reason stands above." if failed else 0


if __name__ == "__main__":
    sys.exit(main())
