from cura.core.records.forms import RecordForm
from cura.core.ui.widgets import ChoiceChips
from safeguarding.holds.models import HoldType, Position


class HoldTypeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = HoldType
        fields = ("name", "provider", "edition", "position", "people", "note", "happened_at")
        widgets = {"position": ChoiceChips}
        labels = {"happened_at": "In force from"}

    def prepare(self) -> None:
        self.fields["position"].choices = Position.choices
