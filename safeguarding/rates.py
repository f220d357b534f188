"""How often there was a hold or a consequence, for each hundred child-nights."""

from functools import partial

from cura.core.panels.rates import Rate
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.present import detail_url
from safeguarding.consequence.models import Consequence
from safeguarding.measure.models import Measure
from safeguarding.restraint.models import Restraint


def _standing(model: type[Measure], home, user):
    rows = model.objects.visible_to(user).standing().filter(home=home)
    return rows.select_related("child")


def _says(record: Measure) -> str:
    return f"{record.child.name}, {record.place}" if record.place else record.child.name


def _opens(record: Measure) -> str:
    return detail_url(registry.of(record), record)


def _rate(key: str, title: str, model: type[Measure], order: int) -> Rate:
    return Rate(
        key=key, title=title, permission=P.SAFEGUARDING_READ, events=partial(_standing, model),
        says=_says, opens=_opens, order=order,
    )  # fmt: skip


RATES = (
    _rate("holds", "Holds", Restraint, 20),
    _rate("consequences", "Consequences", Consequence, 21),
)
