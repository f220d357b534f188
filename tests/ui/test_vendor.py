"""What we took from others is what it says it is, with its licence beside it."""

import hashlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = sorted(
    p.parent for top in ("static", "tests") for p in (ROOT / top / "vendor").glob("*/*/vendor.toml")
)
FREE = {"MIT", "OFL-1.1", "MPL-2.0", "0BSD", "BSD-3-Clause", "Apache-2.0"}


def about(folder):
    return tomllib.loads((folder / "vendor.toml").read_text())


def test_every_wish_of_bin_vendor_is_here():
    wishes = tomllib.loads((ROOT / "bin" / "vendor.toml").read_text())
    wanted = {(name, wish["npm"].rpartition("@")[2]) for name, wish in wishes.items()}
    assert wanted == {(p.parent.name, p.name) for p in PACKAGES}


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda p: p.parent.name)
def test_files_are_as_their_sums_say(folder):
    sums = about(folder)["sha256"]
    files = {p.name: p for p in folder.iterdir() if p.name != "vendor.toml"}
    assert set(sums) == set(files)
    assert sums == {n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in files.items()}


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda p: p.parent.name)
def test_licence_and_origin_are_kept(folder):
    said = about(folder)
    assert said["licence"] in FREE
    assert said["integrity"].startswith("sha512-")
    assert (said["name"], said["version"]) == (folder.parent.name, folder.name)
    assert len((folder / "LICENSE").read_text()) > 200


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda p: p.parent.name)
def test_no_file_points_to_a_map_that_is_not_there(folder):
    """collectstatic with hashed names would fail on it."""
    for path in folder.glob("*.*s"):
        if "static" in path.parts:
            assert b"sourceMappingURL" not in path.read_bytes()
