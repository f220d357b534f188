from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import DayInput, Tiles
from placements.plan.models import PlacementPlan, PlanOutcome, PlanPerson

AGREED = ("why_here", "purpose", "will_have_changed", "how_long", "own_words")
ARRANGED = ("health", "education", "family_time", "every_day", "visits")


class PlacementPlanForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = PlacementPlan
        fields = ("basis", "happened_at", "where", *AGREED, *ARRANGED)
        widgets = {"basis": Tiles}
        labels = {"happened_at": "When did you meet?"}

    def prepare(self) -> None:
        self.fields["basis"].choices = PlacementPlan.Basis.choices
        self.helper = cards(
            Card("The meeting", "basis", Pair("happened_at", "where")),
            Card("Why here, and what for", *AGREED),
            Card("How it is arranged", *ARRANGED),
        )


class PlanPersonForm(RowForm):
    class Meta(RowForm.Meta):
        model = PlanPerson
        fields = ("name", "part", "came")


class PlanOutcomeForm(RowForm):
    class Meta(RowForm.Meta):
        model = PlanOutcome
        fields = ("area", "words", "starting_point", "wanted")


class ChildForm(RecordForm):
    """The child's answer. A refusal is an answer, and stands in her words."""

    class Meta(RecordForm.Meta):
        model = PlacementPlan
        fields = ("answer", "answer_words")
        widgets = {"answer": Tiles}

    def prepare(self) -> None:
        self.fields["answer"].choices = PlacementPlan.Answer.choices
        self.fields["answer"].required = True
        self.helper = cards(Card("What the child says to it", "answer", "answer_words"))

    def clean(self):
        given = super().clean()
        no = given.get("answer") == PlacementPlan.Answer.NO
        if no and not given.get("answer_words", "").strip():
            self.add_error("answer_words", "What did the child say? A few words are enough.")
        return given


class CouncilForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = PlacementPlan
        fields = ("council_name", "council_on")
        widgets = {"council_on": DayInput()}

    def prepare(self) -> None:
        for name in self.Meta.fields:
            self.fields[name].required = True
        self.helper = cards(Card("Signed for the council", Pair("council_name", "council_on")))
