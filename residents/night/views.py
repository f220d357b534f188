"""Tonight's checks at the house: a tap for each, and the reason when there are none."""

from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.lib import london, typed
from residents.hours import next_time
from residents.night import actions, reading, times
from residents.night.models import NightCheck, NightCheckPlan
from residents.until import ClockField

SEEN = NightCheck.Seen
MORNING = time(8)


@require_safe
def tonight(request, slug):
    home = get_object_or_404(access.homes(request.user, P.DAILY_READ), slug=slug)
    now = timezone.now()
    this = times.night_of(now)
    night = _night(request.GET.get("night"), this)
    log.read(home, "night.read", by=request.user, now=now, night=str(night))
    return render(
        request,
        "residents/night/tonight.html",
        {
            "home": home,
            "night": night,
            "title": _title(night, this, now),
            "plans": reading.night(home, request.user, night, now),
            "may_write": access.has(request.user, P.DAILY_WRITE, home),
            "choices": [c for c in SEEN.choices if c[0] != SEEN.NOBODY],
            "earlier_url": f"?night={night - timedelta(days=1)}",
            "later_url": f"?night={night + timedelta(days=1)}" if night < this else "",
        },
    )


def _title(night: date, this: date, now: datetime) -> str:
    if night != this:
        return f"Night of {london.day_words(night)}"
    here = london.local(now).time()
    return "Last night" if MORNING <= here < times.NOON else "Tonight"


def _night(text: str | None, this: date) -> date:
    if not text:
        return this
    if (day := typed.day(text)) is None:
        raise Http404
    return min(day, this + timedelta(days=1))


@require_POST
def look(request, plan):
    """One look, by tap. Back to the list with what went wrong, if anything did."""
    rows = NightCheckPlan.objects.visible_to(request.user, P.DAILY_READ)
    plan = get_object_or_404(rows.select_related("child__home"), pk=plan)
    if not access.has(request.user, P.DAILY_WRITE, plan.child.home_id):
        raise PermissionDenied
    now = timezone.now()
    due = _due(request)
    try:
        actions.check(
            plan=plan, due_at=due, seen=request.POST.get("seen", ""), by=request.user, now=now,
            at=_at(request, due), note=request.POST.get("note", "").strip()[:300],
        )  # fmt: skip
        messages.success(request, f"{plan.child.name}, {reading.clock(due)}: written.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return _back(plan.child.home, due)


@require_POST
def put_right(request, check):
    rows = NightCheck.objects.select_related("plan", "child__home")
    plans = NightCheckPlan.objects.visible_to(request.user, P.DAILY_READ)
    wrong = get_object_or_404(rows.filter(plan__in=plans), pk=check)
    if not access.has(request.user, P.DAILY_WRITE, wrong.child.home_id):
        raise PermissionDenied
    try:
        actions.put_right(
            wrong=wrong, seen=request.POST.get("seen", ""), by=request.user, now=timezone.now(),
            note=request.POST.get("note", "").strip()[:300],
        )  # fmt: skip
        messages.success(request, "Put right. The first line can still be read in the log.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return _back(wrong.child.home, wrong.due_at)


def _due(request) -> datetime:
    if (due := typed.moment(request.POST.get("due"))) is None:
        raise Http404
    return due


def _at(request, due: datetime) -> datetime | None:
    """The time of day that was typed: the one nearest after ten minutes before it was due."""
    text = request.POST.get("at", "")
    return next_time(due - times.EARLY, ClockField().clean(text)) if text else None


def _back(home, due: datetime):
    night = times.night_of(due)
    return redirect(f"{reverse('night', args=[home.slug])}?night={night}")
