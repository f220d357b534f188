"""Which days, and what of them."""

from datetime import date, timedelta

from django import forms

from cura.core.records.periods import document as periods
from cura.core.records.periods.document import PeriodDocument
from cura.core.records.periods.period import Period
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import DayInput
from cura.lib import london

EARLIEST = date(1990, 1, 1)
USUAL = timedelta(days=27)
A_YEAR = timedelta(days=366)


class DaysForm(forms.Form):
    """Two local days, both included."""

    first = forms.DateField(label="From", widget=DayInput)
    last = forms.DateField(label="To", widget=DayInput)
    most = None  # how many days at most

    def __init__(self, data=None, *, subject, user, now):
        self.subject, self.user, self.today = subject, user, london.local_date(now)
        initial = {"first": self.today - USUAL, "last": self.today}
        super().__init__(data, initial=initial)

    def clean(self) -> dict:
        values = super().clean()
        first, last = values.get("first"), values.get("last")
        if first and first < EARLIEST:
            self.add_error("first", "Choose a later day.")
        if last and last > self.today:
            self.add_error("last", "This day has not come yet.")
        if first and last and first > last:
            self.add_error("last", "It ends before it begins.")
        if first and last and self.most and last - first >= self.most:
            self.add_error("first", "At most a year at a time.")
        return values

    def asked(self) -> dict:
        """The days in words."""
        return {"days": self.period().words}

    def hidden(self) -> list[tuple[str, str]]:
        """The days as the page sends them on."""
        return [(name, self.cleaned_data[name].isoformat()) for name in ("first", "last")]

    def period(self) -> Period:
        return Period(self.subject, self.cleaned_data["first"], self.cleaned_data["last"])


class PaperForm(DaysForm):
    """One document of these days."""

    what = forms.ChoiceField(label="What?")
    most = A_YEAR
    field_order = ("what", "first", "last")

    def __init__(self, data=None, **who):
        super().__init__(data, **who)
        self.offered = periods.offered(self.subject, self.user)
        self.fields["what"].choices = [(d.key, d.title) for d in self.offered]
        self.helper = cards(Card("Print a period", "what", Pair("first", "last")))

    def document(self) -> PeriodDocument:
        return periods.find(self.cleaned_data["what"])
