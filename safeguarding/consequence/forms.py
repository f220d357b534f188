from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import Tiles
from residents.child.models import Child
from safeguarding.consequence.models import Consequence, ConsequencePresent, OtherChild
from safeguarding.measure.forms import PresentForm, later, people_of


class ConsequenceForm(RecordForm):
    """What happened, then what puts it right. Only kinds that the law allows can be chosen."""

    class Meta(RecordForm.Meta):
        model = Consequence
        fields = (
            "happened_at", "place", "words", "leading_up", "tried", "kind", "agreed", "decided_by",
            "child_said", "amount", "weeks", "pocket_money", "effect", "came_after",
            "hurt", "treatment", "not_punishment",
        )  # fmt: skip
        widgets = {"kind": Tiles, "hurt": Tiles}
        labels = {"happened_at": "When was it agreed?"}

    def prepare(self) -> None:
        later(self, "kind", "agreed")
        for name in ("kind", "hurt"):
            self.fields[name].choices = self.fields[name].choices[1:]  # without the empty one
        self.fields["decided_by"].queryset = people_of(self.home, (self.instance.decided_by_id,))
        if self.user and self.instance._state.adding:
            self.initial.setdefault("decided_by", self.user.pk)
        for name in ("amount", "weeks", "pocket_money"):
            self.fields[name].widget.attrs["class"] = "form-control short"
        self.helper = cards(
            Card("What happened", "happened_at", "place", "words", "leading_up", "tried"),
            Card("What follows", "kind", "agreed", "decided_by"),
            Card("The talk", "child_said"),
            Fold("Paying back a part", Pair("amount", "weeks"), "pocket_money"),
            Card("How it went", "effect", "came_after", "hurt", "treatment"),
            Fold("This is not a punishment", "not_punishment"),
        )


class OtherChildForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = OtherChild
        fields = ("child", "said")

    def prepare(self) -> None:
        others = Child.objects.living_in(self.home, also=self.instance.child_id)
        self.fields["child"].queryset = others.exclude(pk=self.subject.pk)


class ConsequencePresentForm(PresentForm):
    class Meta(RowForm.Meta):
        model = ConsequencePresent
        fields = ("person", "name")


class UserSpokenForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Consequence
        fields = ("review",)


class ChildSpokenForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Consequence
        fields = ("child_words",)

    def prepare(self) -> None:
        self.fields["child_words"].required = True
