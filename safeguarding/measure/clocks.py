"""The three clocks of regulation 35 on one measure, in words, from the duties' own intervals."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cura.core.deadlines.calendar import Calendar
from cura.core.deadlines.duty import Duty, duty
from cura.lib import london
from safeguarding.measure.models import ChildTalk, Measure

PLAIN = Calendar()  # hours ask no calendar


@dataclass(frozen=True)
class Asked:
    """What came of asking the child: the first written refusal, the latest time agreed."""

    refused_at: datetime | None = None
    planned_at: datetime | None = None


@dataclass(frozen=True)
class Clock:
    """One thing that the law wants after a measure. `done_at` None: still to do."""

    key: str  # of the moment
    duty: Duty
    due_at: datetime
    done_at: datetime | None
    planned_at: datetime | None = None

    def late(self, now: datetime) -> bool:
        return (self.done_at or now) > self.due_at

    def due_words(self, now: datetime) -> str:
        if self.late(now):
            return f"was due {london.short(self.due_at, now)}"
        by = f"by {london.short(self.due_at, now)}"
        if self.planned_at and now < self.planned_at <= self.due_at:
            return f"agreed for {london.short(self.planned_at, now)}, {by}"
        return by


def clocks(record: Measure, asked: Asked | None = None) -> list[Clock]:
    """The text gives no exception for a child who does not want to talk. A refusal that is written
    is not overdue here (to be checked: statutory reference 1.12)."""
    asked, first = asked or Asked(), record.first
    done = {
        name: (first and getattr(first, name)) or getattr(record, name)
        for name in ("signed_at", "user_spoken_at", "child_spoken_at")
    }
    talked = done["child_spoken_at"] or asked.refused_at
    found = []
    for key, name, done_at, planned in (
        ("signed", "R35-REC", done["signed_at"], None),
        ("user_spoken", "R35-USER", done["user_spoken_at"], None),
        ("child_spoken", "R35-CHILD", talked, asked.planned_at),
    ):
        due = duty(name)
        at = due.interval.after(record.happened_at, PLAIN)
        found.append(Clock(key, due, at, done_at, planned))
    return found


def asked_about(records) -> dict[UUID, Asked]:
    """Record to what came of asking the child. One query."""
    keys = [pk for record in records for pk in record.versions()]
    talks = list(ChildTalk.objects.filter(object_id__in=keys))
    return {
        record.pk: asked_in([talk for talk in talks if talk.object_id in record.versions()])
        for record in records
    }


def asked_in(talks) -> Asked:
    """Of the talks about one measure."""
    found = Asked()
    for talk in sorted(talks, key=lambda talk: (talk.at, talk.pk)):
        refused = talk.at if talk.outcome == ChildTalk.Outcome.REFUSED else None
        found = Asked(found.refused_at or refused, talk.planned_at or found.planned_at)
    return found
