from django import forms

from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from residents.aims.models import Aim, AimEntry, AimStep


class AimForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Aim
        fields = (
            "area", "words", "voice", "starting_point", "wanted", "source_words", "happened_at",
        )  # fmt: skip
        labels = {"happened_at": "When was it agreed?"}
        widgets = {"area": ChoiceChips, "voice": Tiles}

    def prepare(self) -> None:
        self.fields["area"].choices = Aim.Area.choices  # without the empty one
        self.fields["voice"].choices = Aim.Voice.choices
        self.helper = cards(
            Card("The aim", "area", "words", "voice"),
            Card("From where to where", "starting_point", "wanted"),
            Card("Where it comes from", "source_words", "happened_at"),
        )


class AimStepForm(RowForm):
    class Meta(RowForm.Meta):
        model = AimStep
        fields = ("what", "we_do", "who", "by_when")
        widgets = {"by_when": DayInput()}


class CloseForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Aim
        fields = ("how_ended", "ended_words", "ended_own_words")
        widgets = {"how_ended": Tiles}

    def prepare(self) -> None:
        self.fields["how_ended"].choices = Aim.Ended.choices
        self.fields["how_ended"].required = True
        self.fields["ended_words"].required = True
        self.helper = cards(Card("How it ended", "how_ended", "ended_words", "ended_own_words"))


class TellForm(BareForm):
    """What we did and how far it is, for one day. Any of it may stay empty, not all of it."""

    on = forms.DateField(
        label="Which day?", widget=DayInput(), required=False,
        help_text="Empty: today.",
    )  # fmt: skip
    step = forms.ChoiceField(label="Which step?", widget=ChoiceChips, required=False)
    did = forms.CharField(label="What we did", widget=forms.Textarea, required=False)
    stands = forms.TypedChoiceField(
        label="How far is it now?", widget=Tiles, choices=AimEntry.Stands.choices, coerce=int,
        empty_value=None, required=False,
    )  # fmt: skip
    moved = forms.CharField(
        label="What moved, or did not", widget=forms.Textarea, required=False,
        help_text="What was seen or heard. It stands beside what we did: nobody says “because”.",
    )  # fmt: skip
    own_words = forms.CharField(
        label="How the child sees it", widget=forms.Textarea, required=False,
        help_text="As said, without putting it right.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        steps = [step.what for step in self.record.steps.all()]
        self.fields["step"].choices = [(what, what) for what in steps]
        did = ("step", "did") if steps else ("did",)
        if not steps:
            del self.fields["step"]
        self.helper = cards(
            Card("How far it is", "stands", "moved", "own_words"),
            Card("What we did", *did, "on"),
        )

    def clean(self):
        given = super().clean()
        told = (given.get("did"), given.get("moved"), given.get("own_words"))
        if not any(told) and given.get("stands") is None:
            raise forms.ValidationError("Write one thing at least: what we did, or what moved.")
        return given
