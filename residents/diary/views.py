"""The pages of the diary: a week, a day, a child's own, and what differs for one entry."""

from datetime import date, timedelta

from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records.lateness import Lateness
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.core.records.views.list import PAGE, RecordList
from cura.lib import london, typed
from residents.child.header import child_header
from residents.child.models import Child
from residents.child.rights import holds
from residents.diary import actions, lines, reading
from residents.diary.models import DiaryEntry

WEEK = 7
AHEAD = 28
AT = ("09:00", "16:00")


class DiaryEdit(RecordEdit):
    """New: on the day that was tapped; for several children, every week, in one go."""

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        if self.instance is None and "data" not in kwargs:
            sheet.form.initial |= self._asked()
        return sheet

    def _asked(self) -> dict:
        day, child = self.request.GET.get("day", ""), self.request.GET.get("child", "")
        found = {}
        if day:
            start, _ = london.day_bounds(_day(day))
            found["happened_at"] = start + timedelta(hours=16)
        if child:
            found["children"] = [child]
        return found

    @transaction.atomic
    def store(self, sheet, token):
        record = super().store(sheet, token)
        if self.instance is None:
            asked = sheet.form.cleaned_data
            actions.again(
                entry=record, children=asked.get("children") or (),
                weekly_until=asked.get("weekly_until"), by=self.request.user, now=self.now,
            )  # fmt: skip
        return record


class DiaryDetail(RecordDetail):
    def page(self, status=200, **context):
        entry = context["record"]
        context["title"] = entry.title
        if entry.child:
            context["child_header"] = child_header(self.request, entry.child)
        done = entry.outcome_at or entry.cancelled_at
        hidden = ("/cancelled/", "/outcome/") if done else ()
        context["steps"] = [s for s in context["steps"] if not s["url"].endswith(hidden)]
        for step in context["steps"]:
            step["primary"] = step["url"].endswith("/outcome/") and entry.happened_at <= self.now
        context["state"] = _state(entry, context["state"], self.now)
        context["when"] = f"{london.day_words(london.local_date(entry.happened_at))}, "
        context["when"] += reading.times(entry)
        if entry.cancelled_at:
            context["edit_url"] = ""
        first = context["sections"][0]
        first["facts"] = [fact for fact in first["facts"] if _tells(fact, entry)]
        return super().page(status, **context)


def _tells(fact: dict, entry: DiaryEntry) -> bool:
    """A plain "No" and what the head says already are left out, unless words were added to them."""
    return bool(fact["amendments"]) or fact["text"] not in ("No", entry.title)


def _state(entry: DiaryEntry, state: dict, now) -> dict:
    if entry.void_at or entry.outcome_at:
        return state
    if entry.cancelled_at:
        return {"words": "Called off", "tone": "quiet", "icon": "slash-circle"}
    words = "Planned" if entry.happened_at > now else "It was in the diary"
    return {"words": words, "tone": "calm", "icon": "calendar-event"}


class DiaryList(RecordList):
    """All entries of a home; for somebody from outside, those of the children she may see."""

    def get(self, request, subject):
        home = get_object_or_404(Home, slug=subject)
        rows = self.records().filter(home=home)
        if not access.has(request.user, P.DIARY_READ, home) and not rows.exists():
            raise Http404
        return self.listed(home)

    def listed(self, home):
        rows = list(self._page_of(self._under(home)))
        more, rows = len(rows) > PAGE, rows[:PAGE]
        for row in rows:
            # The name she chose may be known to few, as on her own diary below.
            if row.child and not holds(self.request.user, P.CHILD_READ, row.child):
                row.child.called = ""
        lateness = Lateness.of(rows)
        self.read(home, kind=self.type.slug, shown=[str(row.pk) for row in rows])
        return self.page(
            subject=home,
            columns=[column.title for column in self.type.columns],
            rows=[reading.cells(self.type, row, lateness) for row in rows],
            new_url=self._new(home),
            older_url=self._older(rows[-1]) if more else "",
            newest_url=self.request.path if "before" in self.request.GET else "",
            empty_text="Nothing in the diary yet.",
        )


def _home(request, slug) -> Home:
    return get_object_or_404(access.homes(request.user, P.DIARY_READ), slug=slug)


