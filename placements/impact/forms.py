from crispy_forms.helper import FormHelper

from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, Tiles
from placements.impact.models import HouseholdVoice, ImpactAssessment, Pair
from placements.impact.whom import of_home, said
from residents.child.models import Child

LINES = {"rows": 2}


class ImpactForm(RecordForm):
    """Everything may wait until it is signed, but for whom it is."""

    class Meta(RecordForm.Meta):
        model = ImpactAssessment
        fields = (
            "referral", "happened_at", "result", "must_be_true", "staffing", "last_home_who",
            "last_home", "voice",
        )  # fmt: skip
        widgets = {"result": Tiles, "voice": Tiles}

    def prepare(self) -> None:
        self.fields["referral"].queryset = of_home(self.home, also=self.instance.referral_id)
        self.fields["referral"].label_from_instance = said
        for name in ("result", "voice"):
            self.fields[name].choices = self.fields[name].choices[1:]  # without the empty one
        for name in ("result", "staffing"):
            self.fields[name].later = True  # wanted before it is signed
        self.helper = cards(
            Card("Who may come", "referral", "happened_at"),
            Card("What we think", "result", "must_be_true", "staffing"),
            Card(
                "The last home", "last_home_who", "last_home",
                hint="Ring the manager of the last home. Papers leave out what matters most.",
            ),
            Card("Those who live here", "voice"),
        )  # fmt: skip


def ten_minutes() -> FormHelper:
    """What the short form leaves out can be added the next day, in a new one."""
    return cards(
        Card("Who may come", "referral", "happened_at"),
        Card("What we think", "result", "must_be_true", "staffing"),
        Card("The last home", "last_home_who", "last_home"),
    )


class PairForm(RowForm):
    class Meta(RowForm.Meta):
        model = Pair
        fields = ("child", "on_them", "from_them", "we_do", "sure")
        widgets = {"sure": ChoiceChips}

    def prepare(self) -> None:
        living = Child.objects.living_in(self.home, also=self.instance.child_id)
        self.fields["child"].queryset = living
        self.fields["sure"].choices = Pair.Sure.choices
        for name in ("on_them", "from_them", "we_do"):
            self.fields[name].widget.attrs |= LINES
            self.fields[name].later = True


class VoiceForm(RowForm):
    class Meta(RowForm.Meta):
        model = HouseholdVoice
        fields = ("child", "words")

    def prepare(self) -> None:
        living = Child.objects.living_in(self.home, also=self.instance.child_id)
        self.fields["child"].queryset = living
        self.fields["child"].empty_label = "All of them together"
        self.fields["words"].widget.attrs |= LINES


class RestaffedForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = ImpactAssessment
        fields = ("restaffed_why",)

    def prepare(self) -> None:
        self.fields["restaffed_why"].required = True
