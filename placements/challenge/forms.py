from django import forms

from cura.core.records.forms import BareForm, RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from placements.challenge.models import Challenge


class ChallengeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Challenge
        fields = (
            "kind", "ground", "noticed_at", "title", "words", "why", "own_words", "wanted_by",
            "level", "to_name", "agency", "how", "happened_at",
        )  # fmt: skip
        widgets = {
            "kind": Tiles,
            "ground": ChoiceChips,
            "level": ChoiceChips,
            "how": ChoiceChips,
            "wanted_by": DayInput(),
        }
        labels = {"happened_at": "When was it sent?"}

    def prepare(self) -> None:
        for name in ("kind", "ground", "how", "level"):
            choices = self.fields[name].choices
            self.fields[name].choices = [
                choice for choice in choices if choice[0] not in ("", None)
            ]
        authority = getattr(self.subject, "authority", "")
        if authority and self.instance._state.adding:
            self.initial.setdefault("agency", authority)
        self.helper = cards(
            Card("What we ask for", "kind", "ground", "title", "words", "wanted_by"),
            Card("Why", "why", "own_words"),
            Card("To whom", "level", Pair("to_name", "agency"), "how"),
            Card("When", "noticed_at", "happened_at"),
        )


class AnswerForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Challenge
        fields = ("answer", "enough")
        widgets = {"enough": Tiles}

    def prepare(self) -> None:
        self.fields["enough"].choices = Challenge.Enough.choices
        for name in ("answer", "enough"):
            self.fields[name].required = True


class NextForm(BareForm):
    """The next level: what has changed since the last letter; all else is taken over."""

    to_name = forms.CharField(label="To whom now?", max_length=160)
    how = forms.ChoiceField(label="How is it sent?", choices=Challenge.How.choices,
                            widget=ChoiceChips)  # fmt: skip
    words = forms.CharField(label="What we ask for", widget=forms.Textarea)
    why = forms.CharField(label="What the waiting does to the child", widget=forms.Textarea)
    wanted_by = forms.DateField(
        label="By when do we need it?", required=False,
        widget=DayInput(),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("words", "why", "how"):
            self.initial.setdefault(name, getattr(self.record, name))
