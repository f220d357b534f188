from django import forms
from django.core.exceptions import ValidationError

from cura.core.accounts.people import User
from cura.core.records.forms import BareForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import DayInput
from cura.lib import london


class ExclusionForm(BareForm):
    person = forms.ModelChoiceField(User.objects.none(), label="Who?", empty_label="Choose")
    why = forms.CharField(
        label="Why?",
        widget=forms.Textarea,
        help_text="Read only by those who could have decided this.",
    )
    last_day = forms.DateField(
        label="Until the end of which day?",
        required=False,
        widget=DayInput(),
        help_text="Empty: until somebody ends it.",
    )

    def __init__(self, *args, people, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["person"].queryset = User.objects.filter(pk__in=[p.pk for p in people])
        self.fields["person"].label_from_instance = lambda user: user.name
        self.helper = cards(Card("Keep it from somebody", "person", "why", "last_day"))

    def clean_last_day(self):
        day = self.cleaned_data["last_day"]
        if day and day < london.local_date(self.now):
            raise ValidationError("That day is over.")
        if day and day.year > 2200:
            raise ValidationError("Look at the year again.")
        return day

    @property
    def until(self):
        """The moment after that day, or None."""
        day = self.cleaned_data["last_day"]
        return london.day_bounds(day)[1] if day else None
