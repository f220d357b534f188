"""A month as people say it: October 2026. Kept as its first day."""

from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django import forms
from django.db import models

from cura.lib import london, typed

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
YEARS = range(2000, 2100)
OFFERED = 12
STILL_LAST_MONTH = 14  # until this day of the month, the report that is due is the last month's


def words(month: date) -> str:
    return f"{NAMES[month.month - 1]} {month.year}"


def first_day(day: date) -> date:
    return day.replace(day=1)


def bounds(month: date) -> tuple[datetime, datetime]:
    """Start and end (not included) of a local month in UTC."""
    start, _ = london.day_bounds(first_day(month))
    end, _ = london.day_bounds(first_day(month) + relativedelta(months=1))
    return start, end


def due(today: date) -> date:
    """The month that a report is written about now."""
    before = today.day <= STILL_LAST_MONTH
    return first_day(today) - relativedelta(months=1) if before else first_day(today)


def recent(today: date, count: int = OFFERED) -> list[date]:
    """This month and those before it, newest first."""
    return [first_day(today) - relativedelta(months=n) for n in range(count)]


def read(text: str) -> date | None:
    """2026-10-01 or 2026-10, as an address holds it."""
    day = typed.day(text if len(text) > 7 else f"{text}-01")
    return first_day(day) if day and day.year in YEARS else None


class MonthChoice(forms.TypedChoiceField):
    """Offers the months that `offer` was given, and takes any other that is one: an old report
    may be put right a year later."""

    def __init__(self, **kwargs):
        super().__init__(coerce=read, empty_value=None, **kwargs)

    def offer(self, months) -> None:
        self.choices = [(month.isoformat(), words(month)) for month in months]

    def valid_value(self, value) -> bool:
        return read(str(value)) is not None

    def has_changed(self, initial, data) -> bool:
        return str(initial or "") != str(data or "")


class MonthField(models.DateField):
    """The first day of a month. Pages say "October 2026"."""

    def formfield(self, **kwargs):
        return MonthChoice(label=self.verbose_name.capitalize(), help_text=self.help_text)

    def said(self, value: date) -> str:
        return words(value)
