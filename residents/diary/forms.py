from django import forms

from cura.core.accounts.people import User
from cura.core.records.forms import BareForm, RecordForm
from cura.core.ui.layout import Card, Fold, cards
from cura.core.ui.widgets import ChoiceChips, DayInput, Faces, ManyFaces, Tiles
from cura.lib import london
from residents.child.models import Child
from residents.child.workers import workers
from residents.coming import ComingInput
from residents.diary.called_off_form import CalledOffForm
from residents.diary.models import DiaryEntry
from residents.until import ClockField, UntilForm

MOST_WEEKS = 52


class WeeklyForm(forms.Form):
    """For whom else, and until when each week: what makes several entries of one."""

    children = forms.ModelMultipleChoiceField(
        Child.objects.none(), label="For whom?", required=False, widget=ManyFaces,
        help_text="Nobody chosen: it is for the whole house. Each child gets their own entry.",
    )  # fmt: skip
    weekly_until = forms.DateField(
        label="Every week, until", required=False,
        widget=DayInput(),
        help_text="Each week gets an entry of its own, so that one may be changed alone.",
    )  # fmt: skip


class DiaryForm(UntilForm, WeeklyForm, RecordForm):
    """Three taps: what it is, for whom, save. The rest waits until somebody knows it."""

    until = ClockField(label="Until", required=False, help_text="Like 16:30.")

    class Meta(RecordForm.Meta):
        model = DiaryEntry
        fields = (
            "kind", "title", "happened_at", "place", "takes_out", "driver", "going_with", "car",
            "told", "told_how", "words", "house_only",
        )  # fmt: skip
        widgets = {"kind": ChoiceChips, "driver": Faces, "told": Tiles}

    def prepare(self) -> None:
        self.fields["happened_at"].label = "When?"
        self.fields["happened_at"].widget = ComingInput()
        self.fields["driver"].queryset = (
            workers(self.subject, self.now) if self.now else User.objects.all()
        )
        self.fields["driver"].empty_label = "Nobody yet"
        self.fields["told"].choices = [c for c in self.fields["told"].choices if c[0]]
        self.show_until()
        if self.instance._state.adding:
            self.fields["children"].queryset = Child.objects.living_in(self.subject)
        else:
            del self.fields["children"], self.fields["weekly_until"]
        self.helper = self._layout()

    def _layout(self):
        whom = [n for n in ("children",) if n in self.fields]
        weekly = [n for n in ("weekly_until",) if n in self.fields]
        return cards(
            Card("What and when", "kind", "title", *whom, "happened_at", "until"),
            Card("How they get there", "takes_out", "driver", "going_with", "place", "car"),
            Card("Does the child know?", "told", "told_how"),
            Fold("More", *weekly, "words", "house_only"),
        )

    def clean(self):
        cleaned = super().clean()
        if self.instance.cancelled_at:
            raise forms.ValidationError("This was called off. Write a new entry instead.")
        start = cleaned.get("happened_at")
        self.keep_until(start)
        if self.instance._state.adding:
            self.instance.child = next(iter(cleaned.get("children") or ()), None)
        elif self.has_changed():
            self.instance.changed_at = self.now
        until = cleaned.get("weekly_until")
        if until and start and (until - london.local_date(start)).days > 7 * MOST_WEEKS:
            self.add_error("weekly_until", "At most a year ahead.")
        return cleaned


class AgainForm(WeeklyForm, BareForm):
    """The same again: for other children, or every week."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["children"]
        field.label, field.help_text = "For whom else?", "Each child gets their own entry."
        field.queryset = Child.objects.living_in(self.record.home).exclude(pk=self.record.child_id)
        self.helper = cards(Card("The same again", "children", "weekly_until"))

    def clean(self):
        cleaned = super().clean()
        until, start = cleaned.get("weekly_until"), london.local_date(self.record.happened_at)
        if not until and not cleaned.get("children"):
            raise forms.ValidationError("Choose a child, or a day until which it repeats.")
        if until and not 0 <= (until - start).days <= 7 * MOST_WEEKS:
            self.add_error("weekly_until", "A day after this one, at most a year ahead.")
        return cleaned


class OutcomeForm(RecordForm):
    """How she was before, during and after: asked of family time and visits, else one box."""

    class Meta(RecordForm.Meta):
        model = DiaryEntry
        fields = ("before", "during", "after", "who_came")

    def prepare(self) -> None:
        whole = self.instance.kind in (DiaryEntry.Kind.FAMILY, DiaryEntry.Kind.VISIT)
        if whole:
            self.fields["during"].required = True
        else:
            del self.fields["before"], self.fields["after"]
        self.helper = cards(Card("How it went", *self.fields))

    def clean(self):
        if self.instance.cancelled_at:
            raise forms.ValidationError("This was called off.")
        return super().clean()


class CancelForm(CalledOffForm):
    class Meta(CalledOffForm.Meta):
        model = DiaryEntry

    def prepare(self) -> None:
        super().prepare()
        if not self.instance.child_id:  # of the house: there is nobody to tell
            del self.fields["cancelled_told"]
            self.helper = cards(Card("Called off", *self.fields))

    def clean(self):
        if self.instance.outcome_at:
            raise forms.ValidationError("It has happened, so it cannot be called off.")
        return super().clean()
