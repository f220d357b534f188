"""Where a first day stands: who has it, what was ticked, what is next."""

from datetime import datetime, timedelta

from cura.core.accounts.home import Home
from cura.lib import london
from placements.arrival.hours import BLOCKS, STEPS, Block, Step, in_turn, named
from placements.arrival.models import FirstDay, FirstDayKeeper, FirstDayLine, HouseHeard
from residents.child.models import Child
from residents.night.models import NightCheckPlan
from residents.night.times import night_of

LASTS = timedelta(hours=24)
OPEN_FOR = timedelta(hours=72)  # what is ticked a little late is still taken
MOST = 6
Understood = FirstDayLine.Understood
NOT_UNDERSTOOD = (Understood.PARTLY, Understood.NO)
DONE, NOT_YET = FirstDayLine.State.DONE, FirstDayLine.State.NOT_YET


def of_this_arrival(child: Child, near: timedelta) -> FirstDay | None:
    """The first day of the time that she lives here now."""
    rows = FirstDay.objects.standing().filter(child=child, home=child.home_id)
    return rows.filter(happened_at__gte=child.arrived_at - near).order_by("happened_at").first()


def running(user, now: datetime, **where):
    """First days that go on: the 24 hours are not over, or the report is not signed."""
    rows = FirstDay.objects.visible_to(user).standing().filter(child__left_at=None, **where)
    rows = rows.filter(happened_at__gt=now - OPEN_FOR).select_related("child__key_worker", "home")
    found = rows.order_by("-happened_at")[:MOST]
    return [row for row in found if not row.signed_at or now < row.happened_at + LASTS]


def takes_lines(first_day: FirstDay, now: datetime) -> bool:
    return now < first_day.happened_at + OPEN_FOR


def versions(first_day: FirstDay) -> list:
    """Its key and those of the records that it puts right: what hangs on those is its own."""
    keys, before = [first_day.pk], first_day.replaces_id
    while before and before not in keys:
        keys.append(before)
        rows = FirstDay.objects.filter(pk=before, child=first_day.child_id)
        before = rows.values_list("replaces", flat=True).first()
    return keys


def keepers(first_day: FirstDay) -> list[FirstDayKeeper]:
    rows = FirstDayKeeper.objects.filter(first_day__in=versions(first_day))
    return list(rows.select_related("person"))


def keeper(first_day: FirstDay) -> FirstDayKeeper | None:
    """Whose it is now."""
    return next(reversed(keepers(first_day)), None)


def lines(first_day: FirstDay) -> list[FirstDayLine]:
    """All that was ticked, in the order in which it was written."""
    rows = FirstDayLine.objects.filter(first_day__in=versions(first_day))
    return list(rows.select_related("by"))


def standing(first_day: FirstDay) -> dict[str, FirstDayLine]:
    return latest(lines(first_day))


def latest(written: list[FirstDayLine]) -> dict[str, FirstDayLine]:
    """Step to the line that stands; a step that was taken back has none."""
    found = {line.step: line for line in written}
    return {step: line for step, line in found.items() if line.state != NOT_YET}


def heard(first_day: FirstDay) -> list[HouseHeard]:
    rows = HouseHeard.objects.filter(first_day__in=versions(first_day))
    return list(rows.select_related("by"))


def heard_since(home: Home, start: datetime) -> list[HouseHeard]:
    """For an impact assessment: what those who live here said about somebody new."""
    rows = HouseHeard.objects.filter(home=home, written_at__gte=start, first_day__void_at=None)
    return list(rows.select_related("by"))


def names_in_pack(first_day: FirstDay) -> dict:
    """Child's key to yes or no, of those who were asked."""
    rows = first_day.named.order_by("written_at", "id")
    return {row.child_id: row.agrees for row in rows}


def night_plan(first_day: FirstDay) -> NightCheckPlan | None:
    """The checks that were agreed since she came."""
    rows = NightCheckPlan.objects.standing().filter(child=first_day.child_id)
    rows = rows.exclude(signed_at=None).filter(first_night__gte=night_of(first_day.happened_at))
    return rows.order_by("first_night", "pk").first()


class Standing:
    """One first day with all that hangs on it, read once: what is done, and what is next."""

    def __init__(self, first_day: FirstDay, now: datetime):
        self.first_day, self.now, self.name = first_day, now, first_day.child.name
        self.written = lines(first_day)
        self.by_step = latest(self.written)
        self.keepers = keepers(first_day)
        self.plan = night_plan(first_day)
        self.met = {row.when for row in heard(first_day)}
        self.proved = self._proved()

    def _proved(self) -> set[str]:
        """Steps that are done by what was written elsewhere."""
        found = {f"others-{when}" for when in self.met}
        if self.plan:
            found.add("night-checks")
        if self.first_day.signed_at:
            found.add("report")
        return found

    def is_done(self, step: Step) -> bool:
        line = self.by_step.get(step.key)
        return step.key in self.proved or bool(line and line.state == DONE)

    def count(self, block: Block) -> str:
        """7 of 9"""
        return f"{sum(map(self.is_done, block.steps))} of {len(block.steps)}"

    def next_step(self) -> Step | None:
        """What nobody has answered yet, in turn; then what was put off; then what was explained
        and not understood; None when all is done."""
        steps = in_turn(self.first_day.happened_at, self.now)
        undone = [step for step in steps if not self.is_done(step)]
        fresh = [step for step in undone if step.key not in self.by_step]
        return next(iter(fresh or undone or self.again()), None)

    def again(self) -> list[Step]:
        """What was explained, and has to be explained once more."""
        rows = [line for line in self.by_step.values() if line.state == DONE]
        return [STEPS[line.step] for line in rows if line.understood in NOT_UNDERSTOOD]

    @property
    def keeper(self):
        return self.keepers[-1].person if self.keepers else None

    def line(self) -> str:
        """ "7 of 9 in the first two hours; next: …"."""
        step = self.next_step()
        if step is None:
            return "All of it is done."
        block = next(block for block in BLOCKS if step in block.steps)
        said, title = named(block.said, self.name), named(step.title, self.name)
        return f"{self.count(block)} {said}; next: {title[:1].lower()}{title[1:]}"

    def since(self) -> str:
        verb = "comes" if self.now < self.first_day.happened_at else "came"
        return f"{self.name} {verb} {london.ago(self.first_day.happened_at, self.now)}"
