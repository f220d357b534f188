"""The panels of this app: its table of contents."""

from residents.alerts.panels import PANELS as ALERTS
from residents.identity.panels import PANELS as IDENTITY
from residents.keywork.panels import PANELS as KEYWORK
from residents.people.panels import PANELS as PEOPLE

PANELS = (*ALERTS, *IDENTITY, *KEYWORK, *PEOPLE)
