"""What follows from a placement plan: agreed outcomes become aims; the clock of reg. 18 ends."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records.actions import lock, must_stand, require
from placements.plan.models import PlacementPlan
from residents.aims.actions import set_aim
from residents.aims.models import Aim


def signed(*, record: PlacementPlan, by, now: datetime) -> None:
    """The duty to have a plan of our own is the child's, not the record's. A moment's `then`."""
    sync(record.child, now)


def not_aims_yet(plan: PlacementPlan) -> list:
    """The agreed outcomes of which no aim was made. An aim that was set aside is not made again:
    its submission is the key of its line."""
    lines = list(plan.outcomes.all())
    made = Aim.objects.filter(submission__in=[line.pk for line in lines])
    known = set(made.values_list("submission", flat=True))
    return [line for line in lines if line.pk not in known]


@transaction.atomic
def make_aims(*, record: PlacementPlan, by, values: dict, now: datetime) -> list[Aim]:
    """Every agreed outcome as an aim. The shape of a step's `do`."""
    held = lock(record)
    require(by, P.PLAN_WRITE, held)
    must_stand(held)
    if not held.signed_at:
        raise ValidationError("First the plan is signed.", code="too-early")
    return [
        set_aim(
            child=held.child, area=line.area, words=line.words, wanted=line.wanted,
            starting_point=line.starting_point, source=held, submission=line.pk, by=by, now=now,
        )
        for line in not_aims_yet(held)
    ]  # fmt: skip
