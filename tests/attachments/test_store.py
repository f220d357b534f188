import hashlib
import stat

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cura.core.attachments import store
from cura.core.attachments.store import Damaged


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "files"


def test_named_by_its_hash_and_for_the_owner_only(folder):
    digest = store.put(b"words")
    assert digest == hashlib.sha256(b"words").hexdigest()
    path = folder / digest[:2] / digest
    assert path.read_bytes() == b"words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert store.get(digest) == b"words"
    assert store.is_sound(digest)


@hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
@given(st.binary())
def test_there_and_back(data):
    assert store.get(store.put(data)) == data


def test_the_same_bytes_lie_there_once(folder):
    assert store.put(b"words") == store.put(b"words")
    assert list(store.digests()) == [store.put(b"words")]


@pytest.mark.parametrize("change", [b"", b"Words", b"words and more"])
def test_changed_bytes_are_never_shown_and_mended_by_putting_again(folder, change):
    digest = store.put(b"words")
    (folder / digest[:2] / digest).write_bytes(change)
    assert not store.is_sound(digest)
    with pytest.raises(Damaged, match=digest):
        store.get(digest)
    store.put(b"words")
    assert store.get(digest) == b"words"


def test_a_missing_file_is_damaged():
    digest = store.put(b"words")
    store.remove(digest)
    store.remove(digest)
    assert not store.is_sound(digest)
    with pytest.raises(Damaged):
        store.get(digest)


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "/etc"]
)
def test_only_a_hash_asks_for_a_file(name):
    for ask in (store.get, store.is_sound, store.remove):
        with pytest.raises(ValueError):
            ask(name)


def test_scraps_of_a_cut_write_are_passed_over(folder):
    digest = store.put(b"words")
    (folder / digest[:2] / ".writing-x").write_bytes(b"half")
    assert list(store.digests()) == [digest]
