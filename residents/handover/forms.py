from django import forms

from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import ChoiceChips, Tiles
from residents.child.models import Child
from residents.handover import gather, habit
from residents.handover.models import Handover, HandoverCount, HandoverLine


class HandoverForm(RecordForm):
    """Which handover, who is on, who drives, the house. The children follow as lines."""

    class Meta(RecordForm.Meta):
        model = Handover
        fields = ("change", "happened_at", "on_shift", "driving", "house")
        widgets = {"change": Tiles}

    def prepare(self) -> None:
        self.fields["change"].choices = habit.choices(self.subject)
        for name in ("on_shift", "driving", "house"):
            self.fields[name].widget.attrs["rows"] = 2
        if self.now and self.user and self.instance._state.adding:
            self._fill()
        self.helper = cards(
            Card("Which handover", "change", "happened_at"),
            Card("Today", "on_shift", "driving", "house"),
        )

    def _fill(self) -> None:
        self.initial.setdefault("change", habit.nearest(self.subject, self.now)[0])
        if not self.is_bound:
            entries = gather.coming(self.subject, self.user, self.now)
            self.initial.setdefault("driving", gather.driving(entries, self.now))
            self.initial.setdefault("on_shift", gather.on(self.subject, self.now))


class StartedForm(RowForm):
    """A line that the system began. It asks its answer even when nothing was typed in it."""

    started_by = ""

    def has_changed(self) -> bool:
        began = self.instance._state.adding and self.initial.get(self.started_by)
        return bool(began) or super().has_changed()


class HandoverLineForm(StartedForm):
    started_by = "child"

    class Meta(RowForm.Meta):
        model = HandoverLine
        fields = ("child", "how", "next", "red", "appointments")
        widgets = {"child": forms.HiddenInput}

    def prepare(self) -> None:
        self.fields["child"].queryset = Child.objects.living_in(self.subject)
        for name in ("how", "next", "appointments"):
            self.fields[name].widget.attrs["rows"] = 2


class HandoverCountForm(RowForm):
    class Meta(RowForm.Meta):
        model = HandoverCount
        fields = ("what", "amount", "right", "note")
        widgets = {"right": ChoiceChips}

    def prepare(self) -> None:
        self.fields["right"].choices = HandoverCount.Right.choices
        self.fields["right"].label = "Right?"
        self.helper.layout = cards("what", Pair("amount", "note"), "right").layout


class TakeForm(RecordForm):
    """The shift is taken by who comes on. Each red line is ticked, one by one."""

    read_lines = forms.MultipleChoiceField(
        label="I have read", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta(RecordForm.Meta):
        model = Handover
        fields = ("read_lines",)

    def prepare(self) -> None:
        self.red = {str(line.pk): line for line in self.instance.red()}
        field = self.fields["read_lines"]
        field.choices = [(pk, f"I have read: {line.receipt}") for pk, line in self.red.items()]
        field.initial = []
        self.initial["read_lines"] = []
        field.label = "Must be read before you take the shift"
        if not self.red:
            field.help_text = "There is no must-read line in this handover."
        self.helper = cards(Card("Taking the shift", "read_lines"))

    def clean_read_lines(self) -> list[str]:
        ticked = self.cleaned_data["read_lines"]
        if set(self.red) - set(ticked):
            raise forms.ValidationError("Read each of these lines, and tick it.", code="unread")
        return [self.red[pk].receipt for pk in ticked]
