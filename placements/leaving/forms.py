from django import forms

from cura.core.accounts.people import User
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Faces, Tiles
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep, Place
from residents.child.workers import workers
from residents.coming import ComingInput


class MovingOnForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = MovingOn
        fields = (
            "place", "words", "own_words", "planned_for", "decided_by", "ready", "look_again",
        )  # fmt: skip
        widgets = {"place": ChoiceChips, "planned_for": DayInput(), "look_again": DayInput()}

    def prepare(self) -> None:
        self.fields["place"].choices = Place.choices
        self.helper = cards(
            Card("Where to", "place", "words", "own_words"),
            Card("When", "planned_for", "decided_by", "look_again"),
            Card("Ready for it", "ready"),
        )


class MovingStepForm(RowForm):
    class Meta(RowForm.Meta):
        model = MovingStep
        fields = ("what", "who", "by_when", "done_on", "how")
        widgets = {"by_when": DayInput(), "done_on": DayInput()}


class OverForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = MovingOn
        fields = ("ended_why",)
        labels = {"ended_why": "Why does this plan end, and what does the child say?"}

    def prepare(self) -> None:
        self.fields["ended_why"].required = True


class LeavingForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Leaving
        fields = (
            "happened_at", "kind", "notice_by", "reason_child", "reason_council", "reason_home",
            "place", "address", "belongings", "life_story", "goodbye", "lesson",
        )  # fmt: skip
        widgets = {"kind": Tiles, "place": ChoiceChips}
        labels = {"happened_at": "When did it become clear?"}

    def prepare(self) -> None:
        self.fields["kind"].choices = Leaving.Kind.choices
        self.fields["place"].choices = Place.choices
        self.helper = cards(
            Card("How it ends", "happened_at", "kind", "notice_by"),
            Card(
                "Why, in three voices", "reason_child", "reason_council", "reason_home",
                hint="The three may differ. Each is written as it was said.",
            ),
            Card("Where to", "place", "address"),
            Card("What goes along", "belongings", "life_story", "goodbye"),
            Card("For us", "lesson"),
        )  # fmt: skip


class GoneForm(BareForm):
    """She has left: when, and who keeps in touch."""

    left_at = LondonDateTimeField(label="When did the child leave?")
    who = forms.ModelChoiceField(
        User.objects.none(), label="Who of us keeps in touch?", required=False, widget=Faces,
        help_text="After a week, a month, three and six months: as long as it is wanted.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["who"]
        field.queryset = workers(self.record.home, self.record.created_at)
        field.empty_label = "Not decided yet"


class AfterContactForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = AfterContact
        fields = ("happened_at", "why", "who")
        widgets = {"who": Faces}

    def prepare(self) -> None:
        self.fields["happened_at"].label = "When?"
        self.fields["happened_at"].widget = ComingInput()
        people = workers(self.home, self.now) if self.now else User.objects.all()
        self.fields["who"].queryset = people
        self.fields["who"].empty_label = "Not decided yet"


class HeldForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = AfterContact
        fields = ("went", "words", "own_words")
        widgets = {"went": Tiles}

    def prepare(self) -> None:
        self.fields["went"].choices = AfterContact.Went.choices
        self.fields["went"].required = True
        self.helper = cards(Card("How it went", "went", "words", "own_words"))

    def clean(self):
        cleaned = super().clean()
        talked = cleaned.get("went") in (AfterContact.Went.GOOD, AfterContact.Went.STOP)
        if talked and not (cleaned.get("words") or cleaned.get("own_words")):
            self.add_error("words", "Say in a few words what was said.")
        return cleaned
