"""Who came in, by what, and what was tried (ASVS 5.0 16.3.1): a chain of its own.

A try that the lock-out refused is not written: an outsider could fill the log with them. Of a name
that nobody has only the fact is written, for people now and then type their password there.
"""

from datetime import datetime

from django.db import transaction

from cura.core.accounts.people import User
from cura.core.audit import log

CHAIN = "sign-in"
NOBODY = "Somebody at the door"


@transaction.atomic
def came_in(user: User, *, how: str, now: datetime, tablet=None) -> None:
    where = log.target(user) | {"home_id": tablet and tablet.home_id}
    body = {"how": how, "tablet": str(tablet or "")}
    log.append(chain=CHAIN, actor=user, action="signed.in", now=now, body=body, **where)


@transaction.atomic
def failed(user: User | None, *, how: str, now: datetime) -> None:
    where = log.target(user) if user else {}
    log.append(
        chain=CHAIN, actor=NOBODY, action="sign-in.failed", now=now, body={"how": how}, **where
    )  # fmt: skip
