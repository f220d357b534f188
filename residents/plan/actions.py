"""The only writer of when plans were looked at, and of what asks for it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.audit import log
from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records import snapshot
from cura.core.records.actions import lock, must_stand, require
from residents.plan.models import Plan, PlanAsked, PlanLook
from residents.plan.reading import asked_open, is_newest


def signed(*, record: Plan, by, now: datetime) -> None:
    """A signed version is a look at the plan. The shape of a moment's `then`."""
    _look(record, by, now)


@transaction.atomic
def stands(*, record: Plan, by, values: dict, now: datetime) -> PlanLook:
    """It was looked at and stands as it is. The shape of a step's `do`."""
    held = lock(record)
    require(by, P.PLAN_WRITE, held)
    must_stand(held)
    if not held.signed_at or not is_newest(held):
        raise ValidationError("Only the version that stands now is looked at.", code="not-this")
    return _look(held, by, now, **values)


def _look(plan: Plan, by, now: datetime, **words) -> PlanLook:
    """The look itself; then the clocks that it answers."""
    waiting = list(asked_open(plan._meta.label_lower, [plan.child_id]))
    look = PlanLook.objects.create(
        label=plan._meta.label_lower, plan_id=plan.pk, child_id=plan.child_id,
        home_id=plan.home_id, by=by, at=now, **words,
    )  # fmt: skip
    for row in (look, *waiting):
        sync(row, now)
    log.wrote(look, "plan.looked", by=by, now=now, snapshot={"columns": snapshot.columns(look)})
    return look


@transaction.atomic
def ask_to_look(
    *, kind: type[Plan], child, cause, words: str, by, now: datetime
) -> PlanAsked | None:
    """Something happened of which the plan speaks, or no plan stands: it is looked at again.
    Asked once for one cause. Records of the apps above call this when they are written."""
    label = kind._meta.label_lower
    row, new = PlanAsked.objects.get_or_create(
        label=label, cause_id=cause.pk,
        defaults={
            "cause_label": cause._meta.label_lower, "child": child, "home": child.home, "by": by,
            "at": max(cause.happened_at, child.arrived_at), "words": words,
        },
    )  # fmt: skip
    if not new:
        return None
    sync(row, now)
    log.wrote(
        row, "plan.asked", by=by, now=now, chain=log.chain_of(cause.home_id),
        snapshot={"columns": snapshot.columns(row)},
    )  # fmt: skip
    return row
