"""Contents page for Django. Nobody imports from it."""

from residents.aims.models import Aim, AimEntry, AimStep
from residents.alerts.models import Alert
from residents.belongings.models import Belonging, Belongings
from residents.calls.models import PhoneCall
from residents.child.models import Child, ChildGrant, ChildUserObjectPermission, Stay
from residents.daily.models import DailyNote
from residents.decisions.models import Decision
from residents.diary.feed_model import DiaryFeed
from residents.diary.models import DiaryEntry
from residents.familytime.models import FamilyTime
from residents.handover.models import Handover, HandoverCount, HandoverLine
from residents.identity.models import AboutMe
from residents.keywork.models import KeyWork, KeyWorkAction, KeyWorkDone, KeyWorkPrivate
from residents.measures.models import Measure, MeasureScore
from residents.mustread.models import MustRead, MustReadSeen
from residents.night.models import NightCheck, NightCheckPlan
from residents.people.models import ImportantPerson
from residents.plan.models import PlanAsked, PlanLook
from residents.report.models import MonthlyReport
from residents.restriction.models import Restriction
from residents.safetyplan.models import SafetyPlan, SafetyPlanPaper, SafetyPlanPerson
from residents.seen.models import Seen
from residents.supportplan.models import HealthCarried, SupportPlan, SupportPlanPaper
from residents.visitors.models import Visitor
from residents.whereabouts.models import Outing

__all__ = (
    "AboutMe",
    "Aim",
    "AimEntry",
    "AimStep",
    "Alert",
    "Belonging",
    "Belongings",
    "Child",
    "ChildGrant",
    "ChildUserObjectPermission",
    "DailyNote",
    "Decision",
    "DiaryEntry",
    "DiaryFeed",
    "FamilyTime",
    "Handover",
    "HandoverCount",
    "HandoverLine",
    "HealthCarried",
    "ImportantPerson",
    "KeyWork",
    "KeyWorkAction",
    "KeyWorkDone",
    "KeyWorkPrivate",
    "Measure",
    "MeasureScore",
    "MonthlyReport",
    "MustRead",
    "MustReadSeen",
    "NightCheck",
    "NightCheckPlan",
    "Outing",
    "PhoneCall",
    "Restriction",
    "PlanAsked",
    "PlanLook",
    "SafetyPlan",
    "SafetyPlanPaper",
    "SafetyPlanPerson",
    "Seen",
    "Stay",
    "SupportPlan",
    "SupportPlanPaper",
    "Visitor",
)
