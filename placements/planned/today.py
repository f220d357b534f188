"""What reviews and visits ask of one worker: of her key children, what comes this week and what is
still to be written. What comes today stands before everybody, in "Who comes today"."""

from datetime import datetime, timedelta

from cura.lib import london
from placements.reviews import diary, reading
from placements.visits import diary as visit_diary
from placements.visits import reading as visits
from residents.diary.lines import Line
from residents.due import SHIFT, WEEK, Due

BEHIND, AHEAD = timedelta(days=7), timedelta(days=7)
MOST = 20


def comes(home, user, now: datetime) -> list[Due]:
    """Of her key children. Four queries."""
    found = []
    for ask, make in ((visits.of_home, visit_diary.line), (reading.of_home, diary.line)):
        rows = ask(home, user).planned().filter(child__key_worker=user)
        rows = rows.filter(happened_at__gt=now - BEHIND, happened_at__lt=now + AHEAD)
        found += [_due(make(row), now) for row in rows.select_related("child")[:MOST]]
    return [due for due in found if due]


def _due(line: Line, now: datetime) -> Due | None:
    about = f"{line.child.name}, {london.short(line.at, now)}"
    if line.at <= now:
        return Due(
            when=SHIFT, verb=f"Write how it went: {line.title}", about=about, by=line.at,
            url=line.url, icon="chat-heart",
        )  # fmt: skip
    if london.local_date(line.at) == london.local_date(now):
        return None
    return Due(
        when=WEEK, verb=f"{line.child.name}: {line.title}", by=line.at,
        about=f"{line.kind}, {london.short(line.at, now)}", url=line.url, icon=line.icon,
    )  # fmt: skip
