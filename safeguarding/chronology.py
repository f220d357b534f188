"""What of this app's records belongs in a child's chronology, and in her file."""

from django.urls import reverse

from cura.lib.words import plural
from residents.casefile.chronology import HARD, Source
from residents.casefile.paras import Answer, Para
from residents.casefile.sources import of_child
from safeguarding.consequence.models import Consequence
from safeguarding.restraint.models import Restraint

SOURCES = (
    Source(key="holds", title="Hold", tone=HARD, rows=of_child(Restraint),
           says=lambda row: row.words),
    Source(key="consequences", title="Consequence", rows=of_child(Consequence),
           says=lambda row: row.agreed or row.words),
)  # fmt: skip


def measures(child, user, now):
    """None is an answer, too."""
    count = sum(of_child(model)(child, user).count() for model in (Restraint, Consequence))
    said = plural(count, "record", "records") if count else "None so far"
    return Answer(said, reverse("restraints-list", args=[child.pk]))


PARAS = (
    Para(number=22, title="Measures of control, discipline or restraint", ask=measures,
         checked=False),
)  # fmt: skip
