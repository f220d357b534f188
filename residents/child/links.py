"""The pages about a child that her head leads to, from any page, in one tap."""

from cura.core.permissions import Permission as P
from residents.child.header import Link

LINKS = (
    Link(
        title="Notes", icon="journal-text", url_name="daily-notes-list",
        permission=P.DAILY_READ, order=10,
    ),
    Link(
        title="Diary", icon="calendar3", url_name="diary-list",
        permission=P.DIARY_READ, order=20,
    ),
    Link(
        title="Key work", icon="chat-quote", url_name="key-work-list",
        permission=P.KEYWORK_READ, order=30,
    ),
    Link(
        title="Safety plan", icon="shield-check", url_name="safety-plans-list",
        permission=P.PLAN_READ, order=35,
    ),
    Link(
        title="Support plan", icon="clipboard2-heart", url_name="support-plans-list",
        permission=P.PLAN_READ, order=51,
    ),
    Link(
        title="Aims", icon="flag", url_name="aims-list",
        permission=P.PLAN_READ, order=52,
    ),
    Link(
        title="People", icon="telephone", url_name="people-list",
        permission=P.CHILD_READ, order=40,
    ),
    Link(
        title="Family time", icon="heart", url_name="family-time-list",
        permission=P.CHILD_READ, order=45,
    ),
    Link(
        title="Who decides?", icon="signpost", url_name="who-decides-list",
        permission=P.CHILD_READ, order=50,
    ),
    Link(
        title="Alerts", icon="exclamation-triangle", url_name="alerts-list",
        permission=P.CHILD_READ, order=60,
    ),
    Link(
        title="File", icon="archive", url_name="chronology",
        permission=P.CHILD_READ, order=85,
    ),
    Link(
        title="Papers", icon="printer", url_name="child-papers",
        permission=P.CHILD_READ, order=90,
    ),
)  # fmt: skip
