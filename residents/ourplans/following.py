"""When a child leaves or comes back, her plans and aims stop or begin to be due."""

from datetime import datetime

from cura.core.deadlines.engine import sync
from residents.aims.models import Aim
from residents.ourplans.kinds import KINDS
from residents.plan.models import PlanLook
from residents.plan.reading import asked_open


def follow(child, now: datetime) -> None:
    rows = list(Aim.objects.of(child).open())
    for kind in KINDS:
        label = kind._meta.label_lower
        rows += PlanLook.objects.filter(child=child, label=label).order_by("-at")[:1]
        rows += asked_open(label, [child.pk])
    for row in rows:
        sync(row, now)
