"""What is written about aims beyond the record itself: made in one step, and how they go."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.permissions import Permission as P
from cura.core.records import actions, registry
from cura.core.records.actions import lock, must_stand, require
from cura.core.records.keeping import keep_row
from cura.core.records.sheet import Sheet
from cura.lib import london
from residents.aims.models import Aim, AimEntry


@transaction.atomic
def set_aim(
    *,
    child,
    area: str,
    words: str,
    starting_point: str,
    wanted: str,
    by,
    now: datetime,
    source=None,
    voice: str = Aim.Voice.TOGETHER,
    submission: UUID | None = None,
) -> Aim:
    """Make an aim out of a recommendation, a plan or a review in one step. `source` is the record
    that it comes from. Raises ValidationError with the messages of the page."""
    type = registry.of(Aim)
    data = {
        "area": area, "words": words, "starting_point": starting_point, "wanted": wanted,
        "voice": voice, "happened_at": f"{london.local(now):%Y-%m-%dT%H:%M}",
        "aimstep-TOTAL_FORMS": "0", "aimstep-INITIAL_FORMS": "0",
    }  # fmt: skip
    sheet = Sheet.build(type, subject=child, user=by, now=now, data=data)
    if source is not None:
        sheet.form.instance.source_label = source._meta.label_lower
        sheet.form.instance.source_id = source.pk
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    return actions.create(
        sheet=sheet, type=type, subject=child, by=by, submission=submission, now=now
    )


@transaction.atomic
def tell(*, record: Aim, by, values: dict, now: datetime) -> AimEntry:
    """Write how an aim goes. The shape of a step's `do`."""
    held = lock(record)
    require(by, P.DAILY_WRITE, held)
    must_stand(held)
    if held.closed_at:
        raise ValidationError("This aim is closed. Set a new one if it goes on.", code="closed")
    today = london.local_date(now)
    entry = AimEntry(aim=held, by=by, at=now, **values | {"on": values.get("on") or today})
    entry.full_clean(exclude=("aim", "by"))
    if entry.on > today:
        raise ValidationError("This day has not come yet.", code="future")
    return keep_row(entry, held, "aim.told", by, now)
