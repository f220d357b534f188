"""What the pages say of family time: what is agreed, when it is next, how it has been."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q

from cura.lib import london
from cura.lib.words import plural
from residents.diary.models import DiaryEntry
from residents.familytime.models import FamilyTime
from residents.restriction.models import Restriction

SPAN = timedelta(days=182)
MOST = 400
Called = DiaryEntry.CalledOffBy
# Whoever it was, a child waited: a child's own "not today" is not a cancelling by adults.
BY_ADULTS = (Called.US, Called.FAMILY, Called.COUNCIL, Called.OTHER)


def agreed(child, user):
    """What stands now, limits first."""
    rows = FamilyTime.objects.visible_to(user).standing().filter(child=child, ended_at=None)
    return rows.select_related("person").order_by("person__place_in_list", "person__name", "id")


def in_force(child, user):
    """Limits that the home has set and nobody has ended, the newest first."""
    rows = Restriction.objects.visible_to(user).standing().filter(child=child, again_at=None)
    return rows.select_related("person")


def of_diary(child, user, now) -> list[DiaryEntry]:
    """Family time of the last six months and what is to come. One query."""
    rows = DiaryEntry.objects.visible_to(user).standing().filter(child=child)
    rows = rows.filter(Q(kind=DiaryEntry.Kind.FAMILY), happened_at__gt=now - SPAN)
    return list(rows.order_by("happened_at", "id")[:MOST])


def counted(entries, now) -> str:
    """ "In six months 21 times, 3 called off, 2 of them by adults": honest for small numbers."""
    past = [e for e in entries if e.happened_at <= now]
    off = [e for e in past if e.cancelled_at]
    if not past:
        return "Nothing in the diary in the last six months."
    held = len(past) - len(off)
    said = f"In six months: {plural(held, 'time', 'times')}"
    if off:
        adults = len([e for e in off if e.cancelled_whom in BY_ADULTS])
        said += f", {len(off)} called off ({adults} by adults)"
    return f"{said}."


def next_words(entries, now) -> str:
    coming = [e for e in entries if e.happened_at > now and not e.cancelled_at]
    return f"Next: {london.words(coming[0].happened_at)}" if coming else ""


def by_person(entries) -> dict:
    """Key of a person -> the entries that name her."""
    found = defaultdict(list)
    for entry in entries:
        if entry.with_person_id:
            found[entry.with_person_id].append(entry)
    return found


def whose(row: FamilyTime) -> str:
    """Whose task it is, and who left it to us when it is ours."""
    said = [f"planned by: {row.get_planned_by_display().lower()}"]
    if row.watched_by:
        said.append(f"there with them: {row.get_watched_by_display().lower()}")
    if row.left_to_us:
        said.append(f"asked of us by {row.asked_by}, {london.day_words(row.asked_on)}")
    return " · ".join(said)


def limit_chips(child, user, now) -> list[dict]:
    """For the head of her pages: a limit that the home has set is seen before a phone is handed
    over. Callable of `header.ALERTS`."""
    return [row.chip() for row in in_force(child, user)]
