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
        if self.user:
            self.fields["change"].choices = habit.choices(self.subject, self.user)
        for name in ("on_shift", "driving", "house"):
            self.fields[name].widget.attrs["rows"] = 2
        if self.now and self.user and self.instance._state.adding:
            self._fill()
        self.helper = cards(
            Card("Which handover", "change", "happened_at"),
            Card("Today", "on_shift", "driving", "house"),
        )

    def _fill(self) -> None:
        self.initial.setdefault("change", habit.nearest(self.subject, self.user, self.now)[0])
        if not self.is_bound:
            entries = gather.coming(self.subject, self.user, self.now)
            self.initial.setdefault("driving", gather.driving(entries, self.now))
            self.initial.setdefault("on_shift", gather.on(self.subject, self.now))


class HandoverLineForm(RowForm):
    """One child. The system began the line, so it asks its answer."""

    class Meta(RowForm.Meta):
        model = HandoverLine
        fields = ("child", "how", "next", "red", "appointments")
        widgets = {"child": forms.HiddenInput}

    def prepare(self) -> None:
        self.fields["child"].queryset = Child.objects.living_in(
            self.subject, also=self.instance.child_id
        )
        for name in ("how", "next", "appointments"):
            self.fields[name].widget.attrs["rows"] = 2
        self.helper.layout = cards("child", Pair("how", "next"), "red", "appointments").layout


class HandoverCountForm(RowForm):
    """One thing that is counted; a line that nobody answered was not counted, and is not kept."""

    class Meta(RowForm.Meta):
        model = HandoverCount
        fields = ("what", "amount", "right", "note")
        widgets = {"right": ChoiceChips, "what": forms.HiddenInput}

    def prepare(self) -> None:
        self.fields["right"].choices = HandoverCount.Right.choices
        for name in ("amount", "note"):
            self.fields[name].widget.attrs["class"] = "form-control"

    def has_changed(self) -> bool:
        return forms.ModelForm.has_changed(self)


UNREAD = "Read each of these lines, and tick it."


class TakeForm(RecordForm):
    """The shift is taken by who comes on. Each red line is ticked, one by one."""

    read_lines = forms.MultipleChoiceField(
        label="Must be read before you take the shift",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": UNREAD},
    )

    class Meta(RecordForm.Meta):
        model = Handover
        fields = ("read_lines",)

    def prepare(self) -> None:
        self.red = {str(line.pk): line for line in self.instance.red()}
        self.initial["read_lines"] = []
        if not self.red:
            del self.fields["read_lines"]
            return
        field = self.fields["read_lines"]
        field.choices = [(pk, f"I have read: {line.receipt}") for pk, line in self.red.items()]
        self.helper = cards(Card("Taking the shift", "read_lines"))

    def clean_read_lines(self) -> list[str]:
        ticked = self.cleaned_data["read_lines"]
        if set(self.red) - set(ticked):
            raise forms.ValidationError(UNREAD, code="unread")
        return [self.red[pk].receipt for pk in ticked]
