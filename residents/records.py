"""The records of this app: its table of contents."""

from residents.alerts.record import alert
from residents.daily.record import daily_note
from residents.decisions.record import decision
from residents.identity.record import about_me
from residents.keywork.record import key_work
from residents.people.record import important_person

RECORDS = (
    daily_note,
    key_work,
    alert,
    important_person,
    decision,
    about_me,
)
