from django import forms

from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Tiles
from residents.keywork.models import KeyWork, KeyWorkAction, KeyWorkPrivate


class KeyWorkForm(RecordForm):
    """Unplanned in three taps: the child, the topic, the words. The time is now."""

    class Meta(RecordForm.Meta):
        model = KeyWork
        fields = ("topic", "words", "own_words", "kind", "happened_at", "minutes")
        widgets = {"topic": ChoiceChips, "kind": Tiles}

    def prepare(self) -> None:
        self.fields["topic"].choices = KeyWork.Topic.choices  # without the empty one
        self.helper = cards(
            Card("What happened", "topic", "words", "own_words"),
            Card("When", "kind", Pair("happened_at", "minutes")),
        )


class KeyWorkActionForm(RowForm):
    class Meta(RowForm.Meta):
        model = KeyWorkAction
        fields = ("what", "who", "by_when")
        widgets = {"by_when": DayInput()}


class KeyWorkPrivateForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = KeyWorkPrivate
        fields = ("words", "agreed")

    def prepare(self) -> None:
        self.helper = cards(Card("Between few", "words", Fold("Who may know", "agreed")))


class DoneForm(BareForm):
    """Which promise was kept. With one open promise there is nothing to choose."""

    action = forms.ModelChoiceField(
        queryset=KeyWorkAction.objects.none(), widget=forms.RadioSelect, empty_label=None,
        label="What is done?",
    )  # fmt: skip
    words = forms.CharField(label="What came of it?", widget=forms.Textarea, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = KeyWorkAction.objects.filter(key_work=self.record, done=None)
        self.fields["action"].queryset = rows
        self.initial.setdefault("action", rows.first())
