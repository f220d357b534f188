"""A hold is more than a household forgets in a day: who may come is thought about again."""

from cura.lib import london
from placements.impact.incidents import Happened
from safeguarding.restraint.models import Restraint


def over(home, since, now) -> list[Happened]:
    rows = Restraint.objects.standing().filter(home=home)
    rows = rows.filter(happened_at__gt=since, happened_at__lte=now)
    return [
        Happened(str(pk), f"a hold on {london.words(at)}", at)
        for pk, at in rows.order_by("happened_at").values_list("pk", "happened_at")
    ]
