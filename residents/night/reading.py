"""Tonight's list: for each plan in force the times that are due, what was written, what is late."""

from datetime import date, datetime

from django.urls import reverse

from cura.lib import london
from residents.night import times
from residents.night.models import NightCheck, NightCheckPlan

MOST_PLANS = 12


def in_force(home, user, night: date) -> list[NightCheckPlan]:
    """Signed plans of children who live here, that ask for checks in this night."""
    rows = NightCheckPlan.objects.visible_to(user).standing()
    rows = rows.filter(child__home=home, child__left_at=None, signed_at__isnull=False)
    rows = rows.filter(first_night__lte=night, last_night__gte=night).select_related("child")
    return list(rows.order_by("child__first_name", "pk")[:MOST_PLANS])


def checks_of(plans, night: date) -> dict:
    """(plan, due) to the line that stands, a wrong tap replaced by what put it right. One query."""
    start, _ = london.day_bounds(night)
    _, end = london.day_bounds(night + london.DAY)
    rows = NightCheck.objects.filter(plan__in=plans, due_at__gte=start, due_at__lt=end)
    found = {}
    for row in rows.select_related("by").order_by("written_at", "id"):
        found[row.plan_id, row.due_at] = row
    return found


def night(home, user, day: date, now: datetime) -> list[dict]:
    """Each plan with its lines, in words."""
    plans = [p for p in in_force(home, user, day) if times.due_times(p, day)]
    written = checks_of(plans, day)
    return [_plan(plan, day, written, now) for plan in plans]


def _plan(plan: NightCheckPlan, day: date, written: dict, now: datetime) -> dict:
    lines = [
        _line(plan, due, written.get((plan.pk, due)), now) for due in times.due_times(plan, day)
    ]
    return {
        "pk": plan.pk,
        "name": plan.child.name,
        "url": reverse("night-check-plans-detail", args=[plan.pk]),
        "looks_at": plan.looks_at,
        "why": plan.why,
        "own_words": plan.own_words,
        "until": f"until {london.day_words(plan.last_night)}",
        "lines": lines,
        "missing": sum(line["state"] in ("late", "past") for line in lines),
    }


def _line(plan, due: datetime, check: NightCheck | None, now: datetime) -> dict:
    line = {"due": due.isoformat(), "time": clock(due), "state": _state(plan, due, check, now)}
    if check is None:
        return line
    return line | {
        "check": check.pk,
        "seen": check.get_seen_display(),
        "note": check.note,
        "who": check.by.first_name,
        "when": _when(check),
        "written_late": times.is_late(due, check.at) and check.seen != NightCheck.Seen.NOBODY,
        "put_right": bool(check.puts_right_id),
    }


def _when(check: NightCheck) -> str:
    if check.seen == NightCheck.Seen.NOBODY:
        return f"written {clock(check.written_at)}"
    words = f"seen {clock(check.at)}"
    if (check.written_at - check.at).total_seconds() >= 60 * 15:
        words += f", written {clock(check.written_at)}"
    return words


def clock(moment: datetime) -> str:
    """23:30, and in the hour that comes twice which of the two it is."""
    full = london.words(moment)
    return full.split(", ", 1)[1]


def _state(plan, due: datetime, check, now: datetime) -> str:
    if check is not None:
        return "done"
    if now < due - times.early(plan):
        return "coming"
    if times.is_past(plan, due, now):
        return "past"
    return "late" if times.is_late(due, now) else "now"
