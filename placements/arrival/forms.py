from django import forms

from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import Tiles
from placements.arrival.models import SECTIONS, FirstDay, HouseHeard


class FirstDayForm(RecordForm):
    """The report. When she came can be put right here, and the clock with it."""

    class Meta(RecordForm.Meta):
        model = FirstDay
        fields = ("happened_at", *SECTIONS)
        labels = {"happened_at": "Through the door at"}

    def prepare(self) -> None:
        self.helper = cards(
            Card("Coming here", "happened_at", "coming"),
            Card("What was chosen", "own_words"),
            Card("How it was", "seen", "likes", "hard", "night"),
            Card("People", "family", "others"),
            Card("Rights", "rights"),
            Card("What comes next", "next_days"),
        )


class HeardForm(forms.ModelForm):
    class Meta:
        model = HouseHeard
        fields = ("when", "who", "told", "feelings", "worries", "plans")
        widgets = {"when": Tiles}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["when"].choices = HouseHeard.When.choices
        for name in ("feelings", "worries", "plans"):
            self.fields[name].widget.attrs["rows"] = 2
