from django import forms

from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm, RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from cura.lib import london
from residents.coming import ComingInput
from residents.diary.forms import MOST_WEEKS
from residents.familytime.models import FamilyTime
from residents.people.models import ImportantPerson
from residents.until import ClockField

TILES = ("way", "freedom", "planned_by")
CHIPS = ("watched_by", "decided_by")


class FamilyTimeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = FamilyTime
        fields = (
            "person", "whom", "way", "how_often", "own_words", "freedom", "limits", "decided_by",
            "paper", "planned_by", "watched_by", "asked_by", "asked_on", "look_again",
        )  # fmt: skip
        widgets = {
            "way": ChoiceChips,
            "freedom": Tiles,
            "planned_by": ChoiceChips,
            "watched_by": ChoiceChips,
            "decided_by": ChoiceChips,
            "asked_on": DayInput(),
            "look_again": DayInput(),
        }

    def prepare(self) -> None:
        people = ImportantPerson.objects
        seen = people.visible_to(self.user) if self.user else people.all()
        mine = seen.filter(child=self.subject, void_at=None, ended_at=None)
        self.fields["person"].queryset = mine.order_by("place_in_list", "name")
        self.fields["person"].empty_label = "Somebody else"
        for name in TILES:
            self.fields[name].choices = [c for c in self.fields[name].choices if c[0]]
        for name in CHIPS:
            self.fields[name].choices = [c for c in self.fields[name].choices if c[0]]
        self.helper = cards(
            Card("With whom", "person", "whom", "way", "how_often", "own_words"),
            Card("How free", "freedom", "limits", "decided_by", "paper"),
            Card("Whose task", "planned_by", "watched_by", Pair("asked_by", "asked_on")),
            Card("Next", "look_again"),
        )


class OverForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = FamilyTime
        fields = ("ended_why",)
        labels = {"ended_why": "Why does it end, and what does the child say?"}

    def prepare(self) -> None:
        self.fields["ended_why"].required = True


class PlanForm(BareForm):
    """When they see each other next: it stands in the diary then."""

    starts = LondonDateTimeField(label="When?", widget=ComingInput)
    until = ClockField(label="Until", required=False, help_text="Like 16:30.")
    place = forms.CharField(label="Where?", max_length=160, required=False)
    weekly_until = forms.DateField(
        label="Every week, until", required=False,
        widget=DayInput(),
    )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        starts, last = cleaned.get("starts"), cleaned.get("weekly_until")
        if starts and last:
            if not 0 <= (last - london.local_date(starts)).days <= 7 * MOST_WEEKS:
                self.add_error("weekly_until", "A day after the first one, at most a year ahead.")
        return cleaned
