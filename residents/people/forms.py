from django import forms

from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from residents.people.models import ImportantPerson


class ImportantPersonForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = ImportantPerson
        fields = (
            "name", "who", "who_words", "phone", "other_phone", "email", "limits", "may_ring",
            "emergency", "place_in_list", "address", "religion",
        )  # fmt: skip
        widgets = {
            "address": forms.Textarea(attrs={"rows": 3}),
            "phone": forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
            "other_phone": forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
        }

    def prepare(self) -> None:
        self.helper = cards(
            Card("Who", "name", "who", "who_words"),
            Card("What is not allowed", "limits"),
            Card(
                "How to reach them", Pair("phone", "other_phone"), "email", "may_ring", "emergency"
            ),
            Card("On the page", "place_in_list"),
            Fold("For the register", "address", "religion"),
        )


class NotAnyMoreForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = ImportantPerson
        fields = ("ended_why",)
        labels = {"ended_why": "What has changed, and does the child know?"}

    def prepare(self) -> None:
        self.fields["ended_why"].required = True


class KnownForm(RecordForm):
    """A tick made with the child, never about her."""

    class Meta(RecordForm.Meta):
        model = ImportantPerson
        fields = ("known_words",)

    def prepare(self) -> None:
        field = self.fields["known_words"]
        field.required = True
        field.help_text = "Ask and write it as said: the number in my phone; I ask Sam to ring."
        self.helper = cards(Card("Sit down with the child for this", "known_words"))
