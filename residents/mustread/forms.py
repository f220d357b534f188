from datetime import timedelta

from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import Faces, Tiles
from residents.child.models import Child
from residents.coming import ComingInput
from residents.mustread.models import MustRead

USUALLY = timedelta(days=2)


class MustReadForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = MustRead
        fields = ("words", "child", "for_whom", "by_when")
        widgets = {"child": Faces, "for_whom": Tiles}

    def prepare(self) -> None:
        self.fields["by_when"].widget = ComingInput()
        self.fields["child"].queryset = Child.objects.living_in(
            self.subject, also=self.instance.child_id
        )
        self.fields["child"].empty_label = "The house"
        if self.now:
            self.initial.setdefault("by_when", self.now + USUALLY)
        self.helper = cards(
            Card("What and about whom", "words", "child"),
            Card("Who reads it, by when", "for_whom", "by_when"),
        )


class OverForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = MustRead
        fields = ("why_ended",)
        labels = {"why_ended": "Why does nobody need to read it any more?"}
