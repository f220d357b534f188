from django import forms

from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from placements.visits.kinds import BY_KEY, CHOICES
from placements.visits.models import Visit
from residents.coming import ComingInput
from residents.diary.called_off_form import CalledOffForm
from residents.diary.models import DiaryEntry
from residents.people.models import ImportantPerson


class VisitForm(RecordForm):
    """Three taps: who, when, save. A time that is past leads on to how it went."""

    class Meta(RecordForm.Meta):
        model = Visit
        fields = ("kind", "who", "happened_at", "place", "purpose", "told", "told_how")
        widgets = {"kind": ChoiceChips, "told": Tiles}

    def prepare(self) -> None:
        self.fields["kind"].choices = CHOICES
        self.fields["happened_at"].label = "When is it, or was it?"
        self.fields["happened_at"].widget = ComingInput()
        self.fields["told"].choices = DiaryEntry.Told.choices
        self.helper = cards(
            Card("Who and when", "kind", "who", "happened_at", "place"),
            Card("Does the child know?", "told", "told_how"),
            Fold("More", "purpose"),
        )

    def clean_who(self) -> str:
        """The one who stands among her people, when no name was written."""
        kind = BY_KEY.get(self.cleaned_data.get("kind", ""))
        who = self.cleaned_data["who"].strip()
        if who or kind is None or not kind.who or self.user is None:
            return who
        people = ImportantPerson.objects.visible_to(self.user).standing()
        people = people.filter(child=self.subject, who__in=kind.who, ended_at=None)
        found = people.order_by("place_in_list", "name").first()
        return found.name if found else ""

    def clean(self):
        if self.instance.cancelled_at:
            raise forms.ValidationError("This was called off. Plan another one instead.")
        return super().clean()


class HeldForm(RecordForm):
    """How it went. Whether she was seen alone is asked where it should be so."""

    happened_at = LondonDateTimeField(label="When was it?")

    class Meta(RecordForm.Meta):
        model = Visit
        fields = (
            "happened_at", "seen_alone", "seen_alone_why", "own_words", "came_of_it", "next_on",
            "next_words",
        )  # fmt: skip
        widgets = {
            "seen_alone": Tiles,
            "next_on": DayInput(),
        }

    def prepare(self) -> None:
        self.fields["came_of_it"].required = self.fields["own_words"].required = True
        first = ["happened_at"]
        if self.instance.sort.alone:
            self.fields["seen_alone"].required = True
            self.fields["seen_alone"].choices = Visit.Alone.choices
            first += ["seen_alone", "seen_alone_why"]
        else:
            del self.fields["seen_alone"], self.fields["seen_alone_why"]
        self.helper = cards(
            Card("How it was", *first),
            Card("What was said and what came of it", "own_words", "came_of_it"),
            Card("What is next", Pair("next_on"), "next_words"),
        )

    def clean(self):
        if self.instance.cancelled_at:
            raise forms.ValidationError("This was called off.")
        return super().clean()


class CancelForm(CalledOffForm):
    class Meta(CalledOffForm.Meta):
        model = Visit

    def clean(self):
        if self.instance.held_at:
            raise forms.ValidationError("It has taken place, so it cannot be called off.")
        return super().clean()
