from cura.core.records.types import Column
from cura.lib import london
from residents.plan.models import Plan


def _now(plan: Plan) -> str:
    if plan.overtaken:
        return "Before"
    return "Stands now" if plan.signed_at else "Being written"


TONES = {"Before": "quiet", "Stands now": "ok", "Being written": "warn"}
COLUMNS = (
    Column(title="When", of=lambda plan: london.words(plan.happened_at)),
    Column(title="Version", of=lambda plan: f"Version {plan.number}"),
    Column(title="Why", of=lambda plan: plan.get_why_now_display()),
    Column(title="What is new", of=lambda plan: plan.what_is_new, words=True),
    Column(title="With", of=lambda plan: plan.author.first_name),
    Column(title="Now", of=_now, tone=lambda plan: TONES[_now(plan)]),
)
