"""A box that asks only the time of day: "until 16:30", "back at 21:00"."""

from django import forms

from residents.hours import next_time, time_of


class ClockInput(forms.TimeInput):
    """The browser's own box for a time of day."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__({"class": "form-control short"} | (attrs or {}), format="%H:%M")


class ClockField(forms.TimeField):
    widget = ClockInput
    default_error_messages = {"invalid": "Give a time, like 16:30."}


class UntilForm(forms.Form):
    """Mixed into a record's form: `until` is asked as a time, kept as the next such moment.

    `until_column` names the column that keeps it.
    """

    until_column = "ends"

    until = ClockField(required=False)

    def show_until(self) -> None:
        self.initial.setdefault("until", time_of(getattr(self.instance, self.until_column)))

    def keep_until(self, start) -> None:
        clock = self.cleaned_data.get("until")
        moment = next_time(start, clock) if start and clock else None
        setattr(self.instance, self.until_column, moment)
