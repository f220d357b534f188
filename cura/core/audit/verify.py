"""Check the chains against themselves, their heads in the database, and the heads outside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from cura.core.audit.heads import latest
from cura.core.audit.log import HASHED, digest
from cura.core.audit.models import AuditEvent, Chain


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was written: where, and in plain words what."""

    where: str
    what: str


def chains(home=None) -> Iterator[Finding]:
    """Every broken link: edits, deletions, insertions, swaps, a cut tail. Of a home or of all."""
    last: dict[str, tuple[int, str]] = {}
    rows = AuditEvent.objects.order_by("chain", "seq", "id").values(*HASHED, "hash")
    outside, inside = latest(), Chain.objects.all()
    if home:
        names = (f"home:{home}", f"read:{home}")
        outside = {chain: head for chain, head in outside.items() if chain in names}
        rows, inside = rows.filter(chain__in=names), inside.filter(pk__in=names)
    seen_outside: set[str] = set()
    for row in rows.iterator(chunk_size=5000):
        chain, seq = row["chain"], row["seq"]
        before, before_hash = last.get(chain, (0, ""))
        if seq != before + 1:
            yield Finding(f"{chain} {seq}", f"follows entry {before}: entries are missing or added")
        elif row["prev"] != before_hash or digest(row) != row["hash"]:
            yield Finding(f"{chain} {seq}", "the entry is not what was written")
        last[chain] = (seq, row["hash"])
        if chain in outside and outside[chain][0] == seq:
            seen_outside.add(chain)
            if outside[chain][1] != row["hash"]:
                yield Finding(f"{chain} {seq}", "differs from the head kept outside the database")
    for chain in outside.keys() - seen_outside:
        yield Finding(chain, f"entry {outside[chain][0]}, known outside the database, is gone")
    yield from _heads_inside(last, inside)


def _heads_inside(last: dict[str, tuple[int, str]], inside) -> Iterator[Finding]:
    heads = {c.key: (c.seq, c.hash) for c in inside}
    for chain in heads.keys() | last.keys():
        if heads.get(chain, (0, "")) != last.get(chain, (0, "")):
            yield Finding(chain, "the head row does not match the newest entry")
