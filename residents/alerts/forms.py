from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from residents.alerts.models import Alert


class AlertForm(RecordForm):
    """Changed here and nowhere else."""

    class Meta(RecordForm.Meta):
        model = Alert
        fields = ("words", "tone", "icon", "why", "review_on")
        widgets = {
            "tone": Tiles,
            "icon": ChoiceChips,
            "review_on": DayInput(),
        }

    def prepare(self) -> None:
        self.helper = cards(
            Card("The alert", "words", "tone", "icon"),
            Card("Behind it", "why", "review_on"),
        )


class EndAlertForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Alert
        fields = ("ended_why",)
        labels = {"ended_why": "Why does it no longer stand?"}

    def prepare(self) -> None:
        self.fields["ended_why"].required = True
