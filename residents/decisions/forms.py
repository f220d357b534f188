from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import DayInput, Tiles
from residents.decisions.models import Decision
from residents.people.models import ImportantPerson


class DecisionForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Decision
        fields = (
            "question", "other_words", "who", "person", "without_asking", "limits", "since",
            "evidence", "evidence_on",
        )  # fmt: skip
        widgets = {
            "who": Tiles,
            "since": DayInput(),
            "evidence_on": DayInput(),
        }

    def prepare(self) -> None:
        self.fields["who"].choices = Decision.Who.choices  # without the empty one
        people = ImportantPerson.objects
        seen = people.visible_to(self.user) if self.user else people.all()
        mine = seen.filter(child=self.subject, void_at=None, ended_at=None)
        self.fields["person"].queryset = mine.order_by("place_in_list", "name")
        self.helper = cards(
            Card("The question", "question", "other_words"),
            Card("The answer", "who", "person", "without_asking", "limits"),
            Card("How we know", "since", Pair("evidence", "evidence_on")),
        )
