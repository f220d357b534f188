"""What people do in a story with children that is no record: the same actions that pages call."""

from cura.core.accounts.home import Bed
from residents.child import actions
from residents.night import actions as night
from residents.night import times
from residents.night.models import NightCheck, NightCheckPlan
from residents.night.times import night_of


def _bed(home, name: str) -> Bed | None:
    return Bed.objects.get(home=home, name=name) if name else None


def welcome(*, by, now, about, bed="", **facts):
    """`about` is the home that she comes to."""
    return actions.welcome(home=about, bed=_bed(about, bed), by=by, now=now, **facts)


def change(*, by, now, about, **values):
    if "bed" in values:
        values["bed"] = _bed(about.home, values["bed"])
    return actions.change(child=about, values=values, by=by, now=now)


def look_in(*, by, now, about, seen="asleep", note=""):
    """The look that a child's own plan asks for nearest to this moment; nothing without a plan, nor
    in the hour of spring that never comes, when the look before was the last."""
    night_now = night_of(now)
    plans = NightCheckPlan.objects.standing().filter(child=about, ended_at=None)
    for plan in plans.exclude(signed_at=None):
        due = [at for at in times.due_times(plan, night_now) if at <= now + times.early(plan)]
        if due and not NightCheck.objects.filter(plan=plan, due_at=max(due)).exists():
            return night.check(
                plan=plan, due_at=max(due), seen=seen, note=note, by=by, now=now, at=now
            )
    return None


VERBS = {
    "welcome": welcome,
    "change child": change,
    "move": lambda *, by, now, about, **to: actions.move(child=about, by=by, now=now, **to),
    "leave": lambda *, by, now, about, **facts: actions.leave(child=about, by=by, now=now, **facts),
    "grant": lambda *, by, now, about, **facts: actions.grant(child=about, by=by, now=now, **facts),
    "look in": look_in,
}
