from django import forms

from cura.core.records.forms import RowForm
from cura.core.ui.layout import Card
from residents.plan import reading
from residents.plan.forms import NEW, PaperForm, PlanForm, SharedForm
from residents.safetyplan.models import SafetyPlan, SafetyPlanPaper, SafetyPlanPerson

MINE = ("triggers", "early_signs", "helps", "ask_me", "not_helps", "i_can", "afterwards")
OURS = ("worries", "adults_do", "never")


class SafetyPlanForm(PlanForm):
    carried = (*MINE, *OURS)

    class Meta(PlanForm.Meta):
        model = SafetyPlan
        fields = (*MINE, *OURS, *NEW)

    def parts(self) -> tuple:
        return (
            Card(
                "In the child's own words", *MINE[:5],
                hint="Write it together, a little at a time. It becomes a page for the child.",
            ),
            Card("Afterwards, and what I can do", *MINE[5:]),
            Card("What the adults know and do", *OURS),
        )  # fmt: skip


class SafetyPlanPersonForm(RowForm):
    class Meta(RowForm.Meta):
        model = SafetyPlanPerson
        fields = ("name", "phone", "when")
        widgets = {"phone": forms.TextInput(attrs={"type": "tel"})}


class SafetyPlanPaperForm(PaperForm):
    class Meta(PaperForm.Meta):
        model = SafetyPlanPaper


class SafetyPlanSharedForm(SharedForm):
    class Meta(SharedForm.Meta):
        model = SafetyPlan


def people_before(subject, user, now) -> list[dict]:
    """A new version begins with the people of the one that stands."""
    last = reading.latest(SafetyPlan, subject, user)
    return list(last.people.values("name", "phone", "when")) if last else []
