"""The records of this app: its table of contents."""

from residents.daily.record import daily_note

RECORDS = (daily_note,)
