"""The records of this app: its table of contents."""

from residents.aims.record import aim
from residents.alerts.record import alert
from residents.belongings.record import belongings
from residents.calls.record import phone_call
from residents.daily.record import daily_note
from residents.decisions.record import decision
from residents.diary.record import diary_entry
from residents.familytime.record import family_time
from residents.handover.record import handover
from residents.identity.record import about_me
from residents.keywork.record import key_work
from residents.measures.record import measure
from residents.mustread.record import must_read
from residents.night.record import night_check_plan
from residents.people.record import important_person
from residents.report.record import monthly_report
from residents.restriction.record import restriction
from residents.safetyplan.record import safety_plan
from residents.supportplan.record import support_plan
from residents.visitors.record import visitor
from residents.whereabouts.record import outing

# The page "Write" keeps this order: what is written each day stands first.
RECORDS = (
    daily_note,
    key_work,
    outing,
    phone_call,
    visitor,
    handover,
    diary_entry,
    must_read,
    alert,
    important_person,
    decision,
    family_time,
    about_me,
    belongings,
    safety_plan,
    support_plan,
    aim,
    measure,
    monthly_report,
    night_check_plan,
    restriction,
)
