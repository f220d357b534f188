from django import forms

from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips
from placements.service.models import Service, Session
from residents.child.models import Child

DAY = {"type": "date"}


def day_box() -> forms.DateInput:
    return forms.DateInput(attrs=DAY, format="%Y-%m-%d")


class ServiceForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Service
        fields = (
            "kind", "child", "for_whom", "asked_by", "aims", "own_words", "happened_at",
            "agreed_until",
        )  # fmt: skip
        widgets = {"kind": ChoiceChips, "agreed_until": day_box()}
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
        widgets = {"on": day_box(), "until": day_box()}


class EndForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Service
        fields = ("ended_how",)

    def prepare(self) -> None:
        self.fields["ended_how"].required = True
