"""The only writer of checks at night."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records import snapshot
from cura.core.records.actions import lock, require
from residents.night import times
from residents.night.models import NightCheck, NightCheckPlan


@transaction.atomic
def check(
    *,
    plan: NightCheckPlan,
    due_at: datetime,
    seen: str,
    by,
    now: datetime,
    at: datetime | None = None,
    note: str = "",
) -> NightCheck:
    """One look at one child. `at` is when, when that was not now. A late one is written and
    marked; one whose time has not come is refused, and so is a time that no plan asks for."""
    held = _held(plan, by)
    _when_known(held, due_at, seen, at, now)
    at = at or now
    if at > now or now < due_at - times.early(held):
        raise ValidationError("This time has not come yet.", code="future")
    if due_at not in times.due_times(held, times.night_of(due_at)):
        raise ValidationError("No plan asks for a look at this time.", code="not-due")
    if NightCheck.objects.filter(plan=held, due_at=due_at, puts_right=None).exists():
        raise ValidationError("This look is written already.", code="done")
    return _write(held, by, now, due_at=due_at, at=at, seen=seen, note=note)


@transaction.atomic
def put_right(*, wrong: NightCheck, seen: str, note: str, by, now: datetime) -> NightCheck:
    """A wrong tap: a second line says what was seen; the first stays and can still be read."""
    held = _held(wrong.plan, by)
    if NightCheck.objects.filter(puts_right=wrong).exists():
        raise ValidationError("This was put right already.", code="done")
    if not note:
        raise ValidationError("Say what was wrong.", code="note")
    return _write(
        held, by, now, due_at=wrong.due_at, at=wrong.at, seen=seen, note=note, puts_right=wrong
    )


def _when_known(plan: NightCheckPlan, due_at, seen: str, at, now: datetime) -> None:
    """Once the next look is due, a tap alone does not say when this one was."""
    if at is None and seen != NightCheck.Seen.NOBODY and times.is_past(plan, due_at, now):
        raise ValidationError("Say at what time that was, or that nobody looked.", code="when")


def _held(plan: NightCheckPlan, by) -> NightCheckPlan:
    held = lock(plan)
    require(by, P.DAILY_WRITE, held)
    if held.void_at or not held.signed_at:
        raise ValidationError("This plan is not in force.", code="no-plan")
    return held


def _write(plan: NightCheckPlan, by, now: datetime, **values) -> NightCheck:
    row = NightCheck(
        plan=plan, child_id=plan.child_id, home_id=plan.child.home_id, by=by, written_at=now,
        **values,
    )  # fmt: skip
    row.full_clean(exclude=("plan", "child", "home", "by", "puts_right"))
    row.save(force_insert=True)
    log.wrote(row, "night.checked", by=by, now=now, snapshot={"columns": snapshot.columns(row)})
    return row
