"""Files that are either wholly there or not there at all."""

import hashlib
import os
import tempfile
from pathlib import Path


def hash_file(path: Path) -> str:
    """SHA-256 in hex, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def atomic_write(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write beside, flush to the disk, then rename: a reader sees the old file or the new one.

    Folders that are missing are made, open to the owner only. Raises OSError as the disk does.
    """
    _make_folder(path.parent)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _make_folder(folder):
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    _flush_folder(folder.parent)


def _flush_folder(folder):
    """The name of a new file is only safe once its folder is on the disk too."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
