from django import forms

from cura.core.accounts.home import Bed
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import BirthDateField, ChoiceChips, DayInput, Tiles
from placements.referral.models import Referral, ReferralNeed
from residents.child.models import Child
from residents.coming import ComingInput

BY_PHONE = "by_phone"  # the short page, for a call in the evening


class ReferralForm(RecordForm):
    born = BirthDateField(
        label="Date of birth", help_text="Day, month, year: 3 9 2011.", required=False
    )
    by_phone = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta(RecordForm.Meta):
        model = Referral
        fields = (
            "happened_at", "came_by", "needed_tonight", "authority", "from_name", "from_phone",
            "from_email", "first_name", "last_name", "called", "born", "age", "sex", "wanted_from",
            "pasted", "where_now", "happened", "danger", "legal_basis", "to_know",
        )  # fmt: skip
        widgets = {
            "came_by": Tiles, "sex": ChoiceChips, "danger": ChoiceChips,
            "wanted_from": DayInput(),
            "from_phone": forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
        }  # fmt: skip
        labels = {"happened_at": "When did it come?"}

    def prepare(self) -> None:
        for name in ("sex", "danger"):
            self.fields[name].choices = [c for c in self.fields[name].choices if c[0]]
        if self.data.get(BY_PHONE) == "1":
            self.ask_by_phone()
        else:
            self.ask_all()

    def ask_all(self) -> None:
        self.helper = cards(
            Card("How it came", "happened_at", "came_by", "needed_tonight"),
            Card("Who asks", "authority", "from_name", Pair("from_phone", "from_email")),
            Card(
                "For whom", Pair("first_name", "last_name"), "called", "born",
                "age", "sex", "wanted_from",
            ),
            Card("How it is now", "where_now", "happened", "danger", "legal_basis"),
            Card("What we would need to know", "to_know"),
            Fold("What they wrote", "pasted"),
        )  # fmt: skip

    def ask_by_phone(self) -> None:
        """What is written while they speak, in the order in which it is said."""
        self.fields[BY_PHONE].initial = "1"
        self.fields["came_by"].initial = self.initial["came_by"] = Referral.Came.PHONE
        self.fields["needed_tonight"].initial = self.initial["needed_tonight"] = True
        for name in ("came_by", "needed_tonight", "happened_at"):
            self.fields[name].widget = self.fields[name].hidden_widget()
        self.fields["from_name"].label = "Who rings?"
        self.fields["from_phone"].label = "Number to ring back"
        self.fields["age"].help_text = ""
        self.fields[
            "legal_basis"
        ].help_text = "With police protection the council has no parental responsibility."
        self.helper = cards(
            BY_PHONE, "came_by", "needed_tonight", "happened_at",
            Card("Who rings", "from_name", "from_phone", "authority"),
            Card("The child", Pair("first_name", "age"), "sex", "where_now"),
            Card("What has happened", "happened", "danger", "legal_basis"),
        )  # fmt: skip


class NeedForm(RowForm):
    class Meta(RowForm.Meta):
        model = ReferralNeed
        fields = ("need", "said")


class NoForm(BareForm):
    reason = forms.ChoiceField(label="Why not?", choices=Referral.Reason.choices, widget=Tiles)
    words = forms.CharField(label="In words, if you like", max_length=200, required=False)


class YesForm(BareForm):
    planned_arrival = LondonDateTimeField(label="When is she to come?", widget=ComingInput)
    bed = forms.ModelChoiceField(
        Bed.objects.none(), label="In which room?", widget=forms.RadioSelect, empty_label=None
    )

    def __init__(self, *args, record=None, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        rooms = Bed.objects.filter(home=record.home, in_use=True)
        taken = Referral.objects.waiting().exclude(pk=record.pk).filter(home=record.home)
        self.fields["bed"].queryset = rooms.exclude(pk__in=taken.values("bed"))
        sleeps = Child.objects.living_in(record.home).exclude(bed=None)
        names = {child.bed_id: child.name for child in sleeps}
        self.fields["bed"].label_from_instance = lambda bed: (
            f"{bed}: {names[bed.pk]} sleeps there now" if bed.pk in names else str(bed)
        )
        self.initial.setdefault("planned_arrival", record.planned_arrival)
        self.initial.setdefault("bed", record.bed_id)
