"""The lock files fix every version by hash and name no address, so that any mirror serves."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {"requirements.lock": (), "requirements-dev.lock": ("dev",)}
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.M)
ADDRESS = re.compile(r"://|\bfile:|(?<![\w-])/\w|^-|@ ", re.M)


def normal(name):
    """PEP 503: `Crispy_Bootstrap5` and `crispy-bootstrap5` are one."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


def pins(lock):
    return dict(PIN.findall((ROOT / lock).read_text()))


def wanted(extras):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][e] for e in extras)]
    return {normal(name) for names in lists for name in names}


@pytest.mark.parametrize(("lock", "extras"), LOCKS.items())
def test_lock_covers_pyproject(lock, extras):
    assert wanted(extras) - pins(lock).keys() == set(), "run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(lock):
    assert ADDRESS.findall((ROOT / lock).read_text()) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_version_has_a_hash(lock):
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_is_tested_is_what_runs():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
