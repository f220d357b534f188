from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import DayInput, Tiles
from placements.notice.models import PlacementNotice


class NoticeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = PlacementNotice
        fields = ("kind", "happened_at", "why", "told_who", "told_at", "ends_on")
        labels = {"happened_at": "When was it decided?"}
        widgets = {
            "kind": Tiles,
            "ends_on": DayInput(),
        }

    def prepare(self) -> None:
        self.fields["kind"].choices = PlacementNotice.Kind.choices
        self.helper = cards(
            Card("What was decided", "kind", "happened_at", "why"),
            Card("The council", "told_who", "told_at", "ends_on"),
        )


class EndNoticeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = PlacementNotice
        fields = ("ended_why",)
        labels = {"ended_why": "What has changed, and who is safe now?"}

    def prepare(self) -> None:
        self.fields["ended_why"].required = True
