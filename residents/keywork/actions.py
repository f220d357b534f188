"""What is written about key work beyond the record itself: a promise kept."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.permissions import Permission as P
from cura.core.records.actions import lock, must_stand, require
from cura.core.records.keeping import keep_row
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
    done = KeyWorkDone(action=action, words=values["words"], by=by, at=now)
    return keep_row(done, held, "keywork.done", by, now)
