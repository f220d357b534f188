from django import forms

from cura.core.records.base import not_in_future
from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import ChoiceChips, Tiles
from safeguarding.holds.models import HoldType
from safeguarding.measure.forms import PresentForm, later, offer, people_of
from safeguarding.restraint.models import Hold, Injury, Restraint, RestraintPresent


def first_card(*more) -> Card:
    """The bad hour's page: the child is waiting."""
    return Card(
        "First", "safe", "hurt", Pair("called", "called_at"), *more, css_id="card-first",
        hint="Then save, and go back to the child. The rest can wait.",
    )  # fmt: skip


CHOSEN = ("safe", "hurt", "reason", "medical")


class RestraintForm(RecordForm):
    """Everything may be empty until it is signed, but the time."""

    class Meta(RecordForm.Meta):
        model = Restraint
        fields = (
            "safe", "hurt", "called", "called_at", "happened_at", "ended_at", "place", "words",
            "leading_up", "tried", "reason", "effect", "medical", "medical_words", "treatment",
            "came_after", "not_punishment",
        )  # fmt: skip
        widgets = {"safe": Tiles, "hurt": Tiles, "reason": Tiles, "medical": ChoiceChips}
        labels = {"happened_at": "When did it begin?"}

    def prepare(self) -> None:
        later(self, "ended_at", "safe", "reason", "medical")
        for name in CHOSEN:
            self.fields[name].choices = self.fields[name].choices[1:]  # without the empty one
        if self.now and self.instance._state.adding:
            self.initial.setdefault("called_at", self.now)
        self.helper = cards(
            first_card(),
            Card("When and where", Pair("happened_at", "ended_at"), "place"),
            Card("What happened", "words"),
            Card("Before it", "leading_up", "tried", "reason"),
            Card("How it ended", "effect", "medical", "medical_words", "treatment", "came_after"),
            Fold("This is not a punishment", "not_punishment"),
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        if not cleaned.get("called"):
            cleaned["called_at"] = None
        if self.now:
            self._not_yet(cleaned)
        return cleaned

    def _not_yet(self, cleaned: dict) -> None:
        for name in ("happened_at", "ended_at", "called_at"):
            try:
                not_in_future(cleaned.get(name), self.now)
            except forms.ValidationError as refused:
                self.add_error(name, refused)


class HoldForm(RowForm):
    class Meta(RowForm.Meta):
        model = Hold
        fields = ("person", "hold", "other", "minutes", "position")

    def prepare(self) -> None:
        home = self.home
        self.fields["person"].queryset = people_of(home, (self.instance.person_id,))
        known = HoldType.objects.filter(pk=self.instance.hold_id)
        taught = HoldType.objects.in_force().filter(home=home)
        self.fields["hold"].queryset = taught | known
        offer(self, "person", people_of(home))
        offer(self, "hold", taught)
        self.fields["minutes"].widget.attrs |= {"class": "form-control short", "min": "0"}
        layout = cards(Pair("person", "minutes"), "hold", "other", "position").layout
        self.helper.layout = layout


class RestraintPresentForm(PresentForm):
    class Meta(RowForm.Meta):
        model = RestraintPresent
        fields = ("person", "name")


class InjuryForm(RowForm):
    class Meta(RowForm.Meta):
        model = Injury
        fields = (
            "place", "x", "y", "kind", "whose", "who", "size_mm", "colour", "over_clothing",
            "treatment", "photo",
        )  # fmt: skip
        widgets = {"x": forms.HiddenInput, "y": forms.HiddenInput}

    def prepare(self) -> None:
        self.helper.layout = cards(
            Pair("place", "kind"), Pair("whose", "who"), Pair("size_mm", "colour"),
            "over_clothing", "treatment", "photo", "x", "y",
        ).layout  # fmt: skip


class UserSpokenForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Restraint
        fields = ("review",)


class ChildSpokenForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Restraint
        fields = ("child_words",)

    def prepare(self) -> None:
        self.fields["child_words"].required = True
