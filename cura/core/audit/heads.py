"""The heads of the chains, kept outside the database: a cut tail shows against them."""

import os

from django.conf import settings

FILE = "audit-heads.log"


def export(chain: str, seq: int, digest: str) -> None:
    """Append one line. One `write` with O_APPEND is whole even when several processes write."""
    path = settings.DATA / FILE
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, f"{chain} {seq} {digest}\n".encode())
    finally:
        os.close(handle)


def latest() -> dict[str, tuple[int, str]]:
    """The highest head noted for each chain: `{chain: (seq, hash)}`."""
    heads: dict[str, tuple[int, str]] = {}
    path = settings.DATA / FILE
    if not path.exists():
        return heads
    with path.open() as lines:
        for line in lines:
            chain, seq, digest = line.split()
            if int(seq) >= heads.get(chain, (0, ""))[0]:
                heads[chain] = (int(seq), digest)
    return heads
