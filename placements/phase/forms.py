from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import DayInput, Tiles
from placements.phase.models import Phase


class PhaseForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Phase
        fields = ("number", "happened_at", "agreed_by", "agreed_on", "why")
        widgets = {
            "number": Tiles,
            "agreed_on": DayInput(),
        }
        labels = {"happened_at": "Since when?"}

    def prepare(self) -> None:
        self.fields["number"].choices = Phase.Number.choices
        self.helper = cards(
            Card("The phase", "number", "happened_at"),
            Card("How it was agreed", "agreed_by", "agreed_on", "why"),
        )
