"""Where people look: the child's page, the manager's, and each one's own Today."""

from datetime import timedelta

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records import present, registry
from cura.lib import london
from placements.assessment import telling
from placements.assessment.days import LAST_DAY
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart
from placements.assessment.progress import progress_of
from residents.child.rights import holds
from residents.due import TODAY, WEEK, Due

MOST = 12
AHEAD = timedelta(days=7)
TITLE, ICON = "28-day assessment", "diagram-3"


def on_child(*, subject, user, now) -> dict | None:
    """How it stands, or the way to begin it while the child is new."""
    rows = Assessment.objects.visible_to(user).standing().filter(child=subject)
    record = rows.select_related("child", "home").order_by("-happened_at", "-id").first()
    found = {"title": TITLE, "icon": ICON}
    if record and record.sent_at and now - record.sent_at > timedelta(days=LAST_DAY):
        return None
    if record:
        found |= {"url": _url(record), "url_words": "Open it"}
        if record.sent_at:
            return found | {"sent": f"Sent {london.day_words(london.local_date(record.sent_at))}"}
        return found | {"board": telling.board(progress_of([record], user, now)[0])}
    is_new = now - subject.arrived_at <= timedelta(days=LAST_DAY)
    if subject.left_at or not is_new or not holds(user, P.PLAN_WRITE, subject):
        return None
    return found | {"new_url": reverse("assessments-new", args=[subject.pk])}


def on_manager(*, subject, user, now) -> dict | None:
    """One line for each child whose assessment is being made."""
    rows = Assessment.objects.visible_to(user).open().filter(home=subject, child__left_at=None)
    rows = list(rows.select_related("child").order_by("came_at")[:MOST])
    if not rows:
        return None
    return {
        "title": "28-day assessments",
        "icon": ICON,
        "items": [_item(each) for each in progress_of(rows, user, now)],
    }


def _item(progress) -> dict:
    late = any(day.late(progress.now) and not day.done for day in progress.days)
    return {
        "url": _url(progress.assessment),
        "name": progress.assessment.child.name,
        "day": progress.day_words,
        "sentence": progress.sentence,
        "next": progress.next,
        "tone": "late" if late else "grey",
    }


def _url(record) -> str:
    return present.detail_url(registry.of(record), record)


def mine(home, user, now) -> list[Due]:
    """What she writes herself, and the next day of what she brings together."""
    parts = AssessmentPart.objects.visible_to(user).standing()
    parts = parts.filter(home=home, writer=user, signed_at=None, assessment__isnull=False)
    parts = list(parts.select_related("child", "assessment").order_by("id")[:MOST])
    brings = Assessment.objects.visible_to(user).open().filter(home=home, coordinator=user)
    brings = list(brings.select_related("child")[:MOST])
    if not (parts or brings):
        return []
    wholes = {part.assessment_id: part.assessment for part in parts}
    wholes |= {each.pk: each for each in brings}
    found = []
    for progress in progress_of(list(wholes.values()), user, now):
        found += [_due(line, now) for line in progress.lines if line.part in parts]
        if progress.assessment in brings:
            found += _next(progress, now)
    return found


def _due(line, now) -> Due:
    name = line.part.child.name
    by = london.day_bounds(line.due_on)[1]
    return Due(
        when=WEEK if by - now > timedelta(days=1) else TODAY,
        verb=f"Write your part of {name}'s assessment: {line.part.called.lower()}",
        url=_url(line.part), by=by, icon="pencil", late=bool(line.days_late),
        about=line.late_words or f"by {london.day_words(line.due_on)}",
    )  # fmt: skip


def _next(progress, now) -> list[Due]:
    waiting = [d for d in progress.days if d.on and not d.done and not d.theirs]
    if not waiting:
        return []
    first = min(waiting, key=lambda day: day.on)
    by = london.day_bounds(first.on)[1]
    if by - now > AHEAD:
        return []
    name = progress.assessment.child.name
    return [
        Due(
            when=TODAY if by - now <= timedelta(days=1) else WEEK,
            verb=f"{name}'s assessment: {first.title.lower()}", url=_url(progress.assessment),
            by=by, icon=ICON, late=first.late(now), about=first.words(now),
        )
    ]  # fmt: skip


ASKED = (mine,)
PANELS = (
    Panel(
        key="assessment", place="child", order=20, template="placements/assessment/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
    Panel(
        key="assessments", place="manager", order=30, wide=True,
        template="placements/assessment/manager.html", permission=P.PLAN_READ, context=on_manager,
    ),
)  # fmt: skip
