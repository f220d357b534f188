"""The panels of this app: its table of contents."""

from residents.aims.panels import PANELS as AIMS
from residents.alerts.panels import PANELS as ALERTS
from residents.daily.panels import PANELS as DAILY
from residents.diary.panels import PANELS as DIARY
from residents.familytime.panels import PANELS as FAMILYTIME
from residents.going.panels import PANELS as GOING
from residents.identity.panels import PANELS as IDENTITY
from residents.keywork.panels import PANELS as KEYWORK
from residents.measures.panels import PANELS as MEASURES
from residents.mustread.panels import PANELS as MUSTREAD
from residents.night.panels import PANELS as NIGHT
from residents.ourplans.panels import PANELS as PLANS
from residents.people.panels import PANELS as PEOPLE
from residents.report.panels import PANELS as REPORT
from residents.today.good import PANELS as GOOD
from residents.today.mine import PANELS as MINE
from residents.today.panels import PANELS as TODAY
from residents.whereabouts.panels import PANELS as WHEREABOUTS

PANELS = (
    *AIMS,
    *ALERTS,
    *DAILY,
    *IDENTITY,
    *KEYWORK,
    *PEOPLE,
    *PLANS,
    *REPORT,
    *DIARY,
    *FAMILYTIME,
    *MEASURES,
    *MUSTREAD,
    *NIGHT,
    *GOOD,
    *GOING,
    *MINE,
    *TODAY,
    *WHEREABOUTS,
)
