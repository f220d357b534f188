"""How an assessment stands: who has written, who was asked, what is wanted by which day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cura.core.deadlines.deadline import Deadline
from cura.lib import london
from cura.lib.words import listed
from placements.assessment.days import LAST_DAY, day_of, last_lawful, usual
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart, PartAsk

TIMES = {1: "asked", 2: "asked twice"}


@dataclass(frozen=True)
class Line:
    """One part: how it stands in words, and whether that is late."""

    part: AssessmentPart
    asked: int
    due_on: date | None
    now: datetime

    @property
    def who(self) -> str:
        writer = self.part.writer
        return writer.name if writer else self.part.outsider or "nobody yet"

    @property
    def days_late(self) -> int:
        done = self.part.signed_at or self.now
        over = (london.local_date(done) - self.due_on).days if self.due_on else 0
        return max(over, 0)

    @property
    def state(self) -> str:
        part, today = self.part, london.local_date(self.now)
        if part.signed_at:
            return "in"
        if part.begun:
            return "being written"
        if part.booked_on and part.booked_on >= today:
            return f"booked for {_short(part.booked_on)}"
        asked = TIMES.get(self.asked, f"asked {self.asked} times") if self.asked else ""
        return f"not started ({asked})" if asked else "not started"

    @property
    def tone(self) -> str:
        if self.part.signed_at:
            return "ok"
        late = "soon" if self.part.outsider else "late"  # what is owed to us is not our red
        return late if self.days_late else "grey"

    @property
    def late_words(self) -> str:
        """Said in the report, too: a part that came late came late."""
        if not self.days_late:
            return ""
        days = "1 day" if self.days_late == 1 else f"{self.days_late} days"
        return f"{days} late" if self.part.signed_at else f"was due {_short(self.due_on)}"


@dataclass(frozen=True)
class Day:
    """One day that matters: what, when, on what ground, and how it went."""

    title: str
    on: date | None
    ground: str
    done: date | None = None
    note: str = ""
    theirs: bool = False  # the council's: never our lateness

    @property
    def named(self) -> str:
        return NAMED[self.title]

    def late(self, now: datetime) -> bool:
        over = bool(self.on and (self.done or london.local_date(now)) > self.on)
        return over and not self.theirs

    def words(self, now: datetime) -> str:
        if self.on is None:
            return self.note
        late = "was wanted by" if self.late(now) else "by"
        verb = "on" if self.theirs else "done" if self.done else late
        said = [f"{verb} {london.day_words(self.done or self.on)}"]
        if self.done and self.late(now):
            said.append(f"was due {london.day_words(self.on)}")
        return ", ".join([*said, self.note] if self.note else said)

    def tone(self, now: datetime) -> str:
        if self.done:
            return "ok"
        return "late" if self.late(now) else "grey"


@dataclass(frozen=True)
class Progress:
    assessment: Assessment
    lines: tuple[Line, ...]
    days: tuple[Day, ...]
    now: datetime

    @property
    def day(self) -> int:
        return day_of(self.assessment, self.now)

    @property
    def day_words(self) -> str:
        return f"Day {self.day} of {LAST_DAY}" if self.day <= LAST_DAY else f"Day {self.day}"

    @property
    def sentence(self) -> str:
        """Therapy and education in; health not started (asked); family booked for Wed 2 Dec."""
        by_state: dict[str, list[str]] = {}
        for line in self.lines:
            by_state.setdefault(line.state, []).append(line.part.called.lower())
        said = [f"{listed(names)} {state}" for state, names in by_state.items()]
        text = "; ".join(said)
        return text[:1].upper() + text[1:]

    @property
    def next(self) -> str:
        """The day that is wanted next, or the one that has gone by."""
        waiting = [day for day in self.days if day.on and not day.done and not day.theirs]
        if not waiting:
            return ""
        first = min(waiting, key=lambda day: day.on)
        which = "Overdue" if first.late(self.now) else "Next"
        return f"{which}: {first.title.lower()}, by {_short(first.on)}"

    @property
    def missing(self) -> list[Line]:
        return [line for line in self.lines if not line.part.signed_at]


def progress_of(assessments: Sequence[Assessment], user, now: datetime) -> list[Progress]:
    """Each with its parts that this person may read. Three queries, however many there are."""
    home = {pk: a for a in assessments for pk in a.versions()}
    parts = AssessmentPart.objects.visible_to(user).standing().filter(assessment__in=home)
    parts = list(parts.select_related("writer", "signed_by").order_by("id"))
    asks = Counter(
        PartAsk.objects.filter(object_id__in=[p.pk for p in parts]).values_list(
            "object_id", flat=True
        )
    )
    due = _deadlines([p.pk for p in parts] + [a.pk for a in assessments])
    found = []
    for each in assessments:
        mine = [p for p in parts if home[p.assessment_id] is each]
        lines = tuple(Line(p, asks[p.pk], _part_due(p, due, each), now) for p in mine)
        found.append(Progress(each, lines, tuple(_days(each, mine, due)), now))
    return found


def _deadlines(keys: Iterable) -> dict:
    rows = Deadline.objects.standing().filter(object_id__in=list(keys))
    return {(row.object_id, row.rule): london.local_date(row.due_at) for row in rows}


def _part_due(part: AssessmentPart, due: dict, assessment: Assessment) -> date:
    rule = "ASSESS-ASKED" if part.outsider else "ASSESS-DRAFT"
    return part.due_on or due.get((part.pk, rule)) or usual(rule, assessment)


PARTS, MEETING, WHOLE, REVIEW = "Parts", "Meeting", "Whole", "Review"
REPORT = "Report"
NAMED = {
    PARTS: "Our parts are in",
    MEETING: "The meeting",
    REPORT: "The report goes to the reviewing officer",
    WHOLE: "The whole is signed",
    REVIEW: "The review",
}
LAW = "law, 20 working days from becoming looked after (CPR 2010 reg. 33)"


def _days(each: Assessment, parts: list, due: dict) -> Iterable[Day]:
    def on(key: str) -> date:
        return due.get((each.pk, key)) or usual(key, each)

    def day(moment: datetime | None) -> date | None:
        return london.local_date(moment) if moment else None

    policy = "our policy, from the day of coming here"
    ours = [p for p in parts if not p.outsider]
    signed = [p.signed_at for p in ours]
    drafts = max((_part_due(p, due, each) for p in ours), default=usual("ASSESS-DRAFT", each))
    all_in = day(max(signed)) if signed and all(signed) else None
    yield Day(PARTS, drafts, policy, all_in)
    planned = f"planned for {london.words(each.meeting_at)}" if each.meeting_at else ""
    held = day(each.met_at)
    yield Day(MEETING, on("ASSESS-MEET"), policy, held, "" if held else planned)
    if each.review_on:
        ground = "our policy, five working days before the review"
        yield Day(REPORT, due.get((each.pk, "ASSESS-REPORT")), ground, day(each.sent_at))
    yield Day(WHOLE, on("ASSESS-28"), "our policy, 28 days from coming here", day(each.signed_at))
    yield _review(each)


def _review(each: Assessment) -> Day:
    """The law's clock, which others keep: from becoming looked after, not from coming here."""
    last = last_lawful(each.looked_after_on)
    if each.review_on is None:
        until = f"; the law allows until {london.day_words(last)}" if last else ""
        return Day(REVIEW, None, LAW, note=f"no day yet{until}", theirs=True)
    note = "fixed" if each.review_booked else "not fixed yet"
    if last and each.review_on > last:
        note = f"{note}; the first had to be by {london.day_words(last)}"
    return Day(REVIEW, each.review_on, LAW, note=note, theirs=True)


def _short(day: date) -> str:
    """Wed 2 Dec"""
    return london.day_words(day).rsplit(" ", 1)[0]
