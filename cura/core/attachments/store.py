"""Where the bytes lie: `DATA/files/<aa>/<sha256>`, named by their own hash and by nobody else.

Two files with the same content are one. Reading checks the hash, so that what was signed for is
what is shown, or nobody sees anything.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from cura.lib.canonical import sha256_hex
from cura.lib.files import atomic_write, hash_file

DIGEST = re.compile(r"[0-9a-f]{64}")


class Damaged(Exception):
    """The file is not there, or is no longer what was put in. The message holds its hash."""


def put(data: bytes) -> str:
    """Keep the bytes and say their hash. They are on the disk when this returns.

    Bytes that were kept before are only checked, and mended if they are damaged.
    """
    digest = sha256_hex(data)
    if not is_sound(digest):
        atomic_write(_path(digest), data)
    return digest


def get(digest: str) -> bytes:
    """The bytes. Raises Damaged."""
    try:
        data = _path(digest).read_bytes()
    except OSError:
        raise Damaged(f"{digest} cannot be read.")
    if sha256_hex(data) != digest:
        raise Damaged(f"{digest} is no longer what was put in.")
    return data


def is_sound(digest: str) -> bool:
    """Whether the file is there and whole; reads it in pieces."""
    try:
        return hash_file(_path(digest)) == digest
    except OSError:
        return False


def remove(digest: str) -> None:
    """Take the bytes away. The caller has made sure that no row names them any more."""
    _path(digest).unlink(missing_ok=True)


def digests() -> Iterator[str]:
    """All that lies there, for the backup and for the search for what no row names."""
    for path in sorted(_folder().glob("??/*")):
        if DIGEST.fullmatch(path.name):
            yield path.name


def _folder() -> Path:
    return settings.DATA / "files"


def _path(digest):
    if not DIGEST.fullmatch(digest):
        raise ValueError("A file is asked for by its hash.")
    return _folder() / digest[:2] / digest
