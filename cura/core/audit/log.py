"""Append to the audit chains: `wrote` in the action's own transaction, `read` in one of its own.

Order in an action: the audit comes last, because it takes the head of the home's chain and holds
it until the commit. One transaction writes to one chain (two chains in opposite order in two
transactions is a deadlock); an action over two homes says which chain with `chain=`.
"""

from datetime import datetime
from uuid import UUID

from django.db import models, transaction

from cura.core.audit import statements
from cura.core.audit.context import current
from cura.core.audit.heads import export
from cura.core.audit.models import AuditEvent, Change
from cura.lib.canonical import canonical, canonical_json, sha256_hex

HASHED = (
    "chain", "seq", "prev", "at", "actor_id", "actor", "action", "label", "object_id", "title",
    "home_id", "child_id", "body", "request_id", "address",
)  # fmt: skip
READERS: list[str] = []  # names of those who want to hear of each write, from `ready()`


def digest(values: dict) -> str:
    """The hash of an entry: all its columns, with that of the entry before among them."""
    return sha256_hex(canonical_json([canonical(values[name]) for name in HASHED]))


def append(*, chain: str, actor, action: str, now: datetime, **values) -> None:
    """Add one entry inside the caller's transaction. `actor` is a user, or words for somebody
    without an account ("link holder: M. Cole"), or for the program itself ("Cura")."""
    seq, prev = statements.take_head(chain)
    context = current()
    row = {
        "label": "", "object_id": None, "title": "", "home_id": None, "child_id": None,
        **values,
        "chain": chain,
        "seq": seq + 1,
        "prev": prev,
        "at": now,
        "actor_id": getattr(actor, "pk", None),
        "actor": str(actor)[:120],
        "action": action,
        "body": canonical_json(values.get("body") or {}),
        "request_id": context.request_id,
        "address": context.address,
    }  # fmt: skip
    row["title"] = row["title"][:200]
    row["hash"] = digest(row)
    statements.insert(AuditEvent, row)
    statements.move_head(chain, row["seq"], row["hash"])
    transaction.on_commit(lambda: export(chain, row["seq"], row["hash"]))


def target(subject: models.Model) -> dict:
    """How an entry names what it is about: label, id, title, home, child. A model that is itself
    the home or the child of its entries says so: `entered_as = "home_id"`."""
    where = {
        "label": subject._meta.label_lower,
        "object_id": subject.pk if isinstance(subject.pk, UUID) else None,
        "title": str(subject),
        "home_id": getattr(subject, "home_id", None),
        "child_id": getattr(subject, "child_id", None),
    }
    if column := getattr(subject, "entered_as", ""):
        where[column] = subject.pk
    return where


def chain_of(home_id) -> str:
    return f"home:{home_id}" if home_id else "organisation"


def wrote(subject: models.Model, action: str, *, by, now: datetime, chain=None, **body) -> None:
    """A write, with its row in the outbox for each reader. Last thing in an action."""
    where = target(subject)
    outbox(where, now)
    append(
        chain=chain or chain_of(where["home_id"]),
        actor=by,
        action=action,
        now=now,
        body=body,
        **where,
    )


def outbox(where: dict, at: datetime) -> None:
    if where["object_id"]:
        for reader in READERS:
            statements.insert(Change, where | {"reader": reader, "at": at})


@transaction.atomic
def read(subject: models.Model, action: str, *, by, now: datetime, **body) -> None:
    """A read of a record, page or file. If it cannot be written, the page is not shown."""
    where = target(subject)
    append(
        chain=f"read:{where['home_id'] or 'organisation'}",
        actor=by,
        action=action,
        now=now,
        body=body,
        **where,
    )
