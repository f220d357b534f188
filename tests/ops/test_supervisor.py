"""The supervisor starts again what dies, names what cannot start, and leaves nothing behind."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# A child with a child of its own, which Ctrl-C must find too. It says both process ids.
PARENT = (
    "import os, subprocess, time;"
    "kid = subprocess.Popen(['sleep', '300']);"
    "print('NAME', os.getpid(), kid.pid, flush=True);"
    "time.sleep(300)"
)
DRIVER = """
import sys
from cura.run import Supervisor
failed = Supervisor({commands!r}).run()
sys.exit(f"{{failed}} could not start" if failed else 0)
"""


@contextmanager
def supervised(tmp_path, **scripts):
    """A supervisor over little programs, modules of their own; yields it and its output."""
    for name, script in scripts.items():
        (tmp_path / f"{name}_child.py").write_text(script.replace("NAME", name))
    commands = {name: [f"{name}_child"] for name in scripts}
    output = tmp_path / "output"
    with output.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", DRIVER.format(commands=commands)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(tmp_path)},
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process, output
    finally:
        process.terminate()
        process.wait(20)
        for name in scripts:
            for pid in chain.from_iterable(pids(output, name)):
                with suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)


def wait_for(question, seconds=15):
    end = time.monotonic() + seconds
    while not (answer := question()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
    return answer


def pids(output, name):
    """[(child, grandchild), ...] in the order in which they were started."""
    return re.findall(rf"^{name} (\d+) (\d+)$", output.read_text(), re.M)


def alive(pid):
    state = Path(f"/proc/{pid}/stat")
    try:
        return state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_killed_child_is_started_again_and_its_own_children_are_swept_up(tmp_path):
    with supervised(tmp_path, web=PARENT, worker=PARENT) as (_, output):
        [(first, grandchild)] = wait_for(lambda: pids(output, "web"))
        wait_for(lambda: pids(output, "worker"))
        os.kill(int(first), signal.SIGKILL)
        wait_for(lambda: len(pids(output, "web")) == 2)
        assert not alive(grandchild)
        assert len(pids(output, "worker")) == 1
        assert "web ended (-9); starting it again" in output.read_text()


def test_ctrl_c_leaves_nothing_behind(tmp_path):
    with supervised(tmp_path, web=PARENT, worker=PARENT) as (process, output):
        everyone = [
            pid for name in ("web", "worker") for pid in wait_for(lambda n=name: pids(output, n))[0]
        ]
        process.send_signal(signal.SIGINT)
        assert process.wait(15) == 0
        assert not any(map(alive, everyone))


def test_killed_supervisor_takes_its_children_along(tmp_path):
    with supervised(tmp_path, web=PARENT) as (process, output):
        [(child, _)] = wait_for(lambda: pids(output, "web"))
        process.kill()
        wait_for(lambda: not alive(child))


def test_child_that_cannot_start_is_named_and_the_others_are_stopped(tmp_path):
    broken = "raise SystemExit('no such port')"
    with supervised(tmp_path, worker=PARENT, web=broken) as (process, output):
        assert process.wait(20) == 1
        assert "no such port" in output.read_text()
        assert "web could not start" in output.read_text()
        assert not any(map(alive, chain.from_iterable(pids(output, "worker"))))
