from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, DayInput
from placements.service.models import Service, Session
from residents.child.models import Child


class ServiceForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Service
        fields = (
            "kind", "child", "for_whom", "asked_by", "aims", "own_words", "happened_at",
            "agreed_until",
        )  # fmt: skip
        widgets = {"kind": ChoiceChips, "agreed_until": DayInput()}
        labels = {"happened_at": "Since when?"}

    def prepare(self) -> None:
        self.fields["kind"].choices = Service.Kind.choices
        self.fields["child"].queryset = Child.objects.filter(home=self.home)
        self.fields["child"].empty_label = "Somebody else"
        self.helper = cards(
            Card("What and for whom", "kind", "child", "for_whom", "asked_by"),
            Card("What for", "aims", "own_words"),
            Card("When", "happened_at", "agreed_until"),
        )


class SessionForm(RowForm):
    class Meta(RowForm.Meta):
        model = Session
        fields = ("on", "until", "minutes", "who", "words")
        widgets = {"on": DayInput(), "until": DayInput()}


class EndForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Service
        fields = ("ended_how",)

    def prepare(self) -> None:
        self.fields["ended_how"].required = True
