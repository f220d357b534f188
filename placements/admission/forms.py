from django import forms

from cura.core.accounts.duty import on_shift
from cura.core.records.base import not_in_future
from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from placements.admission.models import Admission
from placements.impact.whom import of_home, said
from residents.child import known, rooms
from residents.child.models import Child
from residents.child.workers import workers

LINES = {"rows": 2}
# What must be in hand before the door: it may be empty now, and is not called optional.
WANTED = ("legal_status", "consent_from", "on_shift", *(name for name, _ in Admission.ASKED))


def before(user, home, referral) -> list[Child]:
    """Children who left homes of the organisation and may be the one whom the referral names."""
    names = {name: getattr(referral, name) for name in ("first_name", "last_name", "born")}
    return known.lived_before(user, home, names) if all(names.values()) else []


class AdmissionForm(RecordForm):
    """What must be in hand before the door opens: ten minutes by phone."""

    class Meta(RecordForm.Meta):
        model = Admission
        fields = (
            "referral", "legal_status", "looked_after_on", "legal_from", "consent_from", "danger",
            "danger_words", "allergies", "allergies_words", "medicines", "medicines_words",
            "unlabelled", "hidden", "hidden_words", "on_shift", "short_break",
        )  # fmt: skip
        widgets = {
            "legal_status": ChoiceChips, "danger": Tiles, "allergies": Tiles, "medicines": Tiles,
            "hidden": Tiles, "looked_after_on": DayInput(),
        }  # fmt: skip

    def prepare(self) -> None:
        self.fields["referral"].queryset = of_home(self.home, also=self.instance.referral_id)
        self.fields["referral"].label_from_instance = said
        for name, _ in Admission.ASKED:
            self.fields[name].choices = self.fields[name].choices[1:]  # without the empty one
            self.fields[f"{name}_words"].widget.attrs |= LINES
        self.fields["legal_status"].choices = self.fields["legal_status"].choices[1:]
        for name in WANTED:
            self.fields[name].later = True
        if self.now and self.instance._state.adding:
            there = ", ".join(person.name for person in on_shift(self.home, self.now))
            self.initial.setdefault("on_shift", there)
        self.helper = cards(
            Card("Who comes", "referral", "short_break"),
            Card("On what basis", "legal_status", "looked_after_on", "legal_from", "consent_from"),
            Card("Danger", "danger", "danger_words"),
            Card("Allergies", "allergies", "allergies_words"),
            Card("Medicines", "medicines", "medicines_words", "unlabelled"),
            Card("The address", "hidden", "hidden_words"),
            Card("Who is here", "on_shift"),
        )


class DoorForm(RecordForm):
    """She stands in the hall: when, and which room. Who lived here before has a file that goes
    on: it is asked only when somebody like her has one."""

    same = forms.ModelChoiceField(
        Child.objects.none(), label="Lived here before?", required=False,
        empty_label="No, this is another child",
        help_text="If it is the same child, that file goes on: nothing is lost.",
    )  # fmt: skip

    class Meta(RecordForm.Meta):
        model = Admission
        fields = ("came_at", "bed", "key_worker")

    def prepare(self) -> None:
        home = self.instance.home
        self.initial["came_at"] = self.instance.came_at or self.now
        self.fields["came_at"].required = True
        bed = self.fields["bed"]
        bed.queryset = rooms.free().filter(home=home)
        bed.empty_label, bed.error_messages["invalid_choice"] = "Not decided yet", rooms.TAKEN
        self.initial["bed"] = self.instance.bed_id or self.instance.referral.bed_id
        team = self.fields["key_worker"]
        if self.now:
            team.queryset = workers(home, self.now)
        team.empty_label = "Nobody yet"
        self._before(home)
        asked = [name for name in ("same",) if name in self.fields]
        self.helper = cards(Card("In the hall", *asked, "came_at", "bed", "key_worker"))

    def _before(self, home) -> None:
        found = before(self.user, home, self.instance.referral) if self.user else []
        if not found:
            del self.fields["same"]
            return
        self.fields["same"].queryset = Child.objects.filter(pk__in=[child.pk for child in found])

    def clean_came_at(self):
        not_in_future(self.cleaned_data["came_at"], self.now or self.cleaned_data["came_at"])
        return self.cleaned_data["came_at"]
