"""Where a reminder about a plan leads: to the version that stands, or to where one is begun."""

from uuid import UUID

from django.urls import reverse

from cura.core.records import registry
from residents.child.rights import holds
from residents.plan import reading
from residents.plan.models import OfPlan, PlanAsked, PlanLook


def _place(model: type[OfPlan]):
    def address(user, pk: UUID) -> str | None:
        row = model.objects.filter(pk=pk).select_related("child").first()
        if row is None or not holds(user, model.read, row.child):
            return None
        type = registry.of(row.label)
        plan = reading.in_force(type.model, user).filter(child=row.child).first()
        if plan is None:
            return reverse(type.url("list"), args=[row.child_id])
        return reverse(type.url("detail"), args=[plan.pk])

    return address


PLACES = {model._meta.label_lower: _place(model) for model in (PlanLook, PlanAsked)}
