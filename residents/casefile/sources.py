"""What of this app's records belongs in the chronology."""

from django.urls import reverse

from residents.alerts.models import Alert
from residents.casefile.chronology import GOOD, HARD, Source
from residents.child.models import Stay
from residents.daily.models import DailyNote
from residents.diary.models import DiaryEntry
from residents.identity.models import AboutMe
from residents.report.models import MonthlyReport
from residents.report.month import words as month_words
from residents.restriction.models import Restriction
from residents.whereabouts.models import Outing


def of_child(model, **only):
    """Standing records of this child that she may read, narrowed by columns."""

    def rows(child, user):
        found = model.objects.visible_to(user).standing().filter(child=child, **only)
        return found.select_related("child", "home")

    return rows


def stays(child, user):
    return Stay.objects.filter(child=child).select_related("child", "home", "bed")


def _page(stay: Stay) -> str:
    return reverse("child", args=[stay.child_id])


def _room(stay: Stay) -> str:
    return f"{stay.home.name}, {stay.bed}" if stay.bed else stay.home.name


def called_off(child, user):
    rows = of_child(DiaryEntry, kind=DiaryEntry.Kind.FAMILY)(child, user)
    return rows.exclude(cancelled_at=None)


def _called_off(entry: DiaryEntry) -> str:
    whom = entry.get_cancelled_whom_display().lower()
    return f"{entry.title}, called off by {whom}: {entry.cancelled_why}"


OURS = (
    Source(key="stay-begun", title="Came into a room", rows=stays, at="starts", says=_room,
           opens=_page),
    Source(key="stay-ended", title="Left a room", rows=stays, at="ends", says=_room, opens=_page),
    Source(key="good-notes", title="A good thing", tone=GOOD, rows=of_child(DailyNote, good=True),
           says=lambda note: note.words),
    Source(key="about-me", title="About me", tone=GOOD, rows=of_child(AboutMe),
           says=lambda page: page.want_you_to_know or "A new page about me"),
    Source(key="alerts", title="Alert", rows=of_child(Alert), says=lambda alert: alert.words),
    Source(key="called-off", title="Family time called off", tone=HARD, rows=called_off,
           says=_called_off),
    Source(key="limits", title="Limit on family time", tone=HARD, rows=of_child(Restriction),
           says=lambda row: row.what),
    Source(key="nights-away", title="A night away", rows=lambda child, user: of_child(Outing)(
           child, user).exclude(sleeps=""),
           says=lambda row: f"{row.get_sleeps_display()}: {row.sleeps_at or row.where}"),
    Source(key="reports", title="Monthly report", rows=of_child(MonthlyReport),
           says=lambda report: month_words(report.month)),
)  # fmt: skip
