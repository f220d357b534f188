"""Contents page for Django. Nobody imports from it."""

from residents.alerts.models import Alert
from residents.child.models import Child, ChildGrant, ChildUserObjectPermission, Stay
from residents.daily.models import DailyNote
from residents.decisions.models import Decision
from residents.identity.models import AboutMe
from residents.keywork.models import KeyWork, KeyWorkAction, KeyWorkDone, KeyWorkPrivate
from residents.people.models import ImportantPerson
from residents.seen.models import Seen

__all__ = (
    "AboutMe",
    "Alert",
    "Child",
    "ChildGrant",
    "ChildUserObjectPermission",
    "DailyNote",
    "Decision",
    "ImportantPerson",
    "KeyWork",
    "KeyWorkAction",
    "KeyWorkDone",
    "KeyWorkPrivate",
    "Seen",
    "Stay",
)
