from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, Tiles
from placements.reg41.models import Reg41Notice

CHOSEN = ("accommodated", "order", "needs")


class Reg41Form(RecordForm):
    class Meta(RecordForm.Meta):
        model = Reg41Notice
        fields = (
            "kind", "happened_at", "council", "authority", "authority_contact", "iro_contact",
            "accommodated", "order", "needs", "needs_council",
        )  # fmt: skip
        labels = {"happened_at": "When did the child come or leave?"}
        widgets = {
            "kind": Tiles, "accommodated": Tiles, "order": Tiles, "needs": ChoiceChips,
        }  # fmt: skip

    def prepare(self) -> None:
        self.fields["kind"].choices = Reg41Notice.Kind.choices
        for name in CHOSEN:
            self.fields[name].choices = self.fields[name].choices[1:]  # without the empty one
        for name in (*CHOSEN, "authority", "authority_contact", "iro_contact"):
            self.fields[name].later = True  # wanted before it goes
        for name in ("authority_contact", "iro_contact"):
            self.fields[name].widget.attrs |= {"rows": 2}
        self.helper = cards(
            Card("What we tell", "kind", "happened_at", "council"),
            Card("Who placed the child", "authority", "authority_contact", "iro_contact"),
            Card("In law", "accommodated", "order"),
            Card("School", "needs", "needs_council"),
        )


class SentForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Reg41Notice
        fields = ("sent_to", "sent_how")
        widgets = {"sent_how": Tiles}

    def prepare(self) -> None:
        for name in ("sent_to", "sent_how"):
            self.fields[name].required = True
        self.fields["sent_how"].choices = Reg41Notice.How.choices
