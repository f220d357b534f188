"""Who called it off, why, and how the child was told: asked in the same words everywhere."""

from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import Tiles
from residents.diary.called_off import CalledOff


class CalledOffForm(RecordForm):
    """`Meta.model` is said by the kind of record."""

    class Meta(RecordForm.Meta):
        fields = ("cancelled_whom", "cancelled_why", "cancelled_told")
        widgets = {"cancelled_whom": Tiles}

    def prepare(self) -> None:
        for field in self.fields.values():
            field.required = True
        self.fields["cancelled_whom"].choices = CalledOff.CalledOffBy.choices
        self.fields["cancelled_told"].help_text = "By whom, when, and what the child said."
        self.helper = cards(Card("Called off", *self.fields))
