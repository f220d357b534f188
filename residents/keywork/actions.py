"""What is written about key work beyond the record itself: a promise kept."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records import snapshot
from cura.core.records.actions import lock, must_stand, require
from residents.keywork.models import KeyWork, KeyWorkAction, KeyWorkDone


@transaction.atomic
def keep_promise(*, record: KeyWork, by, values: dict, now: datetime) -> KeyWorkDone:
    """Say that one of the actions is done. The shape of a step's `do`."""
    held = lock(record)
    require(by, P.KEYWORK_WRITE, held)
    must_stand(held)
    action: KeyWorkAction = values["action"]
    if action.key_work_id != held.pk or KeyWorkDone.objects.filter(action=action).exists():
        raise ValidationError("This has been done already.", code="done")
    done = KeyWorkDone.objects.create(action=action, words=values["words"], by=by, at=now)
    where = log.target(held)
    log.outbox(where, now)
    log.append(
        chain=log.chain_of(held.home_id), actor=by, action="keywork.done", now=now,
        body={"snapshot": {"columns": snapshot.columns(done)}},
        **where | {"label": done._meta.label_lower, "object_id": done.pk},
    )  # fmt: skip
    return done
