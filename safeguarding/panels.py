"""What the law still wants after a hold or a consequence, where people look: the house, Today, the
child. One line for each thing, by the time left."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from cura.core.accounts import access
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records import present, registry
from cura.lib import london
from residents.due import NOW, SHIFT, WEEK, Due
from safeguarding.consequence.models import Consequence
from safeguarding.measure.clocks import Clock, asked_about, clocks
from safeguarding.measure.models import Measure
from safeguarding.restraint.models import Restraint
from staffing.authorised.models import Authorised
from staffing.authorised.reading import may_act

KINDS = ((Restraint, "the hold"), (Consequence, "the consequence"))
MOST, LATEST = 20, 3
SOON, TODAY = timedelta(hours=12), timedelta(hours=24)
OPEN = Q(signed_at=None) | Q(user_spoken_at=None) | Q(child_spoken_at=None)


def _open(home, user) -> list[tuple[Measure, str]]:
    """(measure, how people call it), of those where something is still to do."""
    found = []
    for model, it in KINDS:
        rows = model.objects.visible_to(user).standing().filter(OPEN, home=home)
        found += [(row, it) for row in rows.select_related("child", "replaces")[:MOST]]
    return found


def waiting(home, user) -> list[tuple[Measure, str, Clock]]:
    """Every clock that still runs, the nearest first."""
    found = _open(home, user)
    asked = asked_about([record for record, _ in found]) if found else {}
    running = [
        (record, it, clock)
        for record, it in found
        for clock in clocks(record, asked.get(record.pk))
        if not clock.done_at
    ]
    return sorted(running, key=lambda each: each[2].due_at)


def verb(record: Measure, it: str, clock: Clock) -> str:
    name = record.child.name
    return {
        "signed": f"Write and sign the record of {it} with {name}",
        "user_spoken": f"Talk with everyone who was part of {it} with {name}, and sign",
        "child_spoken": f"Talk with {name} about {it}",
    }[clock.key]


def _url(record: Measure) -> str:
    return present.detail_url(registry.of(record), record)


def at_home(*, subject, user, now) -> dict | None:
    rows = waiting(subject, user)
    if not rows:
        return None
    return {
        "title": "After a hold or a consequence",
        "icon": "chat-heart",
        "items": [
            {
                "url": _url(record),
                "words": verb(record, it, clock),
                "status": clock.due_words(now),
                "tone": "late" if clock.late(now) else "grey",
            }
            for record, it, clock in rows[:6]
        ],
    }


def on_child(*, subject, user, now) -> dict | None:
    """The last ones, and what may be written. Quiet when there were none."""
    lines = []
    for model, _ in KINDS:
        rows = model.objects.visible_to(user).standing().filter(child=subject)
        lines += list(rows.order_by("-happened_at", "-id")[:LATEST])
    lines = sorted(lines, key=lambda row: row.happened_at, reverse=True)[:LATEST]
    if not lines:
        return None
    return {
        "title": "Holds and consequences",
        "icon": "shield-exclamation",
        "url": reverse("restraints-list", args=[subject.pk]),
        "items": [_line(row, now) for row in lines],
    }


def _line(record: Measure, now) -> dict:
    type = registry.of(record)
    state = present.state(type, record)
    return {
        "url": _url(record),
        "words": f"{present.sentence(type.one)}, {london.short(record.happened_at, now)}",
        "status": state["words"],
        "tone": state["tone"],
    }


def mine(home, user, now) -> list[Due]:
    """The author: to finish and sign. Whoever may act for the registered person: the talks."""
    if not access.has(user, P.SAFEGUARDING_READ, home):
        return []
    rows = waiting(home, user)
    acts = bool(rows) and may_act(user, home, Authorised.Task.REG35, now)
    return [_due(row, now) for row in rows if _hers(row, user, acts)]


def _hers(row, user, acts: bool) -> bool:
    record, _, clock = row
    wrote = user.pk in (record.author_id, record.signed_by_id)
    if clock.key == "signed":
        return wrote
    return acts and not (clock.key == "user_spoken" and wrote)


def _due(row, now) -> Due:
    record, it, clock = row
    left = clock.due_at - now
    return Due(
        when=NOW if left < SOON else SHIFT if left < TODAY else WEEK,
        verb=verb(record, it, clock),
        url=_url(record),
        by=clock.due_at,
        about=clock.due_words(now),
        icon="chat-heart" if clock.key == "child_spoken" else "pencil",
        late=clock.late(now),
    )


ASKED = (mine,)
PANELS = (
    Panel(
        key="after-hold", place="house", order=25, template="safeguarding/panel.html",
        permission=P.SAFEGUARDING_READ, context=at_home,
    ),
    Panel(
        key="holds", place="child", order=60, template="safeguarding/panel.html",
        permission=P.SAFEGUARDING_READ, context=on_child,
    ),
)  # fmt: skip