def _day(text: str) -> date:
    if (found := typed.day(text)) is None:
        raise Http404
    return found


@require_safe
def week(request, slug):
    """Seven days, from today or the day asked: an agenda on a phone, a week on a desk."""
    home = _home(request, slug)
    now = timezone.now()
    today = london.local_date(now)
    first = _day(request.GET["from"]) if "from" in request.GET else today
    context = {
        "home": home,
        "title": _week_title(first, today),
        "earlier_url": f"?from={first - timedelta(days=WEEK)}",
        "later_url": f"?from={first + timedelta(days=WEEK)}",
        "this_url": request.path if first != today else "",
    }
    return _page(request, home, first, WEEK, now, "residents/diary/week.html", context)


@require_safe
def day(request, slug, year, month, day):
    home = _home(request, slug)
    this = _day(f"{year:04}-{month:02}-{day:02}")
    near = {n: reverse("diary-day", args=_args(home, this + timedelta(days=n))) for n in (-1, 1)}
    context = {"home": home, "earlier_url": near[-1], "later_url": near[1]}
    return _page(request, home, this, 1, timezone.now(), "residents/diary/day.html", context)


def _args(home, day: date) -> list:
    return [home.slug, day.year, day.month, day.day]


def _page(request, home, first: date, count: int, now, template: str, context: dict):
    start, _ = london.day_bounds(first)
    _, end = london.day_bounds(first + timedelta(days=count - 1))
    entries = reading.between(reading.of_home(home, request.user), start, end)
    log.read(home, "diary.read", by=request.user, now=now, first=str(first), days=count)
    birthdays = reading.birthdays(home, request.user, first, count)
    cards = reading.cards(entries, lines.between(home, start, end, request.user))
    days = reading.days(cards, first, count, london.local_date(now), birthdays)
    may_write = access.has(request.user, P.DIARY_WRITE, home)
    for each in days:
        each["url"] = reverse("diary-day", args=_args(home, each["day"]))
        new = reverse("diary-entries-new", args=[home.pk])
        each["new_url"] = f"{new}?day={each['day']}" if may_write else ""
    list_url = reverse("diary-entries-list", args=[home.slug])
    context |= {"days": days, "list_url": list_url, "feed_url": reverse("diary-feed")}
    return render(request, template, context)


def _week_title(first: date, today: date) -> str:
    if first == today:
        return "The next seven days"
    last = first + timedelta(days=WEEK - 1)
    return f"{london.day_words(first)} to {london.day_words(last)}"


@require_safe
def of_child(request, child):
    """Her own diary: four weeks on, and what was in the last one. For her parents too."""
    child = get_object_or_404(
        Child.objects.visible_to(request.user, P.DIARY_READ).select_related("home", "key_worker"),
        pk=child,
    )
    now = timezone.now()
    today = london.local_date(now)
    asked = _day(request.GET["from"]) if "from" in request.GET else today
    start, _ = london.day_bounds(asked)
    _, end = london.day_bounds(asked + timedelta(days=AHEAD - 1))
    entries = reading.between(
        DiaryEntry.objects.visible_to(request.user).filter(child=child), start, end
    )
    log.read(child, "diary.read", by=request.user, now=now, first=str(asked), days=AHEAD)
    others = lines.between(child, start, end, request.user)
    cards = reading.cards(entries, others, with_child=False)
    days = reading.days(cards, asked, AHEAD, today)
    days = [day for day in days if day["entries"]]
    new = reverse("diary-entries-new", args=[child.home_id])
    may_write = access.has(request.user, P.DIARY_WRITE, child.home_id) and not child.left_at
    context = {
        # The name she chose may be known to few: a parent sees the one that the parent gave.
        "name": child.name if holds(request.user, P.CHILD_READ, child) else child.first_name,
        "child_header": child_header(request, child),
        "days": days,
        "earlier_url": f"?from={asked - timedelta(days=AHEAD)}",
        "later_url": f"?from={asked + timedelta(days=AHEAD)}",
        "new_url": f"{new}?child={child.pk}" if may_write else "",
    }
    return render(request, "residents/diary/child.html", context)
