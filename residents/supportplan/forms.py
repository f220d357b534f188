from cura.core.records.forms import RowForm
from cura.core.ui.layout import Card
from residents.plan import reading
from residents.plan.forms import NEW, PaperForm, PlanForm, SharedForm
from residents.supportplan.models import HealthCarried, SupportPlan, SupportPlanPaper

MINE = ("matters", "good_at", "good_day", "how_to_be")
OURS = ("the_same", "health", "feelings", "school", "family", "identity", "skills", "next")


class SupportPlanForm(PlanForm):
    carried = (*MINE, *OURS, "my_page")

    class Meta(PlanForm.Meta):
        model = SupportPlan
        fields = (*MINE, *OURS, "my_page", *NEW)

    def parts(self) -> tuple:
        return (
            Card("In the child's own words", *MINE, hint="Write it together."),
            Card("How we help", *OURS[:1]),
            Card("Area by area", *OURS[1:]),
            Card("The page for the wall", "my_page"),
        )


class HealthCarriedForm(RowForm):
    class Meta(RowForm.Meta):
        model = HealthCarried
        fields = ("what", "said_in", "we_do", "who")


class SupportPlanPaperForm(PaperForm):
    class Meta(PaperForm.Meta):
        model = SupportPlanPaper


class SupportPlanSharedForm(SharedForm):
    class Meta(SharedForm.Meta):
        model = SupportPlan


def health_before(subject, user, now) -> list[dict]:
    """A new version begins with the recommendations of the one that stands."""
    last = reading.latest(SupportPlan, subject, user)
    return list(last.health_lines.values("what", "said_in", "we_do", "who")) if last else []
