"""What a story's file says that must come (`expected/alerts.toml`), and what came when it was
played: both as lines, to be compared whole. None missing, and none else."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from cura.core.deadlines.deadline import DeadlineEvent
from cura.core.notices.notice import Notice
from cura.lib import london
from cura.story.models import StoryRun
from cura.story.reading import Story, read_story

ON_CALL = "on_call"


@dataclass(frozen=True, order=True)
class Line:
    """One alert: when, by which rule, of what, meant for whom, and who was told."""

    at: datetime
    rule: str
    kind: str
    about: str
    to: tuple[str, ...]
    people: tuple[str, ...]


def expected(folder: Path, anchor: date, until: datetime) -> list[Line]:
    """The lines of the file that lie up to this moment, in order."""
    story = read_story(folder, anchor=anchor)
    files = _file(folder)
    lines = [_line(raw, story, story.moments.at(raw["at"])) for raw in files["alert"]]
    for raw in files.get("every", ()):
        lines += [_line(raw, story, at) for at in _moments(raw, story, until)]
    return sorted(line for line in lines if line.at <= until)


def came(folder: Path) -> list[Line]:
    """The lines that the story's clock has written, in order."""
    mentioned = {raw["about"] for raw in _file(folder)["alert"]}
    run = StoryRun.objects.get(name=folder.name)
    rows = run.played.filter(name__in=mentioned).values_list("object_id", "name")
    names, told = dict(rows), _told()
    events = DeadlineEvent.objects.select_related("deadline")
    return sorted(
        Line(
            at=_minute(event.at),
            rule=event.deadline.rule,
            kind=event.kind,
            about=names.get(str(event.deadline.object_id), event.deadline.title),
            to=tuple(event.to),
            people=tuple(sorted(told.get((event.deadline_id, event.alert_no), ()))),
        )
        for event in events
    )


def _told() -> dict[tuple, list[str]]:
    """(deadline, number of the alert) -> who has a notice of it. No other notice may stand."""
    told: dict[tuple, list[str]] = {}
    for notice in Notice.objects.select_related("user"):
        assert notice.deadline_id, notice.text
        key = notice.deadline_id, notice.alert_no
        told.setdefault(key, []).append(notice.user.username)
    return told


def _file(folder: Path) -> dict[str, list[dict]]:
    return tomllib.loads((folder / "expected" / "alerts.toml").read_text())


def _line(raw: dict, story: Story, at: datetime) -> Line:
    people = raw.get("people") or _on_shift(story, at)
    return Line(at, raw["rule"], raw["kind"], raw["about"], tuple(raw["to"]), tuple(sorted(people)))


def _on_shift(story: Story, at: datetime) -> set[str]:
    """As the story's own rota has it, not the records that were made of it."""
    lines = story.routine.stage.rota.at(at, london.local_date(at))
    return {line.who for line in lines if line.place.kind != ON_CALL}


def _moments(raw: dict, story: Story, until: datetime) -> Iterator[datetime]:
    day, last = story.moments.day(raw["from"]), london.local_date(until)
    while day <= last:
        named = london.DAYS[day.weekday()] in raw.get("days", " ".join(london.DAYS)).split()
        if named and (day.day in raw.get("dates", (day.day,))):
            yield story.moments.at(f"{day} {raw['at']}")
        day += london.DAY


def _minute(at: datetime) -> datetime:
    """The last microsecond of a day is said as the midnight that follows."""
    return at + timedelta(microseconds=1) if at.microsecond else at
