from django import forms

from cura.core.records.forms import BareForm, RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips, Tiles
from residents.people.models import ImportantPerson
from residents.restriction.models import Restriction


class RestrictionForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Restriction
        fields = (
            "kind", "person", "happened_at", "words", "what", "agreed_with", "child_told",
            "own_words",
        )  # fmt: skip
        widgets = {"kind": Tiles}
        labels = {"happened_at": "Since when?"}

    def prepare(self) -> None:
        self.fields["kind"].choices = Restriction.Kind.choices
        people = ImportantPerson.objects
        seen = people.visible_to(self.user) if self.user else people.all()
        mine = seen.filter(child=self.subject, void_at=None)
        self.fields["person"].queryset = mine.order_by("place_in_list", "name")
        self.helper = cards(
            Card("What happened", "kind", "person", "happened_at", "words"),
            Card("What is limited", "what", "agreed_with"),
            Card("The child", "child_told", "own_words"),
        )


class ToldForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Restriction
        fields = ("told_whom", "told_how", "told_words")
        widgets = {"told_how": ChoiceChips}

    def prepare(self) -> None:
        self.fields["told_how"].choices = Restriction.How.choices
        for name in ("told_whom", "told_how"):
            self.fields[name].required = True


class AgainForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Restriction
        fields = ("again", "again_words")
        widgets = {"again": Tiles}

    def prepare(self) -> None:
        self.fields["again"].choices = Restriction.Again.choices
        for name in ("again", "again_words"):
            self.fields[name].required = True


class GoOnForm(BareForm):
    """What goes on from now, agreed with the council."""

    agreed_with = forms.CharField(label="With whom at the council is it agreed?", max_length=160)
    what = forms.CharField(
        label="What is limited from now, and what is not?", widget=forms.Textarea,
        help_text="The least that keeps the child safe.",
    )  # fmt: skip
    words = forms.CharField(label="Why is it still needed?", widget=forms.Textarea)
    child_told = forms.CharField(label="How was the child told, by whom?", widget=forms.Textarea)
    own_words = forms.CharField(
        label="What the child says about it, in her or his words", widget=forms.Textarea,
        required=False,
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("what", self.record.what)
