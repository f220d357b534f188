from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import Faces, Tiles
from residents.calls.models import PhoneCall
from residents.child.models import Child


class PhoneCallForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = PhoneCall
        fields = ("direction", "who", "number", "child", "words", "agreed", "happened_at")
        widgets = {"direction": Tiles, "child": Faces}

    def prepare(self) -> None:
        self.fields["child"].queryset = Child.objects.living_in(
            self.subject, also=self.instance.child_id
        )
        self.fields["child"].empty_label = "Nobody"
        self.fields["number"].widget.attrs |= {"inputmode": "tel"}
        self.helper = cards(
            Card("Who", "direction", "child", "who"),
            Card("What", "words", "agreed"),
            Card("When", Pair("happened_at", "number")),
        )
